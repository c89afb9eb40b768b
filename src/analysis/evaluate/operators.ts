import type { UnaryExpression } from '../../ir/types.js';
import { fold, numberOf, sameness, timeArithmetic, toNumber } from './arithmetic.js';
import type { Place } from '../finding.js';
import { textOf } from './literals.js';
import {
  absent, alternatives, known, mapAlternatives, truthiness, union, unknown, type Env, type Value, type When,
} from './values.js';

/** `!value` */
export function negated(value: Value, at: Place): Value {
  return mapAlternatives(value, (one) => {
    const truth = truthiness(one);
    return truth === undefined ? { kind: 'derived', operator: '!', operands: [one], at } : known(at, !truth);
  });
}

/** `!a`, `-a`, `typeof a` and the like, of an operand whose value is given. */
export function unaryValue(node: UnaryExpression, operand: Value, at: Place): Value {
  switch (node.operator) {
    case 'void':
      return { ...absent(at), explicit: true };
    case '!':
      return negated(operand, at);
    case '-':
    case '+':
    case '~':
      return mapAlternatives(operand, (value) => {
        const number = toNumber(value);
        // A variable stays one: what it falls back to may come behind.
        if (node.operator === '+' && value.kind === 'time') return { ...numberOf(value), at };
        if (number === undefined && node.operator === '+' && value.kind === 'env') return { ...value, ...numericFallback(value) };
        if (number === undefined) return { kind: 'derived', operator: node.operator, operands: [value], at };
        return known(at, node.operator === '-' ? -number : node.operator === '~' ? ~number : number);
      });
    case 'typeof':
      return mapAlternatives(operand, (value) => {
        const type = typeOf(value);
        return type === undefined ? { kind: 'derived', operator: 'typeof', operands: [value], at } : known(at, type);
      });
    case 'delete':
      return unknown(at, 'delete expression');
  }
}

function numericFallback({ fallback }: Env): { fallback?: Value } {
  const number = fallback === undefined ? undefined : toNumber(fallback);
  return fallback === undefined || number === undefined ? {} : { fallback: { ...known(fallback.at, number), via: fallback.via } };
}

function typeOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return value.value === null ? 'object' : typeof value.value;
    case 'absent':
      return 'undefined';
    case 'text':
      return 'string';
    case 'function':
    case 'class':
      return 'function';
    case 'object':
    case 'array':
    case 'regexp':
    case 'instance':
    case 'module':
      return 'object';
    default:
      return undefined;
  }
}

/** `a || b`, `a ?? b`, `a && b`. An environment variable on the left keeps the right side as its fallback. */
export function logicalValue(operator: '||' | '??' | '&&', left: Value, right: () => Value, at: Place): Value {
  const members = alternatives(left).map(({ value, when }) => ({ value: oneLogical(operator, value, right, at), when }));
  return union(at, members);
}

function oneLogical(operator: '||' | '??' | '&&', left: Value, right: () => Value, at: Place): Value {
  const truth = truthiness(left);
  if (operator === '&&') {
    if (truth === true) return right();
    if (truth === false) return left;
    // Where the left side decides, it is empty in some way.
    return union(at, [{ value: left.kind === 'env' ? left : known(at, false) }, { value: right() }]);
  }
  if (left.kind === 'env') return withFallback(left, right());
  if (operator === '??') {
    if (left.kind === 'absent' || (left.kind === 'known' && left.value === null)) return right();
    if (truth !== undefined || left.kind === 'text' || left.kind === 'time') return left;
  } else {
    if (truth === true || left.kind === 'time') return left;
    if (truth === false) return right();
  }
  // `left ?? undefined` says no more than `left`.
  const otherwise = right();
  return otherwise.kind === 'absent' ? left : union(at, [{ value: left }, { value: otherwise }]);
}

/** The variable with one more value to fall back to, behind those it has. */
export function withFallback(env: Env, fallback: Value): Value {
  if (env.required) return env;
  if (env.fallback === undefined) return fallback.kind === 'absent' ? env : { ...env, fallback };
  return { ...env, fallback: logicalValue('||', env.fallback, () => fallback, fallback.at) };
}

/** `test ? then : otherwise`: one of both where the test is not known, with the environment that it asks for. */
export function conditionalValue(test: Value, then: () => Value, otherwise: () => Value, at: Place): Value {
  const truth = truthiness(test);
  if (truth !== undefined) return truth ? then() : otherwise();
  if (test.kind === 'union') {
    return union(at, test.members.map(({ value, when }) => ({ value: conditionalValue(value, then, otherwise, at), when })));
  }
  return union(at, [{ value: then() }, { value: otherwise() }]);
}

const NODE_ENV_NAMES = /^(?:(?:NODE|APP|VERCEL|DEPLOY|DEPLOYMENT|REACT_APP|NEXT_PUBLIC_NODE|NEXT_PUBLIC_VERCEL)_)?(?:ENV|ENVIRONMENT|STAGE|MODE)$/;
const PRODUCTION_VALUES = /^prod(?:uction)?$/i;
const DEVELOPMENT_VALUES = /^(?:dev(?:elopment|el)?|test(?:ing)?|local(?:host)?|ci)$/i;

/** Which environment `variable === value` tells of, for variables such as NODE_ENV. */
function environmentOf(variable: Value, value: Value): When | undefined {
  if (variable.kind !== 'env' || !NODE_ENV_NAMES.test(variable.name)) return undefined;
  if (value.kind !== 'known' || typeof value.value !== 'string') return undefined;
  if (PRODUCTION_VALUES.test(value.value)) return 'production';
  return DEVELOPMENT_VALUES.test(value.value) ? 'development' : undefined;
}

/** True in one environment, false in the other. */
export function trueIn(when: When, at: Place): Value {
  return union(at, [
    { value: known(at, when === 'production'), when: 'production' },
    { value: known(at, when === 'development'), when: 'development' },
  ]);
}

/** Whether a value stands in a list of names of environments; see `Array.prototype.includes`. */
export function environmentAmong(variable: Value, values: readonly Value[], at: Place): Value | undefined {
  const tells = values.map((value) => environmentOf(variable, value));
  if (tells.includes('production')) return trueIn('production', at);
  return tells.length > 0 && tells.every((when) => when === 'development') ? trueIn('development', at) : undefined;
}

/** Arithmetic, comparison and concatenation of values that are given; an assignment's operator without its `=`. */
export function binaryValue(operator: string, left: Value, right: Value, at: Place): Value {
  switch (operator) {
    case '===':
    case '==':
    case '!==':
    case '!=': {
      const when = environmentOf(left, right) ?? environmentOf(right, left);
      if (when !== undefined) {
        const same = operator.startsWith('=');
        return trueIn(same ? when : when === 'production' ? 'development' : 'production', at);
      }
      break;
    }
    case '|':
      // A mistyped `||`: with an environment variable on the left nothing else can be meant.
      if (left.kind === 'env') return withFallback(left, right);
      break;
  }
  if (left.kind === 'union' || right.kind === 'union') {
    return union(at, alternatives(left).flatMap((a) =>
      alternatives(right)
        .filter((b) => a.when === undefined || b.when === undefined || a.when === b.when)
        .map((b) => ({ value: plainBinary(operator, a.value, b.value, at), when: a.when ?? b.when }))));
  }
  return plainBinary(operator, left, right, at);
}

function plainBinary(operator: string, left: Value, right: Value, at: Place): Value {
  if (left.kind === 'known' && right.kind === 'known') {
    if (operator === '+' && (typeof left.value === 'string' || typeof right.value === 'string')) return textOf([left, right], at);
    const result = fold(operator, left.value, right.value);
    return result === undefined ? unknown(at, `${operator} of these`) : known(at, result);
  }
  if (left.kind === 'time' || right.kind === 'time') {
    const result = timeArithmetic(operator, left, right, at);
    if (result !== undefined) return result;
  }
  const isText = (value: Value): boolean => value.kind === 'text' || (value.kind === 'known' && typeof value.value === 'string');
  if (operator === '+' && (isText(left) || isText(right))) return textOf([left, right], at);
  // An environment variable in arithmetic is the number that it falls back to, or not known.
  if (left.kind === 'env' && left.fallback !== undefined && right.kind === 'known') {
    return { ...left, fallback: binaryValue(operator, left.fallback, right, at) };
  }
  if (right.kind === 'env' && right.fallback !== undefined && left.kind === 'known') {
    return { ...right, fallback: binaryValue(operator, left, right.fallback, at) };
  }
  const same = sameness(operator, left, right);
  if (same !== undefined) return known(at, same);
  return { kind: 'derived', operator, operands: [left, right], at };
}
