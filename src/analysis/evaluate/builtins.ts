import { parseMs } from '../../domain/durations.js';
import { INJECTORS, TRANSPARENT } from '../../knowledge/index.js';
import { numberOf, toNumber } from './arithmetic.js';
import { environmentCall } from './environment.js';
import type { Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import { negated } from './operators.js';
import { joinedPath } from './requires.js';
import { draftOf, objectOf, spreadInto } from './spread.js';
import { known, mapAlternatives, unknown, type CallInfo, type External, type Value } from './values.js';

type Builtin = (args: readonly Value[], at: Place, ev: Evaluator) => Value | undefined;

const same: Builtin = ([value]) => value;

/** Numbers and times are converted. */
function numeric(convert: (value: number) => number): Builtin {
  return ([value], at) => value === undefined ? undefined : mapAlternatives(value, (one) => {
    if (one.kind === 'time') return { ...numberOf(one), offset: convert(one.offset) };
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

/** The `ms` package gives texts their milliseconds, and numbers a text. */
const milliseconds: Builtin = ([text], at) => text === undefined ? undefined : mapAlternatives(text, (one) => {
  const number = (value: Value | undefined): number | undefined =>
    value?.kind === 'known' && typeof value.value === 'string' ? parseMs(value.value) : undefined;
  return converted(one, number, at);
});

/** Functions of the language, of Node.js and of `ms`, by package and path. */
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
  'ms:': milliseconds,
  'global:Date.now': (_, at) => ({ kind: 'time', unit: 'ms', offset: 0, at }),
  'global:String': ([value], at) => value === undefined ? undefined : mapAlternatives(value, (one) =>
    one.kind === 'known' ? known(at, String(one.value)) : { kind: 'text', parts: [one], at }),
  'global:Boolean': ([value], at) => value === undefined ? undefined : negated(negated(value, at), at),
  'node:path:join': (args, at) => joinedPath(args, at),
  'node:path:resolve': (args, at) => joinedPath(args, at),
  'global:Promise.resolve': same,
};

/**
 * The result of a call whose meaning is known: a function of the language, or one that a library's model says to hand on
 * its argument, to make an instance of it, or to read an environment variable. `undefined`: the result is the library's.
 */
export function builtinCall(ev: Evaluator, callee: External, info: CallInfo, at: Place): Value | undefined {
  const { args } = info;
  const path = `${callee.package}:${callee.path}`;
  const builtin = BUILTINS[path];
  if (builtin !== undefined) return builtin(args, at, ev);
  const kept = TRANSPARENT.get(path);
  if (kept !== undefined) return args[kept];
  const [first] = args;
  if (INJECTORS.has(path) && first?.kind === 'class') return { kind: 'instance', class: first, at };
  return environmentCall(ev, callee, info, at);
}
