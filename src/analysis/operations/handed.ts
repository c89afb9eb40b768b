import type { Argument, CallExpression, Expression, FunctionExpression, Identifier, ObjectPattern, Pattern } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { FRAMEWORKS, HANDED_ON, HANDLING, TELLING_MEMBERS } from '../../knowledge/handing.js';
import { handlerFor } from '../../knowledge/index.js';
import type { HandlerModel } from '../../knowledge/framework-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Frame } from '../evaluate/frame.js';
import type { Module } from '../evaluate/module.js';
import { external } from '../evaluate/project.js';
import { alternatives, type External, type FunctionValue, type Value } from '../evaluate/values.js';
import { MAX_WRAPPING } from '../naming.js';
import { callSitesOf, namesOf } from './callsites.js';
import { handingCalls, importers } from './handing-calls.js';

/** Calls of a helper that are looked at; further ones say the same. */
const MAX_CALLS = 20;

/**
 * What a parameter is by the call that hands its function to a framework somewhere else than the function stands
 * (`router.post('/login', controller.login)`), or by what its callers pass on (`attach(reply, token)`). Asked only where
 * the parameter is used as a framework's object would be: the answer may take parsing whoever imports the module.
 */
export function handedParameter(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const parameter = fn.params[index];
  return parameter !== undefined && isUsedAsHanded(parameter.target, module) ? handed(fn, index, module, ev) : undefined;
}

function handed(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  const parameter = fn.params[index];
  const { host } = ev.project;
  // A type that leads to no framework says that it is something else.
  if (parameter === undefined || parameter.type !== undefined || !FRAMEWORKS.some((name) => host.dependsOn(name, module.file))) return undefined;
  const names = namesFor(fn, module);
  if (names.length === 0) return undefined;
  const at = module.place(parameter.target.range);
  const found = ev.once(parameter, { module, frame: undefined }, at, () =>
    byRegistration(fn, index, names, module, ev) ?? byCallers(fn, index, module, ev) ?? { kind: 'unknown', reason: 'handed to nobody', at });
  return found.kind === 'external' ? { ...found, at } : undefined;
}

function isUsedAsHanded(target: Pattern, module: Module): boolean {
  if (target.kind === 'object-pattern') return takesTelling(target);
  return target.kind === 'identifier' && (module.bindingOf(target)?.references ?? []).some((use) => isTelling(use, module));
}

function takesTelling({ properties }: ObjectPattern): boolean {
  return properties.some((property) => property.kind === 'pattern-property' && typeof property.key === 'string' && TELLING_MEMBERS.has(property.key));
}

/** `c.cookies`, `{ session } = c`, `c.header('Set-Cookie', …)`, `app.post('/login', …)`. */
function isTelling(use: Identifier, module: Module): boolean {
  const parent = module.parentOf(use);
  if (parent?.kind === 'variable') {
    return parent.declarations.some(({ init, target }) => init === use && target.kind === 'object-pattern' && takesTelling(target));
  }
  if (parent?.kind !== 'member' || parent.object !== use || typeof parent.property !== 'string') return false;
  if (TELLING_MEMBERS.has(parent.property)) return true;
  const call = module.parentOf(parent);
  const [first] = call?.kind === 'call' && call.callee === parent ? call.args : [];
  if (first?.kind !== 'string') return false;
  return first.value.toLowerCase() === 'set-cookie' || (HANDLING.has(parent.property) && first.value.startsWith('/'));
}

/** Names under which a function, what is wrapped around it, or what makes it can be handed on. */
function namesFor(fn: FunctionExpression, module: Module): readonly string[] {
  let node: IrNode = fn;
  for (let level = 0; level <= MAX_WRAPPING; level++) {
    const names = namesOf(node, module);
    if (names.length > 0) return names;
    const parent = module.parentOf(node);
    if (parent?.kind === 'return') node = module.functionsAround(parent)[0] ?? parent;
    else if (parent?.kind === 'function' || parent?.kind === 'array' || (parent?.kind === 'call' && parent.args.includes(node as Argument))) node = parent;
    else return [];
  }
  return [];
}

/** The modules that hand a function to a framework, its own first. */
export function registeringModules(fn: FunctionExpression, module: Module, ev: Evaluator): readonly Module[] {
  const names = namesFor(fn, module);
  const searched = names.length === 0 ? [] : [module, ...importers(module, names, ev)];
  return searched.filter((one) => handingCalls(one, names).some((call) =>
    handlersOf(call, one, ev).some(({ handler }) => call.args.some((argument) => hands(argument, fn, handler, one, ev)))));
}

function byRegistration(fn: FunctionExpression, index: number, names: readonly string[], module: Module, ev: Evaluator): Value | undefined {
  for (const searched of [module, ...importers(module, names, ev)]) {
    for (const call of handingCalls(searched, names)) {
      const value = registered(call, fn, index, searched, ev);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function registered(call: CallExpression, fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  for (const { callee, handler } of handlersOf(call, module, ev)) {
    if (!call.args.some((argument) => hands(argument, fn, handler, module, ev))) continue;
    const { errorParameters = [], parameters } = handler;
    const path = (fn.params.length === errorParameters.length ? errorParameters : parameters)[index];
    const { package: packageName, likely } = callee;
    return path === undefined ? undefined : { ...external(module.place(call.range), packageName, path), ...(likely ? { likely } : {}) };
  }
  return undefined;
}

/** What a call may be that takes handlers, and what it passes to them. */
function handlersOf(call: CallExpression, module: Module, ev: Evaluator): { readonly callee: External; readonly handler: HandlerModel }[] {
  return alternatives(ev.evaluate(call.callee, { module, frame: undefined })).flatMap(({ value: callee }) => {
    const handler = callee.kind === 'external' ? handlerFor(callee.package, callee.path) : undefined;
    return callee.kind === 'external' && handler !== undefined ? [{ callee, handler }] : [];
  });
}

/** Whether an argument is a function, has it in it, or is a wrapper's call that is given it. */
function hands(argument: Argument, fn: FunctionExpression, handler: HandlerModel, module: Module, ev: Evaluator, depth = 0): boolean {
  if (argument.kind === 'spread' || depth > MAX_WRAPPING) return false;
  if (holds(ev.evaluate(argument, { module, frame: undefined }), fn, handler)) return true;
  return argument.kind === 'call' && argument.args.some((inner) => hands(inner, fn, handler, module, ev, depth + 1));
}

function holds(value: Value, fn: FunctionExpression, handler: HandlerModel, depth = 0): boolean {
  const inside = (one: Value | undefined): boolean => one !== undefined && depth < MAX_WRAPPING && holds(one, fn, handler, depth + 1);
  switch (value.kind) {
    case 'function':
      return value.function === fn || given(value.closure).some(inside);
    case 'array':
      return value.elements.some(inside);
    case 'object':
      return (handler.members ?? []).some((member) => inside(value.members.get(member)));
    case 'external':
      return value.call?.args.some(inside) ?? false;
    case 'union':
      return alternatives(value).some((one) => inside(one.value));
    default:
      return false;
  }
}

/** What the call was given that made a function: of `wrap(handler)` the handler. */
function given(frame: Frame | undefined): (FunctionValue | undefined)[] {
  return (frame?.function.params ?? []).map((_, index) => {
    const value = frame?.argument(index);
    return value?.kind === 'function' ? value : undefined;
  });
}

/** The framework's object that callers pass on as it is; when they differ, or some cannot be seen, the first. */
function byCallers(fn: FunctionExpression, index: number, module: Module, ev: Evaluator): Value | undefined {
  for (const { node, module: caller } of callSitesOf(ev).of(fn, module).slice(0, MAX_CALLS)) {
    const argument = node.args[index];
    if (argument === undefined || node.args.slice(0, index + 1).some(({ kind }) => kind === 'spread')) continue;
    const value = passedOn(argument, caller, ev) ?? ev.evaluate(argument as Expression, { module: caller, frame: undefined });
    if (value.kind === 'external' && HANDED_ON.has(`${value.package}:${value.path}`)) return value;
  }
  return undefined;
}

/** What a caller passes on that is handed to it in turn, however it uses it itself. */
function passedOn(argument: Argument, caller: Module, ev: Evaluator): Value | undefined {
  const declaration = argument.kind === 'identifier' ? caller.bindingOf(argument)?.declarations[0] : undefined;
  if (declaration?.kind !== 'param' || declaration.access.length > 0) return undefined;
  return ev.parameterOracle(declaration.function, declaration.index, caller, ev) ?? handed(declaration.function, declaration.index, caller, ev);
}
