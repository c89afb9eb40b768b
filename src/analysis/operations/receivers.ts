import type { Expression, FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { handlerFor, libraries } from '../../knowledge/index.js';
import type { HandlerModel } from '../../knowledge/model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { MAX_WRAPPING } from '../naming.js';
import { external } from '../evaluate/project.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';

/**
 * What a parameter is by where its function stands: a handler that is registered with a framework, what a promise
 * settles with, or (less surely) a function whose parameters have a framework's names in a project that depends on it.
 */
export function parameterByPosition(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const parameter = fn.params[index];
  if (parameter === undefined) return undefined;
  const at = module.place(parameter.target.range);
  const registered = registrationOf(fn, module, ev);
  if (registered !== undefined) {
    const { handler, packageName } = registered;
    const { errorParameters = [], parameters } = handler;
    const path = (fn.params.length === errorParameters.length ? errorParameters : parameters)[index];
    return path === undefined ? undefined : external(at, packageName, path);
  }
  const promise = promiseOf(fn, module);
  // The parameter of a promise's callback is no framework's object, whatever it is called.
  if (promise === undefined) return isGivenToAnother(fn, module, ev) ? undefined : byName(fn, index, module, ev);
  const settled = index === 0 ? ev.evaluate(promise, { module, frame: undefined }) : undefined;
  return settled?.kind === 'external' ? settled : undefined;
}

/** `promise` of `promise.then(fn)`, whose value `fn` gets. */
function promiseOf(fn: FunctionExpression, module: Module): Expression | undefined {
  const call = module.parentOf(fn);
  return call?.kind === 'call' && call.args[0] === fn && call.callee.kind === 'member' && call.callee.property === 'then'
    ? call.callee.object
    : undefined;
}

interface Registration {
  readonly handler: HandlerModel;
  readonly packageName: string;
}

/** The call that a function is passed to, directly, in a list, through a wrapper (`asyncHandler(fn)`) or by its name. */
function registrationOf(fn: FunctionExpression, module: Module, ev: Evaluator): Registration | undefined {
  const uses: IrNode[] = [fn];
  const parent = module.parentOf(fn);
  const name = parent?.kind === 'function-declaration' ? fn.name : declaredName(parent);
  if (name !== undefined) uses.push(...(module.scopes.module.bindings.get(name)?.references ?? []));
  for (const use of uses) {
    const found = registrationAround(use, module, ev);
    if (found !== undefined) return found;
  }
  return undefined;
}

function declaredName(parent: IrNode | undefined): string | undefined {
  if (parent?.kind !== 'variable') return undefined;
  const [declaration] = parent.declarations;
  return declaration?.target.kind === 'identifier' ? declaration.target.name : undefined;
}

function registrationAround(node: IrNode, module: Module, ev: Evaluator): Registration | undefined {
  let child = node;
  for (let level = 0; level < MAX_WRAPPING; level++) {
    let parent = module.parentOf(child);
    if (parent?.kind === 'array') {
      child = parent;
      parent = module.parentOf(parent);
    }
    if (parent?.kind !== 'call' || !parent.args.includes(child as never)) return undefined;
    for (const { value } of alternatives(ev.evaluate(parent.callee, { module, frame: undefined }))) {
      const handler = value.kind === 'external' ? handlerFor(value.package, value.path) : undefined;
      if (handler !== undefined) return { handler, packageName: (value as External).package };
    }
    child = parent;
  }
  return undefined;
}

/** Frameworks whose handlers have parameters of the same names as express's, and other objects in them. */
const OTHER_FRAMEWORKS = ['fastify', 'hyper-express', 'next-connect', 'polka', 'restify'];

/**
 * A method of another framework takes the function, or of something that cannot be seen in a project that has such a
 * framework as well: `fastify().post('/login', async (req, res) => …)`.
 */
function isGivenToAnother(fn: FunctionExpression, module: Module, ev: Evaluator): boolean {
  const call = module.parentOf(fn);
  if (call?.kind !== 'call' || call.callee.kind !== 'member') return false;
  return alternatives(ev.evaluate(call.callee, { module, frame: undefined })).some(({ value }) =>
    value.kind === 'external'
      ? OTHER_FRAMEWORKS.includes(value.package)
      : value.kind === 'unknown' && OTHER_FRAMEWORKS.some((name) => ev.project.host.dependsOn(name, module.file)));
}

function byName(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const target = fn.params[index]?.target;
  if (target?.kind !== 'identifier') return undefined;
  for (const { packages, parameterNames } of libraries) {
    const [packageName] = packages;
    if (packageName === undefined) continue;
    for (const { is, names } of parameterNames ?? []) {
      if (names.includes(target.name) && ev.project.host.dependsOn(packageName, module.file)) {
        return { ...external(module.place(target.range), packageName, is), likely: true };
      }
    }
  }
  return undefined;
}
