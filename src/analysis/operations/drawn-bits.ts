import { bitsOfCharacters, bitsOfRange } from '../../domain/entropy.js';
import type { RandomModel } from '../../knowledge/model.js';
import { fieldValue, type FieldContext } from './fields.js';
import type { Place } from '../finding.js';
import { known, mapAlternatives, unknown, type Value } from '../evaluate/values.js';

/** Bits of what one call of a random source returns, as a value: of the size where that is known. */
export function drawnBits(model: RandomModel, size: Value, field: FieldContext): Value {
  const { at, info } = field;
  if ('integer' in model) return integerBits(field);
  if ('fills' in model) return filledBits(info?.args[0], at);
  const alphabet = 'alphabet' in model ? charactersOf(fieldValue(model.alphabet, field), model) : undefined;
  if ('alphabet' in model && alphabet === undefined) return unknown(at, 'alphabet is not known');
  return mapAlternatives(size, (one) => {
    const units = one.kind === 'absent' && 'bitsPerUnit' in model ? model.defaultUnits : undefined;
    if (units !== undefined && 'bitsPerUnit' in model) return known(at, model.bitsPerUnit * units);
    if (one.kind !== 'known' || typeof one.value !== 'number') return unknown(at, 'size is not known');
    const bits = 'bitsPerUnit' in model ? model.bitsPerUnit * one.value : bitsOfCharacters(alphabet ?? '', one.value);
    return { ...known(one.at, bits), via: one.via };
  });
}

type AlphabetModel = Extract<RandomModel, { alphabet: unknown }>;

/** All characters of an alphabet that is a text, the name of one, or several of these. */
function charactersOf(value: Value, model: AlphabetModel): string | undefined {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' ? (model.named?.[value.value] ?? value.value) : undefined;
    case 'array':
      return value.open ? undefined : joined(value.elements, model);
    case 'external':
      return value.path !== model.joinedBy || value.call === undefined || value.call.spread ? undefined : joined(value.call.args, model);
    default:
      return undefined;
  }
}

/** Of no texts at all the library takes its default. */
function joined(values: readonly Value[], model: AlphabetModel): string | undefined {
  const { default: assumed } = model.alphabet;
  if (values.length === 0) return typeof assumed === 'string' ? assumed : undefined;
  const all = values.map((value) => charactersOf(value, model));
  return all.includes(undefined) ? undefined : all.join('');
}

const ARRAY_ELEMENT = /^(?:Uint|Int|BigUint|BigInt)(8|16|32|64)(?:Clamped)?Array#$/;

/** Bits of a typed array (`new Uint8Array(16)`) that random bytes fill: of its length and the width of its elements. */
export function filledBits(array: Value | undefined, at: Place): Value {
  const width = array?.kind === 'external' && array.package === 'global' ? ARRAY_ELEMENT.exec(array.path)?.[1] : undefined;
  const length = array?.kind === 'external' ? array.call?.args[0] : undefined;
  return width !== undefined && length?.kind === 'known' && typeof length.value === 'number'
    ? { ...known(length.at, Number(width) * length.value), via: length.via }
    : unknown(at, 'array is not known');
}

/** `randomInt(max)`, `randomInt(min, max)`; a callback may follow. */
function integerBits({ info, at }: FieldContext): Value {
  const limits = (info?.args ?? []).filter((arg) => arg.kind !== 'function').map((arg) => (arg.kind === 'known' ? Number(arg.value) : NaN));
  const [first = NaN, second] = limits;
  const bits = second === undefined ? bitsOfRange(0, first) : bitsOfRange(first, second);
  return Number.isNaN(bits) || limits.length === 0 ? unknown(at, 'range is not known') : known(at, bits);
}
