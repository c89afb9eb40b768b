import { toNumber } from './arithmetic.js';
import type { Evaluator } from './evaluate.js';
import type { Place } from './finding.js';
import { textOf } from './literals.js';
import { environmentAmong } from './operators.js';
import { joinedPath } from './requires.js';
import { draftOf, objectOf, spreadInto } from './spread.js';
import { anyOf, known, mapAlternatives, unknown, type CallInfo, type External, type Value } from './values.js';

type Builtin = (args: readonly Value[], at: Place, ev: Evaluator) => Value | undefined;

const same: Builtin = ([value]) => value;

/** Numbers and times are converted. */
function numeric(convert: (value: number) => number): Builtin {
  return ([value], at) => value === undefined ? undefined : mapAlternatives(value, (one) => {
    if (one.kind === 'time') return { ...one, offset: convert(one.offset) };
    return converted(one, (number) => {
      const result = toNumber(number);
      return result === undefined ? undefined : convert(result);
    }, at);
  });
}

/** `parseInt` and `parseFloat`: what a text starts with. */
function parsed(parse: (text: string, radix?: number) => number): Builtin {
  return ([text, radix], at) => text === undefined ? undefined : mapAlternatives(text, (one) => {
    const number = (value: Value | undefined): number | undefined => {
      const result = value?.kind === 'known' ? parse(String(value.value), radix?.kind === 'known' ? Number(radix.value) : undefined) : NaN;
      return Number.isNaN(result) ? undefined : result;
    };
    return converted(one, number, at);
  });
}

/** The number that a value is converted to; an environment variable stays one, with its fallback converted. */
function converted(value: Exclude<Value, { kind: 'union' }>, convert: (value: Value) => number | undefined, at: Place): Value {
  const number = convert(value);
  if (number !== undefined) return known(at, number);
  if (value.kind !== 'env') return { kind: 'derived', operator: 'number', operands: [value], at };
  const { fallback } = value;
  const inner = fallback === undefined ? undefined : convert(fallback);
  return fallback === undefined || inner === undefined ? value : { ...value, fallback: { ...known(fallback.at, inner), via: fallback.via } };
}

/** Lists what an object or a list has, as far as all of it is known. */
function listed(part: (key: string, value: Value, at: Place) => Value): Builtin {
  return ([value], at) => {
    if (value?.kind !== 'object') return unknown(at, 'members of what is not known');
    const elements = [...value.members].map(([key, member]) => part(key, member, at));
    return { kind: 'array', elements, at, ...(value.open ? { open: true } : {}) };
  };
}

const assign: Builtin = ([target, ...sources], at) => {
  const draft = draftOf();
  for (const source of [target, ...sources]) if (source !== undefined) spreadInto(draft, source);
  const place = target?.kind === 'object' && target.members.size > 0 ? target.at : (sources.find((one) => one.kind === 'object')?.at ?? at);
  return objectOf(draft, place);
};

/** A container of dependency injection makes an instance of the class that it is asked for. */
const injected: Builtin = ([service], at) => (service?.kind === 'class' ? { kind: 'instance', class: service, at } : undefined);

/** Functions of the language, and wrappers that return what they are given. By package and path. */
const BUILTINS: Readonly<Record<string, Builtin>> = {
  'global:Object.freeze': same,
  'global:Object.seal': same,
  'global:structuredClone': same,
  'global:Object.assign': assign,
  'global:Object.keys': listed((key, _, at) => known(at, key)),
  'global:Object.values': listed((_, value) => value),
  'global:Object.entries': listed((key, value, at) => ({ kind: 'array', elements: [known(at, key), value], at })),
  'global:Array.of': (elements, at) => ({ kind: 'array', elements, at }),
  'global:Array.from': ([list, map], at) => (list?.kind === 'array' && map === undefined ? { ...list, at } : undefined),
  'global:Deno.env.get': ([name], at) => (name?.kind === 'known' ? { kind: 'env', name: String(name.value), at } : undefined),
  'global:Number': numeric(Number),
  'global:parseInt': parsed(Number.parseInt),
  'global:Number.parseInt': parsed(Number.parseInt),
  'global:parseFloat': parsed(Number.parseFloat),
  'global:Number.parseFloat': parsed(Number.parseFloat),
  'global:Math.floor': numeric(Math.floor),
  'global:Math.round': numeric(Math.round),
  'global:Math.ceil': numeric(Math.ceil),
  'global:Math.trunc': numeric(Math.trunc),
  'global:Date.now': (_, at) => ({ kind: 'time', unit: 'ms', offset: 0, at }),
  'global:String': ([value], at) => value === undefined ? undefined : mapAlternatives(value, (one) =>
    one.kind === 'known' ? known(at, String(one.value)) : { kind: 'text', parts: [one], at }),
  'global:Boolean': ([value]) => value,
  'node:path:join': (args, at) => joinedPath(args, at),
  'node:path:resolve': (args, at) => joinedPath(args, at),
  'node:util:promisify': same,
  'util:promisify': same,
  'react:useCallback': same,
  'typedi:Container.get': injected,
  'tsyringe:container.resolve': injected,
  'global:Promise.resolve': same,
};

/** `undefined`: nothing the language defines; the result is the library's. */
export function builtinCall(ev: Evaluator, callee: External, info: CallInfo, at: Place): Value | undefined {
  const builtin = BUILTINS[`${callee.package}:${callee.path}`];
  if (builtin !== undefined) return builtin(info.args, at, ev);
  // express: `app.get('env')` is NODE_ENV.
  const [first] = info.args;
  if (callee.package === 'express' && callee.path === '().get' && info.args.length === 1 && first?.kind === 'known' && first.value === 'env') {
    return { kind: 'env', name: 'NODE_ENV', fallback: known(at, 'development'), at };
  }
  return undefined;
}

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
  if (receiver.kind === 'time' && ['getTime', 'valueOf'].includes(name)) return receiver;
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
