import type { Expression, FunctionExpression, Parameter } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { decoratedParameters, handlerFor, libraries } from '../../knowledge/index.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { MAX_WRAPPING } from '../naming.js';
import { external } from '../evaluate/project.js';
import { typeValue } from '../evaluate/types.js';
import { alternatives, anyOf, type External, type Value } from '../evaluate/values.js';
import { exportedHandler, type Handler } from './exported-handlers.js';
import { handedParameter } from './handed.js';

/**
 * What a parameter is by its decorator, or by where its function stands: a handler that is registered with a framework or
 * found by it in an exported name, what a promise settles with, or (less surely) a function whose parameters have a
 * framework's names in a project that depends on it.
 */
export function parameterByPosition(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const parameter = fn.params[index];
  if (parameter === undefined) return undefined;
  const at = module.place(parameter.target.range);
  const decorated = byDecorator(parameter, module, ev);
  if (decorated !== undefined) return decorated;
  const handler = registrationOf(fn, module, ev) ?? exportedHandler(fn, module, ev.project.host);
  if (handler !== undefined) {
    const { errorParameters = [], parameters, packageName } = handler;
    const path = (fn.params.length === errorParameters.length ? errorParameters : parameters)[index];
    return path === undefined ? undefined : external(at, packageName, path);
  }
  const promise = promiseOf(fn, module);
  // The parameter of a promise's callback is no framework's object, whatever it is called.
  if (promise === undefined) return byName(fn, index, module, ev) ?? handedParameter(fn, index, module, ev);
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

function byDecorator({ decorators = [], target }: Parameter, module: Module, ev: Evaluator): Value | undefined {
  for (const decorator of decorators) {
    const value = ev.evaluate(decorator, { module, frame: undefined });
    if (value.kind !== 'external') continue;
    // `@Inject(settings.KEY)`: what the registration made.
    const token = value.call?.args[0];
    const injected = token && ev.registrations.injected(token);
    if (injected !== undefined) return injected;
    const found = decoratedParameters(value.package, value.path).find(({ dependsOn }) => ev.project.host.dependsOn(dependsOn, module.file));
    if (found !== undefined) return external(module.place(target.range), found.of, found.is);
  }
  return undefined;
}

/** The call that a function is passed to, directly, in a list, through a wrapper (`asyncHandler(fn)`) or by its name. */
function registrationOf(fn: FunctionExpression, module: Module, ev: Evaluator): Handler | undefined {
  const uses: IrNode[] = [fn];
  const parent = module.parentOf(fn);
  const typed = handlerOfType(fn, parent, module, ev);
  if (typed !== undefined) return typed;
  const name = parent?.kind === 'function-declaration' ? fn.name : declaredName(parent);
  if (name !== undefined) uses.push(...(module.scopes.module.bindings.get(name)?.references ?? []));
  for (const use of uses) {
    const found = registrationAround(use, module, ev);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the type of a constant or a field says that the function in it is given: `const login: Middleware = (ctx) => …`. */
function handlerOfType(fn: FunctionExpression, parent: IrNode | undefined, module: Module, ev: Evaluator): Handler | undefined {
  const type = parent?.kind === 'variable' ? parent.declarations.find(({ init }) => init === fn)?.type : parent?.kind === 'field' ? parent.type : undefined;
  const value = type && typeValue(ev, type, module, module.place(fn.head));
  const handler = value?.kind === 'external' ? handlerFor(value.package, value.path) : undefined;
  return handler && { ...handler, packageName: (value as External).package };
}

function declaredName(parent: IrNode | undefined): string | undefined {
  if (parent?.kind !== 'variable') return undefined;
  const [declaration] = parent.declarations;
  return declaration?.target.kind === 'identifier' ? declaration.target.name : undefined;
}

function registrationAround(node: IrNode, module: Module, ev: Evaluator): Handler | undefined {
  let child = node;
  for (let level = 0; level < MAX_WRAPPING; level++) {
    const { argument, member } = argumentWith(child, module);
    const call = module.parentOf(argument);
    if (call?.kind !== 'call' || !call.args.includes(argument as never)) return undefined;
    for (const { value } of alternatives(ev.evaluate(call.callee, { module, frame: undefined }))) {
      const handler = value.kind === 'external' ? handlerFor(value.package, value.path) : undefined;
      if (handler === undefined || (member !== undefined && !handler.members?.includes(member))) continue;
      return { ...handler, packageName: (value as External).package };
    }
    if (member !== undefined) return undefined;
    child = call;
  }
  return undefined;
}

/** The argument that a handler is or stands in: `[first, second]`, `{ handler }`. */
function argumentWith(node: IrNode, module: Module): { readonly argument: IrNode; readonly member?: string } {
  const parent = module.parentOf(node);
  if (parent?.kind === 'array') return argumentWith(parent, module);
  const object = parent?.kind === 'property' ? module.parentOf(parent) : undefined;
  return parent?.kind === 'property' && object?.kind === 'object' && typeof parent.key === 'string'
    ? { argument: object, member: parent.key }
    : { argument: node };
}

/** Frameworks whose handlers have parameters of the same names as others', and other objects in them. */
const FRAMEWORKS = [
  ...new Set(libraries.flatMap(({ packages, parameterNames }) => (parameterNames === undefined ? [] : packages.slice(0, 1)))),
  'hyper-express', 'next-connect', 'polka', 'restify',
];

/** Methods of routers: what they are given is a handler of the router's framework. */
const ROUTING = new Set(['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'route', 'use']);

/**
 * The package whose router takes a function; `'any'` where the function is given to no router, or to one that cannot be
 * seen in a project with one framework, and `'unknown'` where that has several.
 */
function routerOf(fn: FunctionExpression, module: Module, ev: Evaluator): string {
  const call = module.parentOf(fn);
  if (call?.kind !== 'call' || call.callee.kind !== 'member' || typeof call.callee.property !== 'string' || !ROUTING.has(call.callee.property)) return 'any';
  const callees = alternatives(ev.evaluate(call.callee, { module, frame: undefined })).map(({ value }) => value);
  const known = callees.find((value) => value.kind === 'external' && value.package !== 'global');
  if (known?.kind === 'external') return known.package;
  const several = FRAMEWORKS.filter((name) => ev.project.host.dependsOn(name, module.file)).length > 1;
  return several && callees.some(({ kind }) => kind === 'unknown') ? 'unknown' : 'any';
}

/** What parameters of a name are, by framework. */
const BY_NAME = new Map<string, { readonly packages: readonly string[]; readonly is: string }[]>();
for (const { packages, parameterNames = [] } of libraries) {
  for (const { is, names } of parameterNames) for (const name of names) BY_NAME.set(name, [...(BY_NAME.get(name) ?? []), { packages, is }]);
}

/** A parameter with a name that frameworks use, in a project that depends on one of them (or several). */
function byName(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const target = fn.params[index]?.target;
  const models = target?.kind === 'identifier' ? BY_NAME.get(target.name) : undefined;
  if (target === undefined || models === undefined) return undefined;
  const router = routerOf(fn, module, ev);
  const at = module.place(target.range);
  const found = models.flatMap(({ packages: [packageName = '', ...others], is }): Value[] => {
    const isRouters = router === 'any' || router === packageName || others.includes(router);
    return isRouters && ev.project.host.dependsOn(packageName, module.file) ? [{ ...external(at, packageName, is), likely: true }] : [];
  });
  return found.length === 0 ? undefined : anyOf(at, found);
}
