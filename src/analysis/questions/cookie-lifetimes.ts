import type { Duration } from '../../knowledge/model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Value, Written } from '../evaluate/values.js';
import type { OperationOf } from '../operations/operations.js';
import { looksLikeMilliseconds } from '../../domain/durations.js';
import { factorsAt, unitSlip } from './duration-units.js';

/** A cookie's lifetime in another unit than its library's. `read` and `meant` are the two readings, in seconds. */
export interface CookieSlip {
  /** The unit that it was written in. */
  readonly kind: 'seconds' | 'milliseconds' | 'days';
  readonly number: number;
  readonly read: number;
  readonly meant: number;
  /** Nothing else can be meant. */
  readonly sure: boolean;
}

type One = Exclude<Value, { kind: 'union' }>;

const YEAR_DAYS = 365;
const YEAR = YEAR_DAYS * 86_400;

/** Whole years that are said of cookies: 10 of them in seconds are also a whole number of minutes in milliseconds. */
const MAX_YEARS = 100;

/** Days beyond which a number of days that is a whole number of minutes in seconds is those. */
const MOST_DAYS = 400;

/** Fewer milliseconds than this are no login. */
const FEWEST_MILLISECONDS = 10_000;

/**
 * What decides how long a cookie lives: Max-Age goes before Expires (RFC 6265 section 5.3), which is all that some
 * libraries have. In seconds from now.
 */
export function effectiveLifetime(operation: OperationOf<'cookie.set'> | OperationOf<'session.configure'>): Value {
  const { maxAge } = operation;
  if (operation.kind === 'session.configure') return maxAge;
  const hasMaxAge = maxAge.kind !== 'absent' && (operation.facts.text === true || operation.sources?.['maxAge'] !== undefined);
  return hasMaxAge ? maxAge : operation.expires;
}

/** Whether a lifetime, of a value that was converted to seconds, was written in another unit than its library reads. */
export function cookieSlip(value: One, ev: Evaluator): CookieSlip | undefined {
  if (value.kind !== 'known' || value.written === undefined) return undefined;
  const { value: original, duration } = value.written;
  if (original.kind === 'time') {
    return original.unit === 'ms' && looksLikeSeconds(original.offset, []) ? seconds(original.offset) : undefined;
  }
  return original.kind === 'known' && typeof original.value === 'number' ? slipOf(original.value, duration, value, value.written, ev) : undefined;
}

function slipOf(number: number, duration: Duration, value: One, { value: { at } }: Written, ev: Evaluator): CookieSlip | undefined {
  switch (duration) {
    case 'milliseconds':
      return looksLikeSeconds(number, factorsAt(at, ev)) ? seconds(number) : undefined;
    case 'days':
      return number > MOST_DAYS && number % 60 === 0 && number % YEAR_DAYS !== 0
        ? { kind: 'days', number, read: number * 86_400, meant: looksLikeMilliseconds(number) ? number / 1000 : number, sure: false }
        : undefined;
    default: {
      const slip = unitSlip(value, ev);
      if (slip?.kind !== 'milliseconds' || isYears(number)) return undefined;
      return { kind: 'milliseconds', number, read: slip.read, meant: slip.meant, sure: slip.written };
    }
  }
}

function seconds(number: number): CookieSlip {
  return { kind: 'seconds', number, read: number / 1000, meant: number, sure: number < FEWEST_MILLISECONDS };
}

/**
 * Whether a number of milliseconds makes sense only as seconds: whole minutes that would be over in less than ten seconds
 * (900, 3600), or whole hours that would be no whole number of minutes (86400, 604800). A factor of 1000 counts milliseconds.
 */
function looksLikeSeconds(number: number, factors: readonly number[]): boolean {
  if (number < 60 || factors.includes(1000)) return false;
  return number < FEWEST_MILLISECONDS ? number % 60 === 0 && number % 1000 !== 0 : number % 3600 === 0 && number % 60_000 !== 0;
}

function isYears(number: number): boolean {
  return number % YEAR === 0 && number <= MAX_YEARS * YEAR;
}
