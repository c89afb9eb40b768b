import { numberOf } from './arithmetic.js';
import type { Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import { textOf } from './literals.js';
import { environmentAmong } from './operators.js';
import { anyOf, known, unknown, type CallInfo, type Value } from './values.js';

type StringMethod = (text: string, args: readonly (string | number | undefined)[]) => string | number | boolean | string[] | undefined;

/** A string that a fold would make longer than this is not folded. */
const MAX_TEXT = 4096;

function bounded(text: string): string | undefined {
  return text.length > MAX_TEXT ? undefined : text;
}

function index(value: string | number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

const STRING_METHODS: ReadonlyMap<string, StringMethod> = new Map<string, StringMethod>([
  ['toString', (text) => text],
  ['valueOf', (text) => text],
  ['trim', (text) => text.trim()],
  ['toLowerCase', (text) => text.toLowerCase()],
  ['toUpperCase', (text) => text.toUpperCase()],
  ['slice', (text, [from, to]) => text.slice(index(from), index(to))],
  ['substring', (text, [from, to]) => text.substring(index(from) ?? 0, index(to))],
  ['repeat', (text, [count]) => (Number(count) >= 0 && Number(count) * text.length <= MAX_TEXT ? text.repeat(Number(count)) : undefined)],
  ['padStart', (text, [length, fill]) => (Number(length) <= MAX_TEXT ? text.padStart(Number(length), fill === undefined ? ' ' : String(fill)) : undefined)],
  ['padEnd', (text, [length, fill]) => (Number(length) <= MAX_TEXT ? text.padEnd(Number(length), fill === undefined ? ' ' : String(fill)) : undefined)],
  ['concat', (text, args) => bounded(text + args.join(''))],
  ['split', (text, [separator]) => (typeof separator === 'string' ? text.split(separator) : undefined)],
  ['startsWith', (text, [start]) => text.startsWith(String(start))],
  ['endsWith', (text, [end]) => text.endsWith(String(end))],
  ['includes', (text, [part]) => text.includes(String(part))],
]);

/** A method of a string, number, array or what is not known, where the receiver is no library's. */
export function builtinMethod(ev: Evaluator, name: string, receiver: Value, info: CallInfo, at: Place): Value {
  if (receiver.kind === 'known') {
    const result = knownMethod(name, receiver.value, info);
    if (Array.isArray(result)) return { kind: 'array', elements: result.map((one) => known(at, one)), at };
    if (result !== undefined) return { ...known(at, result), via: receiver.via };
  }
  if (receiver.kind === 'array') return arrayMethod(ev, name, receiver, info, at);
  if (receiver.kind === 'time' && ['getTime', 'valueOf'].includes(name)) return numberOf(receiver);
  if (receiver.kind === 'env' && ['trim', 'toString', 'toLowerCase', 'toUpperCase'].includes(name)) return receiver;
  if (receiver.kind === 'text' && ['trim', 'toString'].includes(name)) return receiver;
  return { kind: 'derived', operator: `.${name}()`, operands: [receiver, ...info.args], at };
}

function knownMethod(name: string, value: string | number | boolean | bigint | null, info: CallInfo): ReturnType<StringMethod> {
  if (typeof value === 'number') return name === 'toString' && info.args.length === 0 ? String(value) : undefined;
  if (typeof value !== 'string' || info.spread) return undefined;
  const args: (string | number | undefined)[] = [];
  for (const arg of info.args) {
    if (arg.kind === 'absent') args.push(undefined);
    else if (arg.kind === 'known' && (typeof arg.value === 'string' || typeof arg.value === 'number')) args.push(arg.value);
    else return undefined;
  }
  return STRING_METHODS.get(name)?.(value, args);
}

function arrayMethod(ev: Evaluator, name: string, receiver: Extract<Value, { kind: 'array' }>, info: CallInfo, at: Place): Value {
  const [first] = info.args;
  switch (name) {
    case 'join': {
      const separator = first === undefined ? ',' : first.kind === 'known' ? String(first.value) : undefined;
      if (separator === undefined || receiver.open) return { kind: 'derived', operator: '.join()', operands: [receiver], at };
      const parts = receiver.elements.flatMap((element, index) => (index === 0 ? [element] : [separator, element]));
      return textOf(parts, at);
    }
    case 'includes':
      return (first === undefined || receiver.open ? undefined : (environmentAmong(first, receiver.elements, at) ?? isAmong(first, receiver.elements, at))) ??
        { kind: 'derived', operator: '.includes()', operands: [receiver, ...info.args], at };
    case 'concat':
      return info.args.every((arg) => arg.kind === 'array' && !arg.open)
        ? { ...receiver, elements: [...receiver.elements, ...info.args.flatMap((arg) => (arg.kind === 'array' ? arg.elements : []))] }
        : { ...receiver, open: true };
    case 'slice':
    case 'sort':
    case 'reverse':
      return info.args.length === 0 ? receiver : { ...receiver, open: true };
    case 'filter':
      // `filter(Boolean)` and the like take away; what remains is among these.
      return { ...receiver, open: true };
    case 'map':
      return mapArray(ev, receiver, first, info, at);
    case 'at': {
      const index = first?.kind === 'known' ? receiver.elements.at(Number(first.value)) : undefined;
      return index !== undefined && !receiver.open ? index : anyOf(at, receiver.elements);
    }
    case 'find':
      return anyOf(at, receiver.elements);
    default:
      return unknown(at, `result of ${name} of a list`);
  }
}

function isAmong(value: Value, values: readonly Value[], at: Place): Value | undefined {
  if (value.kind !== 'known' || !values.every((one) => one.kind === 'known')) return undefined;
  return known(at, values.some((one) => one.value === value.value));
}

function mapArray(ev: Evaluator, receiver: Extract<Value, { kind: 'array' }>, fn: Value | undefined, info: CallInfo, at: Place): Value {
  if (fn?.kind !== 'function') return unknown(at, 'a list made by an unknown function');
  const context = { module: info.module, frame: info.frame };
  const elements = receiver.elements.map((element, index) => ev.invoke(fn, [element, known(at, index), receiver], context, at));
  return { kind: 'array', elements, at, ...(receiver.open ? { open: true } : {}) };
}
