import type { FunctionExpression } from '../../ir/types.js';
import type { Place } from '../finding.js';
import type { Value } from './values.js';

/** One call of a function of the project: what its parameters and `this` are. */
export interface Frame {
  readonly function: FunctionExpression;
  /** Argument values in order, evaluated when first asked for; `undefined` past the last one given. */
  argument(index: number): Value | undefined;
  /** Arguments from `index` on, for a rest parameter. */
  rest(index: number): readonly Value[];
  /** A spread argument hides which parameter gets what from here on. */
  readonly spreadFrom?: number | undefined;
  readonly self?: Value | undefined;
  /** The call in which the function was created. */
  readonly closure?: Frame | undefined;
  /** Where the call's callee stands: an argument that is not given is absent here. */
  readonly callee: Place;
  readonly depth: number;
}

/** Calls within calls that evaluation follows. */
export const MAX_DEPTH = 8;

/** The call of `fn` that is open in this frame or in one around it. */
export function frameOf(fn: FunctionExpression, frame: Frame | undefined): Frame | undefined {
  for (let current = frame; current !== undefined; current = current.closure) {
    if (current.function === fn) return current;
  }
  return undefined;
}
