import type { Place } from '../finding.js';
import { known, truthiness, type Known, type Time, type Value } from './values.js';

/** The number that a known value is in arithmetic; `undefined` for what is not known or not a number. */
export function toNumber(value: Value): number | undefined {
  if (value.kind !== 'known' || typeof value.value === 'bigint') return undefined;
  const number = Number(value.value);
  return Number.isNaN(number) ? undefined : number;
}

/** Comparisons with what is not there, or null. */
export function sameness(operator: string, left: Value, right: Value): boolean | undefined {
  const isLoose = operator === '==' || operator === '!=';
  if (!isLoose && operator !== '===' && operator !== '!==') return undefined;
  const kinds = [left, right].map((value) => {
    if (value.kind === 'absent') return isLoose ? 'nothing' : 'undefined';
    if (value.kind === 'known' && value.value === null) return isLoose ? 'nothing' : 'null';
    return value.kind === 'known' || truthiness(value) === true ? 'something' : undefined;
  });
  const [a, b] = kinds;
  if (a === undefined || b === undefined || (a === 'something' && b === 'something')) return undefined;
  return (a === b) === operator.startsWith('=');
}

/** The result of an operator on known scalars; `undefined` for operators and operands that are not folded. */
export function fold(operator: string, a: Known['value'], b: Known['value']): Known['value'] | undefined {
  switch (operator) {
    case '===':
      return a === b;
    case '!==':
      return a !== b;
    case '==':
      return a === b || String(a) === String(b);
    case '!=':
      return !(a === b || String(a) === String(b));
    default:
      return arithmetic(operator, a, b);
  }
}

const ORDER: Readonly<Record<string, (a: string, b: string) => boolean>> = {
  '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b,
};

function arithmetic(operator: string, left: Known['value'], right: Known['value']): Known['value'] | undefined {
  if (typeof left === 'bigint' || typeof right === 'bigint') return undefined;
  if (typeof left === 'string' && typeof right === 'string' && operator in ORDER) return ORDER[operator]?.(left, right);
  const [a, b] = [Number(left), Number(right)];
  const result = {
    '+': a + b, '-': a - b, '*': a * b, '/': a / b, '%': a % b, '**': a ** b,
    '|': a | b, '&': a & b, '^': a ^ b, '<<': a << b, '>>': a >> b, '>>>': a >>> b,
    '<': a < b, '>': a > b, '<=': a <= b, '>=': a >= b,
  }[operator];
  return typeof result === 'number' && Number.isNaN(result) ? undefined : result;
}

/** The number that a `Date` is in arithmetic and by `getTime()`. */
export function numberOf({ unit, offset, at, via }: Time): Time {
  return { kind: 'time', unit, offset, at, via };
}

/** `now + n`, `now - n`, `now / 1000`, `now * 1000`, `now - now`. */
export function timeArithmetic(operator: string, left: Value, right: Value, at: Place): Value | undefined {
  if (left.kind === 'time' && right.kind === 'time') {
    return operator === '-' && left.unit === right.unit ? known(at, left.offset - right.offset) : undefined;
  }
  const operand = left.kind === 'time' ? left : right.kind === 'time' ? right : undefined;
  const number = toNumber(operand === left ? right : left);
  if (operand === undefined || number === undefined) return undefined;
  const time = numberOf(operand);
  if (operator === '+') return { ...time, offset: time.offset + number, at };
  if (operand !== left) return undefined;
  if (operator === '-') return { ...time, offset: time.offset - number, at };
  if (operator === '/' && number === 1000 && time.unit === 'ms') return { ...time, unit: 's', offset: time.offset / 1000, at };
  if (operator === '*' && number === 1000 && time.unit === 's') return { ...time, unit: 'ms', offset: time.offset * 1000, at };
  return undefined;
}
