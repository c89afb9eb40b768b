import { CONVERSIONS } from '../../knowledge/index.js';
import { through, type External, type Value } from '../evaluate/values.js';

/** What a value is before it was encoded, wrapped or put into a key object. */
export interface Converted {
  readonly value: Value;
  /** The outermost conversion that was looked through. */
  readonly by?: External;
}

/** Looks through calls that keep what a secret or token is: `Buffer.from(x)`, `new TextEncoder().encode(x)`. */
export function unconverted(value: Value): Converted {
  let current = value;
  let by: External | undefined;
  while (current.kind === 'external' && current.call !== undefined) {
    const index = CONVERSIONS.get(`${current.package}:${current.path}`);
    const inner = index === undefined ? undefined : current.call.args[index];
    if (inner === undefined) break;
    by ??= current;
    current = through(inner, { place: current.at, note: 'is converted here' });
  }
  return by === undefined ? { value: current } : { value: current, by };
}
