import { BITS_PER_CHARACTER, UUID_V4_BITS, type Encoding } from '../../domain/entropy.js';
import type { RandomModel } from '../../knowledge/model.js';
import { drawnBits, filledBits } from '../operations/drawn-bits.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { fieldValue } from '../operations/fields.js';
import type { Place } from '../finding.js';
import { randomCalls } from '../operations/random-calls.js';
import { calleeRange } from '../evaluate/module.js';
import { alternatives, known, unknown, type CallInfo, type External, type Value } from '../evaluate/values.js';

/** How hard a value is to guess for somebody who knows the code. */
export interface Entropy {
  readonly bits: number;
  /** Bits before the text was cut, when it was. */
  readonly uncut?: number;
  /** Bits of one byte or character of the value, where it consists of such. */
  readonly perUnit?: number;
  readonly unit: 'byte' | 'character';
  /** The same of the random source itself, in whose units its size is given. */
  readonly drawn?: { readonly perUnit: number; readonly unit: 'byte' | 'character' };
  /** Where the code says how many bits there are: the size, or the cut. */
  readonly at: Place;
  /** The library that draws it; of several the first. */
  readonly library: string;
  /** It is what the library gives when no size is asked for. */
  readonly byDefault?: boolean;
  /** What the code makes of the bytes one by one may lose some. */
  readonly atMost?: boolean;
  /** The size may also be another one. */
  readonly oneOf?: boolean;
  /** Characters of known text before it. */
  readonly lead?: number;
}

/**
 * The entropy of a value that random sources with known sizes make: encoded, cut, put together, hashed. `undefined` where
 * any part is not known.
 */
export function entropyOf(ev: Evaluator, value: Value): Entropy | undefined {
  switch (value.kind) {
    case 'known':
    case 'time':
      return { bits: 0, unit: 'character', at: value.at, library: '' };
    case 'text':
      return textEntropy(ev, value.parts);
    case 'derived':
      return derivedEntropy(ev, value.operator, value.operands);
    case 'external':
      return arrayEntropy(value) ?? (value.call === undefined ? undefined : callEntropy(ev, value, value.call));
    default:
      return undefined;
  }
}

/** What stands behind or between random parts hides where a cut of the whole text cuts them. */
function textEntropy(ev: Evaluator, parts: readonly (string | Value)[]): Entropy | undefined {
  const total = sum(parts.map((part) => (typeof part === 'string' ? known({ file: '', range: [0, 0] }, part) : part)).map((part) => entropyOf(ev, part)));
  if (total === undefined) return undefined;
  const texts = parts.filter((part) => typeof part === 'string');
  if (texts.length === 0) return total;
  const [lead] = parts;
  if (parts.length === 2 && typeof lead === 'string') return { ...total, lead: lead.length + (total.lead ?? 0) };
  return withoutUnits(total);
}

/** An array that is filled in place: nobody makes a secret of the zeros that it has before. */
function arrayEntropy(value: External): Entropy | undefined {
  const bits = filledBits(value, value.at);
  if (bits.kind !== 'known') return undefined;
  const isBytes = value.path.startsWith('Uint8');
  return { bits: Number(bits.value), unit: 'byte', at: bits.at, library: 'Web Crypto', ...(isBytes ? { perUnit: 8, drawn: { perUnit: 8, unit: 'byte' } } : {}) };
}

function withoutUnits({ perUnit: _, ...entropy }: Entropy): Entropy {
  return entropy;
}

function sum(parts: readonly (Entropy | undefined)[]): Entropy | undefined {
  let total: Entropy | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (part.bits === 0) continue;
    if (total === undefined) total = part;
    else total = { ...(total.perUnit === part.perUnit ? total : withoutUnits(total)), bits: total.bits + part.bits, byDefault: false };
  }
  return total;
}

function derivedEntropy(ev: Evaluator, operator: string, operands: readonly Value[]): Entropy | undefined {
  const [first, ...rest] = operands;
  if (first === undefined) return undefined;
  if (operator === '+') return sum(operands.map((operand) => entropyOf(ev, operand)));
  if (operator === 'number') return entropyOf(ev, first);
  const method = /^\.(\w+)\(\)$/.exec(operator)?.[1];
  return method === undefined ? undefined : methodEntropy(entropyOf(ev, first), method, rest, first.at);
}

function callEntropy(ev: Evaluator, value: External, call: CallInfo): Entropy | undefined {
  const drawn = drawnHere(ev, call);
  if (drawn !== undefined) return drawn;
  const { callee } = call.node;
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return undefined;
  const { property } = callee;
  const receiver = value.receiver?.receiver;
  if (receiver === undefined) return undefined;
  if (property === 'digest') return digestEntropy(ev, receiver, call);
  if (property === 'from' && /^(?:Buffer|Array|Uint8Array)$/.test(receiver.path)) {
    const before = call.args[0] === undefined ? undefined : entropyOf(ev, call.args[0]);
    return call.args[1]?.kind === 'function' ? mapped(before) : before;
  }
  return methodEntropy(entropyOf(ev, receiver), property, call.args, call.module.place(calleeRange(call.node)));
}

function drawnHere(ev: Evaluator, call: CallInfo): Entropy | undefined {
  for (const { field, model } of randomCalls(ev, call)) {
    const { at, match: { library } } = field;
    const size = model.fields.size === undefined ? unknown(at, 'no size') : fieldValue(model.fields.size, field);
    const bits = model.fields.bits === undefined
      ? model.random === undefined ? undefined : drawnBits(model.random, size, field)
      : fieldValue(model.fields.bits, field);
    const possible = bits === undefined ? [] : alternatives(bits).filter(({ when }) => when !== 'development');
    const drawn = possible.map(({ value }) => value).filter((value) => value.kind === 'known');
    const [fewest] = drawn.sort((a, b) => Number(a.value) - Number(b.value));
    if (fewest === undefined) return undefined;
    const drawnPer = unitBits(model.random, Number(fewest.value), size, call);
    const drawnUnit = drawnPer === 8 ? 'byte' : 'character';
    const encoding = model.random !== undefined && 'as' in model.random ? model.random.as : undefined;
    const perUnit = encoding === undefined ? drawnPer : BITS_PER_CHARACTER[encoding];
    const unit = encoding === undefined ? drawnUnit : 'character';
    const byDefault = (model.random === undefined || size.kind === 'absent') && !isFilled(model.random);
    return {
      bits: Number(fewest.value), unit, byDefault, oneOf: possible.length > 1, at: fewest.at, library: library.name,
      ...(perUnit === undefined || drawnPer === undefined ? {} : { perUnit, drawn: { perUnit: drawnPer, unit: drawnUnit } }),
    };
  }
  return undefined;
}

function isFilled(model: RandomModel | undefined): boolean {
  return model !== undefined && 'fills' in model;
}

function unitBits(model: RandomModel | undefined, bits: number, size: Value, { args }: CallInfo): number | undefined {
  if (model === undefined) return bits === UUID_V4_BITS ? BITS_PER_CHARACTER.hex : undefined;
  if ('bitsPerUnit' in model) return model.bitsPerUnit;
  if ('fills' in model) return args[0]?.kind === 'external' && args[0].path.startsWith('Uint8') ? 8 : undefined;
  return 'alphabet' in model && size.kind === 'known' && Number(size.value) > 0 ? bits / Number(size.value) : undefined;
}

/** A hash has the entropy of what it is made from; a keyed one is another matter. */
function digestEntropy(ev: Evaluator, hash: External, { args }: CallInfo): Entropy | undefined {
  const updates: (Entropy | undefined)[] = [];
  for (let current: External | undefined = hash; current !== undefined; current = current.receiver) {
    if (current.path.startsWith('createHmac')) return undefined;
    const [data] = current.call?.args ?? [];
    if (current.path.endsWith('.update()')) updates.push(data === undefined ? undefined : entropyOf(ev, data));
  }
  const total = sum(updates);
  return total === undefined ? undefined : encoded(total, args[0]);
}

/** Methods of texts, numbers and buffers after which the value is as hard to guess as before. */
const KEEPING = new Set(['join', 'trim', 'padStart', 'padEnd', 'replace', 'replaceAll', 'toUpperCase', 'valueOf']);

function methodEntropy(before: Entropy | undefined, method: string, args: readonly Value[], at: Place): Entropy | undefined {
  if (before === undefined) return undefined;
  if (KEEPING.has(method)) return before;
  switch (method) {
    case 'toString':
      return before.unit === 'byte' ? encoded(before, args[0]) : before;
    case 'map':
    case 'reduce':
      return mapped(before);
    case 'slice':
    case 'substring':
    case 'substr':
    case 'subarray':
      return cut(before, keptUnits(before, method, args), at);
    default:
      return undefined;
  }
}

function mapped(bytes: Entropy | undefined): Entropy | undefined {
  return bytes === undefined ? undefined : { ...withoutUnits(bytes), atMost: true };
}

function encoded(bytes: Entropy, encoding: Value | undefined): Entropy | undefined {
  const perUnit = encoding?.kind === 'known' ? BITS_PER_CHARACTER[String(encoding.value) as Encoding] : undefined;
  return perUnit === undefined ? undefined : { ...bytes, perUnit, unit: 'character' };
}

function cut(before: Entropy, units: number | undefined, at: Place): Entropy | undefined {
  if (units === undefined || before.perUnit === undefined) return undefined;
  const bits = Math.min(before.bits, units * before.perUnit);
  const uncut = before.uncut ?? before.bits;
  // Behind the first eight digits of a UUID come hyphens, the version and the variant.
  const atMost = before.atMost === true || (uncut === UUID_V4_BITS && units > 8);
  return bits < before.bits ? { ...before, bits, uncut, atMost, byDefault: false, at } : before;
}

/** How many random bytes or characters are left by `slice(from, to)` and its kin. */
function keptUnits({ bits, perUnit, lead = 0 }: Entropy, method: string, args: readonly Value[]): number | undefined {
  const [from, second] = args.map((arg) => (arg.kind === 'known' && typeof arg.value === 'number' ? arg.value : NaN));
  if (from === undefined || Number.isNaN(from) || Number.isNaN(second)) return undefined;
  const to = method === 'substr' && second !== undefined ? from + second : second;
  if (from < 0) return second === undefined && method !== 'substring' ? -from : undefined;
  const skipped = Math.max(0, from - lead);
  if (to === undefined) return perUnit === undefined ? undefined : Math.max(0, bits / perUnit - skipped);
  return to < 0 ? undefined : Math.max(0, to - lead - skipped);
}
