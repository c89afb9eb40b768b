import type { Argument, CallExpression, Expression, FunctionExpression, MemberExpression, NewExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { lastName, lastSourceName, sourceName } from '../naming.js';
import type { Binding } from '../evaluate/scopes.js';

/** Methods whose result is no longer the value: a fact about it, or nothing. */
const ENDING_METHODS = new Set([
  'includes', 'startsWith', 'endsWith', 'match', 'matchAll', 'test', 'indexOf', 'lastIndexOf', 'localeCompare', 'equals',
  'has', 'hasOwnProperty', 'search', 'forEach', 'then', 'catch', 'finally', 'some', 'every', 'find', 'filter', 'get',
]);

/** Methods that take from their receiver what the argument says: `chars.charAt(n)`. */
const PICKING_METHODS = new Set(['charAt', 'at', 'charCodeAt', 'substr', 'substring', 'slice']);

/** Functions of the language that convert their argument. */
const CONVERTERS = new Set(['String', 'Number', 'BigInt', 'parseInt', 'parseFloat', 'btoa', 'encodeURIComponent', 'Buffer', 'Array', 'Uint8Array']);
const CONVERTER_OBJECTS = new Set(['Math', 'Buffer', 'Number', 'String', 'Array', 'Promise', 'JSON']);
const HASH_NAME = /^(?:md5|sha\d+\w*|hash\w*|digest\w*|ripemd\d+|blake\w+)$/i;

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);

/** The expression around a node that is still the same value in another shape; `undefined` where it ends. */
export function valueParent(node: Argument, module: Module, ev: Evaluator): Argument | undefined {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'template':
    case 'await':
    case 'spread':
      return parent;
    case 'unary':
      return ['+', '-', '~'].includes(parent.operator) ? parent : undefined;
    case 'binary':
      return ARITHMETIC.has(parent.operator) ? parent : undefined;
    case 'logical':
      return parent.operator !== '&&' || parent.right === node ? parent : undefined;
    case 'conditional':
      return parent.test === node ? undefined : parent;
    case 'sequence':
      return parent.expressions.at(-1) === node ? parent : undefined;
    case 'array':
      return isJoined(parent, module) ? parent : undefined;
    case 'member':
      return memberParent(node, parent, module, ev);
    case 'call':
    case 'new':
      return converts(node, parent, module) ? parent : undefined;
    default:
      return undefined;
  }
}

/** Whether an expression picks one part of something by a number: `list[number]`, `text.charAt(number)`. */
export function picks(node: IrNode, number: IrNode): boolean {
  if (node.kind === 'member') return node.property === number;
  return node.kind === 'call' && node.callee !== number && ['charAt', 'at'].includes(lastName(node.callee) ?? '');
}

/** Whether an expression puts several parts together. */
export function joins(node: IrNode): boolean {
  return node.kind === 'template' || node.kind === 'array' || (node.kind === 'binary' && node.operator === '+') || (node.kind === 'call' && lastName(node.callee) === 'concat');
}

function isJoined(array: IrNode, module: Module): boolean {
  const member = module.parentOf(array);
  return member?.kind === 'member' && member.object === array && member.property === 'join';
}

function memberParent(node: Argument, member: MemberExpression, module: Module, ev: Evaluator): Expression | undefined {
  if (member.object !== node) return isAlphabet(member.object, module, ev) ? member : undefined;
  const call = module.parentOf(member);
  if (call?.kind === 'call' && call.callee === member) {
    return typeof member.property === 'string' && ENDING_METHODS.has(member.property) ? undefined : call;
  }
  // An element is part of the value (`uuid().split('-')[0]`); a property says something about it.
  return typeof member.property === 'string' ? undefined : member;
}

/** Whether what an index picks is a character: picking from a list of anything else generates nothing. */
function isAlphabet(object: Expression, module: Module, ev: Evaluator): boolean {
  const value = ev.evaluate(object, { module, frame: undefined });
  if (value.kind === 'array') {
    return value.elements.length > 0 && value.elements.every((element) => element.kind === 'known' && String(element.value).length <= 2);
  }
  return value.kind === 'known' || value.kind === 'text' || !['object', 'external'].includes(value.kind);
}

function converts(node: Argument, call: CallExpression | NewExpression, module: Module): boolean {
  const { callee } = call;
  if (callee === node || !call.args.includes(node)) return false;
  if (callee.kind === 'identifier') return [callee.name, sourceName(callee, module)].some((name) => CONVERTERS.has(name) || HASH_NAME.test(name));
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
  if (callee.object.kind === 'identifier' && CONVERTER_OBJECTS.has(callee.object.name)) return callee.property !== 'resolve' || callee.object.name === 'Promise';
  if (callee.property === 'update') return isPlainHash(callee.object, module);
  return PICKING_METHODS.has(callee.property) || callee.property === 'concat' || HASH_NAME.test(callee.property);
}

/** `createHash(…)` and further `update`s of it; an HMAC has a key, which may hold all that is needed. */
function isPlainHash(receiver: Expression, module: Module): boolean {
  if (receiver.kind !== 'call') return false;
  const { callee } = receiver;
  const name = lastSourceName(callee, module);
  if (name === 'createHash') return true;
  return name === 'update' && callee.kind === 'member' && isPlainHash(callee.object, module);
}

/** Methods whose callback's results make up their own, and whether it is called once for each part. */
const CALLBACKS: Readonly<Record<string, boolean>> = {
  map: true, flatMap: true, from: true, replace: true, replaceAll: true, reduce: true, useMemo: false, useState: false, useRef: false,
};

/** The call that a function's result goes on through: as a callback, or called where it stands. */
export function passesOn(fn: FunctionExpression, module: Module): { node: CallExpression; repeats: boolean } | undefined {
  const parent = module.parentOf(fn);
  if (parent?.kind !== 'call') return undefined;
  if (parent.callee === fn) return { node: parent, repeats: false };
  const name = lastName(parent.callee);
  const repeats = name !== undefined && Object.hasOwn(CALLBACKS, name) ? CALLBACKS[name] : undefined;
  return repeats === undefined ? undefined : { node: parent, repeats };
}

/** Whether a variable is added to after it got its value: what it got is then only a part. */
export function grows({ references }: Binding, module: Module): boolean {
  return references.some((reference) => {
    const parent = module.parentOf(reference);
    return parent?.kind === 'assign' && parent.target === reference && parent.operator === '+=';
  });
}

/** Whether a variable becomes the `name` of a class or function: `Object.defineProperty(type, 'name', { value: token })`. */
export function namesThing({ references }: Binding, module: Module): boolean {
  return references.some((reference) => {
    const property = module.parentOf(reference);
    const object = property?.kind === 'property' ? module.parentOf(property) : undefined;
    const call = object && module.parentOf(object);
    if (call?.kind !== 'call' || lastName(call.callee) !== 'defineProperty') return false;
    const [, key] = call.args;
    return key?.kind === 'string' && key.value === 'name';
  });
}
