import type {
  AssignExpression, CallExpression, Expression, FunctionExpression, Identifier, MemberExpression, NewExpression, Pattern,
} from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { alternatives } from '../evaluate/values.js';
import { lastName } from '../naming.js';
import type { CallSite, CallSites } from './callsites.js';

/** An expression that has a value, a part of it, or something made of either. */
export interface Arrival {
  readonly node: Expression;
  readonly module: Module;
  /** Members read from the value on the way: `['user', 'id']`. */
  readonly path: readonly string[];
  /** Keys under which the expression holds the value, outermost first: `{ user: value }` holds it under `user`. */
  readonly held: readonly string[];
  /** The calls through which it went from function to function, in order. */
  readonly calls: readonly CallSite[];
}

/** What following a value out of its function and into others takes. */
export interface FlowContext {
  readonly evaluator: Evaluator;
  readonly callSites: CallSites;
}

/** Places that one value is followed to. */
const MAX_ARRIVALS = 500;
/** Functions that one value is followed into or out of. */
const MAX_CALLS = 5;

/** Calls of the language, of decoders and of schema libraries whose result is their arguments in another shape. */
const KEEPING = new Set([
  'String', 'Number', 'parseInt', 'BigInt', 'Boolean', 'assign', 'freeze', 'structuredClone', 'stringify', 'resolve', 'ObjectId',
  'toObjectId', 'parse', 'parseAsync', 'safeParse', 'plainToClass', 'plainToInstance', 'keys', 'values', 'entries',
  'atob', 'from', 'decode', 'decodeURIComponent', 'escape', 'URL', 'join',
]);

/**
 * Where a value goes, itself first: through variables, members, destructuring, objects and conversions, and (with
 * `context`) into functions of the project that are called with it and back to the callers of those that return it.
 * What a handler of a promise gets is the promise's value. Whether a way is ever taken is not asked.
 */
export function* arrivals(node: IrNode, module: Module, context?: FlowContext): Generator<Arrival> {
  yield* followed([{ node: node as Expression, module, path: [], held: [], calls: [] }], context);
}

/** Where the value of a function's parameter goes; see `arrivals`. */
export function* parameterArrivals(fn: FunctionExpression, index: number, module: Module, context?: FlowContext): Generator<Arrival> {
  yield* followed(bound({ node: fn, module, path: [], held: [], calls: [] }, fn.params[index]?.target), context);
}

function* followed(queue: Arrival[], context: FlowContext | undefined): Generator<Arrival> {
  const seen = new Set<IrNode>();
  for (let index = 0; index < queue.length && index < MAX_ARRIVALS; index++) {
    const arrival = queue[index];
    if (arrival === undefined || seen.has(arrival.node)) continue;
    seen.add(arrival.node);
    yield arrival;
    queue.push(...next(arrival, context));
  }
}

/** Whether an expression is what its function gives back. */
export function isReturnValue({ node, module }: Pick<Arrival, 'node' | 'module'>): boolean {
  const parent = module.parentOf(node);
  return parent?.kind === 'return' || (parent?.kind === 'function' && parent.body === node);
}

/** Whether an expression's value is (part of) what its function returns, as it is or within something else. */
export function isReturned(node: IrNode, module: Module): boolean {
  for (const arrival of arrivals(node, module)) if (isReturnValue(arrival)) return true;
  return false;
}

/** Where the class around a node reads `this.name`. */
export function fieldReads(node: IrNode, name: string, module: Module): Expression[] {
  let owner: IrNode | undefined = node;
  while (owner !== undefined && owner.kind !== 'class') owner = module.parentOf(owner);
  return owner === undefined ? [] : descendants(owner).filter((part): part is MemberExpression =>
    part.kind === 'member' && part.object.kind === 'this' && part.property === name);
}

function next(arrival: Arrival, context: FlowContext | undefined): Arrival[] {
  const { node, module } = arrival;
  const parent = module.parentOf(node);
  const on = (further: IrNode): Arrival[] => [{ ...arrival, node: further as Expression }];
  switch (parent?.kind) {
    case 'await':
    case 'template':
      return on(parent);
    case 'spread': {
      const holder = module.parentOf(parent);
      return holder?.kind === 'object' ? on(holder) : [];
    }
    case 'sequence':
      return parent.expressions.at(-1) === node ? on(parent) : [];
    case 'logical':
      return parent.operator !== '&&' || parent.right === node ? on(parent) : [];
    case 'conditional':
      return parent.test === node ? [] : on(parent);
    case 'binary':
      return parent.operator === '+' ? on(parent) : [];
    case 'property': {
      const object = module.parentOf(parent);
      return object === undefined || parent.value !== node ? [] : [{ ...arrival, node: object as Expression, held: [keyOf(parent.key), ...arrival.held] }];
    }
    case 'array':
      return [{ ...arrival, node: parent, held: [String(parent.elements.indexOf(node)), ...arrival.held] }];
    case 'member':
      return parent.object === node ? afterRead(arrival, keyOf(parent.property), parent) : [];
    case 'variable':
      return parent.declarations.flatMap(({ target, init }) => (init === node ? bound(arrival, target) : []));
    case 'assign':
      return parent.value === node ? [...assigned(arrival, parent), ...on(parent)] : [];
    case 'loop':
      return parent.iterable === node ? bound(arrival, parent.left?.kind === 'variable' ? parent.left.declarations[0]?.target : parent.left) : [];
    case 'call':
    case 'new':
      return parent.callee === node ? ofMethod(arrival, parent) : asArgument(arrival, parent, context);
    case 'return':
    case 'function':
      return isReturnValue(arrival) ? toCallers(arrival, context) : [];
    default:
      return [];
  }
}

function keyOf(key: string | Expression): string {
  if (typeof key === 'string') return key;
  return key.kind === 'string' ? key.value : key.kind === 'number' ? key.text : '*';
}

/** A member of what holds the value under a key, or of the value. */
function afterRead(arrival: Arrival, key: string, node: Expression): Arrival[] {
  const [outermost, ...held] = arrival.held;
  if (outermost === undefined) return [{ ...arrival, node, path: [...arrival.path, key] }];
  // A computed key may be any.
  return outermost === key || outermost === '*' || key === '*' || isMethod(node, arrival.module) ? [{ ...arrival, node, held: outermost === key ? held : arrival.held }] : [];
}

function isMethod(node: Expression, module: Module): boolean {
  const call = module.parentOf(node);
  return call?.kind === 'call' && call.callee === node;
}

/** The names that a pattern binds to the value or its parts, where they are used. */
function bound(arrival: Arrival, target: Pattern | undefined): Arrival[] {
  switch (target?.kind) {
    case 'identifier':
      return uses(arrival, target);
    case 'default-pattern':
    case 'rest-pattern':
      return bound(arrival, target.target);
    case 'object-pattern':
      return target.properties.flatMap((property) => property.kind === 'rest-pattern'
        ? bound(arrival, property.target)
        : afterRead(arrival, keyOf(property.key), arrival.node).flatMap((part) => bound(part, property.target)));
    case 'array-pattern':
      return target.elements.flatMap((element, index) =>
        (element === null ? [] : afterRead(arrival, String(index), arrival.node).flatMap((part) => bound(part, element))));
    default:
      return [];
  }
}

function uses(arrival: Arrival, name: Identifier): Arrival[] {
  return (arrival.module.bindingOf(name)?.references ?? []).filter((reference) => reference !== name).map((node) => ({ ...arrival, node }));
}

function assigned(arrival: Arrival, { target, operator }: AssignExpression): Arrival[] {
  if (!['=', '??=', '||=', '+='].includes(operator)) return [];
  if (target.kind !== 'member') return bound(arrival, target);
  const { object, property } = target;
  if (object.kind !== 'this' || typeof property !== 'string') return [];
  return fieldReads(target, property, arrival.module).filter((read) => read !== target).map((node) => ({ ...arrival, node }));
}

/** The result of a method of the value is made of it; the callbacks of a promise and of a list get it. */
function ofMethod(arrival: Arrival, call: CallExpression | NewExpression): Arrival[] {
  const name = arrival.path.at(-1) ?? lastName(call.callee);
  const whole = arrival.held.length > 0 ? arrival : { ...arrival, path: arrival.path.slice(0, -1) };
  const [callback] = call.args;
  const given = callback?.kind === 'function' ? bound(whole, callback.params[0]?.target) : [];
  return name === 'then' ? given : [...given, { ...whole, node: call }];
}

function asArgument(arrival: Arrival, call: CallExpression | NewExpression, context: FlowContext | undefined): Arrival[] {
  const index = call.args.indexOf(arrival.node);
  if (index === -1) return [];
  const kept = KEEPING.has(lastName(call.callee) ?? '') || isListOfPromises(call.callee) ? [{ ...arrival, node: call }] : [];
  if (context === undefined || arrival.calls.length >= MAX_CALLS) return kept;
  return [...kept, ...called(call, arrival.module, context).flatMap((site) =>
    bound({ ...arrival, module: site.callee.module, calls: [...arrival.calls, site] }, site.callee.function.params[index]?.target))];
}

function isListOfPromises(callee: Expression): boolean {
  return callee.kind === 'member' && callee.object.kind === 'identifier' && callee.object.name === 'Promise';
}

/** The functions of the project that a call may call. */
function called(node: CallSite['node'], module: Module, { evaluator }: FlowContext): CallSite[] {
  return alternatives(evaluator.callee(node, { module, frame: undefined })).flatMap(({ value }) =>
    (node.kind === 'call' && value.kind === 'function' ? [{ node, module, callee: value }] : []));
}

function toCallers(arrival: Arrival, context: FlowContext | undefined): Arrival[] {
  const [fn] = arrival.module.functionsAround(arrival.node);
  if (fn === undefined) return [];
  const handled = handledPromise(fn, arrival.module);
  if (handled !== undefined) return [{ ...arrival, node: handled }];
  if (context === undefined || arrival.calls.length >= MAX_CALLS) return [];
  return context.callSites.of(fn, arrival.module).map((site) => ({ ...arrival, node: site.node, module: site.module, calls: [...arrival.calls, site] }));
}

/** The call whose result is what a function gives back: `promise.then(fn)`, `useMemo(fn)`, `(() => …)()`. */
function handledPromise(fn: FunctionExpression, module: Module): CallExpression | undefined {
  const call = module.parentOf(fn);
  if (call?.kind !== 'call') return undefined;
  return call.callee === fn || ['then', 'map', 'flatMap', 'useMemo'].includes(lastName(call.callee) ?? '') ? call : undefined;
}
