import { BITS_PER_CHARACTER, bitsOfCharacters, bitsOfRange, UUID_V4_BITS, type Encoding } from '../domain/entropy.js';
import type { RandomModel } from '../knowledge/model.js';
import type { Evaluator } from './evaluate.js';
import { fieldValue, sourceValue, type FieldContext } from './fields.js';
import type { Place } from './finding.js';
import { matchesOf } from './matching.js';
import { calleeRange } from './module.js';
import { known, unknown, type CallInfo, type External, type Value } from './values.js';

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
}

/** Bits of what one call of a random source returns, as a value: of the size where that is known. */
export function drawnBits(model: RandomModel, size: Value, field: FieldContext): Value {
  const { at } = field;
  if ('integer' in model) return integerBits(field);
  if ('alphabet' in model) {
    const alphabet = sourceValue(model.alphabet, field);
    if (alphabet.kind !== 'known' || typeof alphabet.value !== 'string') return unknown(at, 'alphabet is not known');
    return size.kind === 'known' && typeof size.value === 'number'
      ? { ...known(size.at, bitsOfCharacters(alphabet.value, size.value)), via: size.via }
      : unknown(at, 'size is not known');
  }
  if (size.kind === 'absent') {
    return model.defaultUnits === undefined ? unknown(at, 'no size') : known(at, model.bitsPerUnit * model.defaultUnits);
  }
  return size.kind === 'known' && typeof size.value === 'number'
    ? { ...known(size.at, model.bitsPerUnit * size.value), via: size.via }
    : unknown(at, 'size is not known');
}

/** `randomInt(max)`, `randomInt(min, max)`; a callback may follow. */
function integerBits({ info, at }: FieldContext): Value {
  const limits = (info?.args ?? []).filter((arg) => arg.kind !== 'function').map((arg) => (arg.kind === 'known' ? Number(arg.value) : NaN));
  const [first = NaN, second] = limits;
  const bits = second === undefined ? bitsOfRange(0, first) : bitsOfRange(first, second);
  return Number.isNaN(bits) || limits.length === 0 ? unknown(at, 'range is not known') : known(at, bits);
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
      return sum(value.parts.filter((part) => typeof part !== 'string').map((part) => entropyOf(ev, part)));
    case 'derived':
      return derivedEntropy(ev, value.operator, value.operands);
    case 'external':
      return value.call === undefined ? undefined : callEntropy(ev, value, value.call);
    default:
      return undefined;
  }
}

function sum(parts: readonly (Entropy | undefined)[]): Entropy | undefined {
  let total: Entropy | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (part.bits === 0) continue;
    total = total === undefined ? part : { ...total, bits: total.bits + part.bits, byDefault: false };
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
  if (property === 'from' && receiver.path === 'Buffer') return call.args[0] === undefined ? undefined : entropyOf(ev, call.args[0]);
  return methodEntropy(entropyOf(ev, receiver), property, call.args, call.module.place(calleeRange(call.node)));
}

function drawnHere(ev: Evaluator, call: CallInfo): Entropy | undefined {
  const context = { module: call.module, frame: call.frame };
  for (const match of matchesOf(ev, call.node, context)) {
    const { model, library } = match;
    if (model.kind !== 'random.generate') continue;
    const at = call.module.place(calleeRange(call.node));
    const field: FieldContext = { ev, match, info: call, context, at, version: undefined };
    const size = model.fields.size === undefined ? unknown(at, 'no size') : fieldValue(model.fields.size, field);
    const bits = model.fields.bits === undefined
      ? model.random === undefined ? undefined : drawnBits(model.random, size, field)
      : fieldValue(model.fields.bits, field);
    if (bits?.kind !== 'known' || typeof bits.value !== 'number') return undefined;
    const perUnit = unitBits(model.random, bits.value, size);
    const unit = perUnit === 8 ? 'byte' : 'character';
    const byDefault = model.random === undefined || size.kind === 'absent';
    return { bits: bits.value, unit, byDefault, at: bits.at, library: library.name, ...(perUnit === undefined ? {} : { perUnit, drawn: { perUnit, unit } }) };
  }
  return undefined;
}

function unitBits(model: RandomModel | undefined, bits: number, size: Value): number | undefined {
  if (model === undefined) return bits === UUID_V4_BITS ? BITS_PER_CHARACTER.hex : undefined;
  if ('bitsPerUnit' in model) return model.bitsPerUnit;
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
const KEEPING = new Set(['trim', 'padStart', 'padEnd', 'replace', 'replaceAll', 'toUpperCase', 'valueOf']);

function methodEntropy(before: Entropy | undefined, method: string, args: readonly Value[], at: Place): Entropy | undefined {
  if (before === undefined) return undefined;
  if (KEEPING.has(method)) return before;
  switch (method) {
    case 'toString':
      return before.unit === 'byte' ? encoded(before, args[0]) : before;
    case 'slice':
    case 'substring':
    case 'substr':
    case 'subarray':
      return cut(before, keptUnits(before, method, args), at);
    default:
      return undefined;
  }
}

function encoded(bytes: Entropy, encoding: Value | undefined): Entropy | undefined {
  const perUnit = encoding?.kind === 'known' ? BITS_PER_CHARACTER[String(encoding.value) as Encoding] : undefined;
  return perUnit === undefined ? undefined : { ...bytes, perUnit, unit: 'character' };
}

function cut(before: Entropy, units: number | undefined, at: Place): Entropy | undefined {
  if (units === undefined || before.perUnit === undefined) return undefined;
  const bits = Math.min(before.bits, units * before.perUnit);
  return bits < before.bits ? { ...before, bits, uncut: before.uncut ?? before.bits, byDefault: false, at } : before;
}

/** How many bytes or characters are left by `slice(from, to)` and its kin. */
function keptUnits({ bits, perUnit }: Entropy, method: string, args: readonly Value[]): number | undefined {
  const [from, to] = args.map((arg) => (arg.kind === 'known' && typeof arg.value === 'number' ? arg.value : NaN));
  if (from === undefined || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  if (from < 0) return to === undefined && method !== 'substring' ? -from : undefined;
  if (to === undefined) return perUnit === undefined ? undefined : Math.max(0, bits / perUnit - from);
  return to < 0 ? undefined : method === 'substr' ? to : Math.max(0, to - from);
}
