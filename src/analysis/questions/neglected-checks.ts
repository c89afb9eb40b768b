import type { CallExpression, Expression, FunctionExpression, Identifier, NewExpression, Pattern, Statement } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Place, Repair } from '../finding.js';
import { isEquality } from './conditions.js';
import type { Module } from '../evaluate/module.js';
import { listsOf } from '../evaluate/order.js';
import { lastName } from '../naming.js';
import { isKeptBy, principalOf, type Principal } from './principals.js';

/**
 * What becomes of a check's promise that nobody waits for, or of a result that nobody looks at: a condition tests the
 * promise itself (`tested`; `compared` with something), a method of a list does with the promise of its function
 * (`predicate`), a member of it is read, it is `kept` as whoever the request is from, or it is `dropped`.
 */
export type Neglect =
  | { readonly kind: 'tested' | 'compared' | 'dropped'; readonly at: Place }
  | { readonly kind: 'predicate'; readonly method: string; readonly at: Place }
  | { readonly kind: 'read'; readonly member: string; readonly at: Place }
  | { readonly kind: 'kept'; readonly principal: Principal; readonly at: Place };

type Call = CallExpression | NewExpression;

const HANDLERS = new Set(['then', 'catch', 'finally']);

/** What is wrong with how a promise is used, if anything is; a promise that is handed on is somebody else's. */
export function neglectOfPromise(node: IrNode, module: Module): Neglect | undefined {
  const parent = module.parentOf(node);
  const at = module.place((node as Expression).range);
  switch (parent?.kind) {
    case 'expression':
      return { kind: 'dropped', at };
    case 'sequence':
      return parent.expressions.at(-1) === node ? neglectOfPromise(parent, module) : { kind: 'dropped', at };
    case 'logical':
      if (parent.left === node && parent.operator !== '??') return { kind: 'tested', at };
      return neglectOfPromise(parent, module);
    case 'conditional':
      return parent.test === node ? { kind: 'tested', at } : neglectOfPromise(parent, module);
    case 'unary':
      return parent.operator === '!' ? { kind: 'tested', at } : undefined;
    case 'binary':
      return isEquality(parent.operator) ? { kind: 'compared', at } : undefined;
    case 'if':
    case 'loop':
      return parent.test === node ? { kind: 'tested', at } : undefined;
    case 'call':
      return parent.callee.kind === 'identifier' && parent.callee.name === 'Boolean' ? { kind: 'tested', at } : keptPromise(node as Expression, module, at);
    case 'member':
      return parent.object === node && typeof parent.property === 'string' && !HANDLERS.has(parent.property)
        ? { kind: 'read', member: parent.property, at }
        : undefined;
    case 'return':
    case 'function':
      return neglectOfPredicate(node, module, at);
    // What an asynchronous function gives is a promise, whatever it has waited for.
    case 'await':
      return module.functionsAround(node)[0]?.async === true ? neglectOfPredicate(node, module, at) : undefined;
    case 'variable':
      return neglectOfVariable(parent.declarations.find(({ init }) => init === node)?.target, module, at);
    case 'assign':
      if (parent.operator !== '=' || parent.value !== node) return undefined;
      return neglectOfVariable(parent.target, module, at) ?? keptPromise(node, module, at);
    default:
      return undefined;
  }
}

/** Methods of lists that take what their function gives for a yes or a no. */
const PREDICATE_METHODS = new Set(['filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some', 'every']);

/** Where the function's result decides about the elements of a list: `users.filter((user) => …)`. */
function neglectOfPredicate(node: IrNode, module: Module, at: Place): Neglect | undefined {
  const [fn] = module.functionsAround(node);
  const call = fn === undefined ? undefined : module.parentOf(fn);
  if (call?.kind !== 'call' || call.args[0] !== fn || call.callee.kind !== 'member') return undefined;
  const method = lastName(call.callee);
  return method !== undefined && PREDICATE_METHODS.has(method) ? { kind: 'predicate', method, at } : undefined;
}

function keptPromise(node: Expression, module: Module, at: Place): Neglect | undefined {
  const principal = principalOf({ node, module, held: [] });
  return principal === undefined ? undefined : { kind: 'kept', principal, at };
}

/**
 * Whether a promise that a request keeps is taken for what comes out: by a `try` that waits for it to be refused, or by
 * what tests it or reads a member of it in one of the `modules`, and nothing in them waits for it: `await req.user`.
 */
export function isMistaken(node: IrNode, module: Module, principal: Principal, modules: Iterable<Module>): boolean {
  const seen = [...modules];
  if (seen.some(({ ir }) => someNode(ir, (part) => isWaitFor(part, principal)))) return false;
  return isInTry(node, module) || seen.some((one) => someNode(one.ir, (part) => {
    if (part.kind === 'unary') return part.operator === '!' && isKeptBy(part.operand, principal, one);
    return part.kind === 'member' && typeof part.property === 'string' && !HANDLERS.has(part.property) && isKeptBy(part.object, principal, one);
  }));
}

function isWaitFor(node: IrNode, { name }: Principal): boolean {
  if (node.kind === 'member') return typeof node.property === 'string' && HANDLERS.has(node.property) && lastName(node.object) === name;
  if (node.kind !== 'await') return false;
  const [key] = node.value.kind === 'call' ? node.value.args : [];
  return lastName(node.value) === name || (key?.kind === 'string' && key.value === name);
}

function isInTry(node: IrNode, module: Module): boolean {
  let child = node;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; child = parent, parent = module.parentOf(parent)) {
    if (parent.kind === 'try' && parent.handler !== undefined && parent.body.includes(child as Statement)) return true;
  }
  return false;
}

/** One use that waits for the promise or hands it on is enough. */
function neglectOfVariable(target: Pattern | undefined, module: Module, at: Place): Neglect | undefined {
  if (target?.kind === 'object-pattern') return neglectOfParts(target, at);
  const references = target?.kind === 'identifier' ? readsOf(target, module) : undefined;
  if (references === undefined) return undefined;
  const found = references.map((reference) => neglectOfPromise(reference, module));
  if (found.includes(undefined)) return undefined;
  return found.find((one) => one?.kind !== 'dropped') ?? { kind: 'dropped', at };
}

function neglectOfParts({ properties }: Extract<Pattern, { kind: 'object-pattern' }>, at: Place): Neglect | undefined {
  const member = properties.map((property) => (property.kind === 'rest-pattern' ? undefined : property.key)).find((key) => typeof key === 'string');
  return member === undefined ? undefined : { kind: 'read', member, at };
}

/** Where a variable of a function is read; of a module's anybody may read it. */
function readsOf(target: Identifier, module: Module): readonly Identifier[] | undefined {
  const binding = module.bindingOf(target);
  if (binding === undefined || binding.scope === module.scopes.module || binding.declarations.some(({ kind }) => kind === 'param')) return undefined;
  return binding.references.filter((reference) => {
    const parent = module.parentOf(reference);
    return reference !== target && !(parent?.kind === 'assign' && parent.target === reference);
  });
}

/** Whether the result of a call, awaited where it is a promise, is given to nobody. */
export function isIgnored(node: IrNode, module: Module): boolean {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'await':
      return isIgnored(parent, module);
    case 'expression':
      return true;
    case 'logical':
      return parent.right === node && isIgnored(parent, module);
    case 'conditional':
      return parent.test !== node && isIgnored(parent, module);
    case 'sequence':
      return parent.expressions.at(-1) !== node || isIgnored(parent, module);
    case 'variable': {
      const target = parent.declarations.find(({ init }) => init === node)?.target;
      return target?.kind === 'identifier' && readsOf(target, module)?.length === 0;
    }
    default:
      return false;
  }
}

/**
 * Whether a check stands in a branch that refuses whatever it finds: it is made so that an unknown user's refusal takes as
 * long as a wrong password's.
 */
export function refusesAnyway(node: IrNode, module: Module): boolean {
  let child = node;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; child = parent, parent = module.parentOf(parent)) {
    if (parent.kind !== 'if' || child === parent.test) continue;
    const last = listsOf(parent, module).find((statements) => statements.includes(child as Statement))?.at(-1);
    if (last?.kind === 'throw' || (last?.kind === 'return' && isRefusal(last.value))) return true;
  }
  return false;
}

/** Nothing, or what a call answers: `res.sendStatus(401)`. */
function isRefusal(value: Expression | undefined): boolean {
  if (value === undefined || value.kind === 'null' || value.kind === 'call') return true;
  return (value.kind === 'boolean' && !value.value) || (value.kind === 'identifier' && value.name === 'undefined');
}

/** What a call is called, as messages name it. */
export function callName(node: IrNode): string {
  return (node.kind === 'call' || node.kind === 'new' ? lastName(node.callee) : undefined) ?? 'the check';
}

/** Awaits the promise that a call gives, where the function around it may. */
export function awaited(node: Call, module: Module, neglect: Neglect): Repair | undefined {
  const [fn] = module.functionsAround(node);
  // To wait within the function of a list's method makes no difference.
  if (neglect.kind === 'predicate' || fn?.async !== true || !isInBody(node, fn)) return undefined;
  const [start, end] = node.range;
  const parent = module.parentOf(node);
  const isReadFrom = neglect.kind === 'read' && parent?.kind === 'member' && parent.object === node;
  const edits = isReadFrom ? [{ range: [start, start], text: '(await ' }, { range: [end, end], text: ')' }] as const : [{ range: [start, start], text: 'await ' }] as const;
  return { message: `Await \`${callName(node)}\``, edits };
}

/** A default of a parameter cannot wait. */
function isInBody({ range: [start] }: Call, { body }: FunctionExpression): boolean {
  const [from] = 'kind' in body ? body.range : (body[0]?.range ?? [Infinity]);
  return start >= from;
}
