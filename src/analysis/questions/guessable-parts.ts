import type { Evaluator } from '../evaluate/evaluate.js';
import { alternatives } from '../evaluate/values.js';
import { partsOf } from '../operations/params.js';
import { containsSecureRandom } from './clock.js';
import type { Origin, Purpose } from './purpose.js';

/**
 * Whether a value is as easy to guess as one of its parts, which a call draws from a guessable source: a weak part beside a
 * strong one does no harm. `strong ? randomUUID() : String(Math.random())` is two values, of which one counts.
 */
export function isGuessedWith({ node }: Origin, { whole, context }: Purpose, ev: Evaluator): boolean {
  const all = alternatives(ev.evaluate(whole, context)).map(({ value }) => value);
  const weak = all.filter((one) => [...partsOf(one)].some((part) => part.kind === 'external' && part.call?.node === node));
  return (weak.length > 0 ? weak : all).some((one) => !containsSecureRandom(ev, one));
}
