import { parseDuration, type DurationDialect } from '../../domain/durations.js';
import type { Duration } from '../../knowledge/model.js';
import { mapAlternatives, unknown, type Derived, type External, type Value } from '../evaluate/values.js';

type One = Exclude<Value, { kind: 'union' }>;

const DAY = 86_400;

/**
 * Seconds from now that a value means to whoever reads it. Places and hops are the original value's; what is not known
 * (an environment variable without a fallback, say) is unknown, and an absent value stays absent. What was computed
 * from is kept beside it.
 */
export function secondsOf(value: Value, duration: Duration): Value {
  return mapAlternatives(value, (one) => secondsOfOne(one, duration));
}

function secondsOfOne(value: One, duration: Duration): One {
  const written = { value, duration };
  const seconds = (number: number): One => ({ kind: 'known', value: number, at: value.at, via: value.via, written });
  const no = (): One => ({ ...unknown(value.at, 'not a duration that can be computed'), via: value.via, written });
  switch (value.kind) {
    case 'absent':
      return value;
    case 'env': {
      if (value.fallback === undefined) return no();
      const fallback = secondsOf(value.fallback, duration);
      return fallback.kind === 'union' ? no() : { ...fallback, via: value.via };
    }
    case 'time':
      if (duration === 'jose' && value.date) return seconds(value.offset / 1000);
      if (duration === 'epoch' || duration === 'jose') return value.unit === 's' ? seconds(value.offset) : no();
      if (duration === 'date') return value.unit === 'ms' ? seconds(value.offset / 1000) : no();
      return no();
    case 'derived':
      return duration === 'date' && isLongAgo(value) ? seconds(0) : no();
    case 'external': {
      const parsed = duration === 'time-span' ? secondsOfSpan(value) : undefined;
      return parsed === undefined ? no() : seconds(parsed);
    }
    case 'known':
      break;
    default:
      return no();
  }
  if (typeof value.value === 'number') return number(value.value, duration, seconds, no);
  if (typeof value.value !== 'string' || duration === 'epoch' || duration === 'date') return no();
  const dialect = DIALECTS[duration];
  const parsed = dialect === undefined ? undefined : parseDuration(value.value, dialect);
  return parsed === undefined ? no() : seconds(parsed);
}

/** How those durations that may be strings are read. */
const DIALECTS: Partial<Readonly<Record<Duration, DurationDialect>>> = {
  'jsonwebtoken': 'jsonwebtoken', 'fast-jwt': 'ms', 'jose': 'jose', 'jose-span': 'jose',
};

/** Of an amount and its unit, whose names are those of `ms` (oslo 1.2.1 dist/index.js, `TimeSpan`). */
function secondsOfSpan({ path, call }: External): number | undefined {
  const [amount, unit] = call?.args ?? [];
  const isKnown = /(?:^|\.)TimeSpan#$/.test(path) && amount?.kind === 'known' && unit?.kind === 'known';
  return isKnown ? parseDuration(`${String(amount.value)}${String(unit.value)}`, 'ms') : undefined;
}

/** `new Date(0)`, `new Date('1970-01-01')`: in the last century, so over whatever the day of the scan is. */
function isLongAgo({ operator, operands: [time] }: Derived): boolean {
  if (operator !== 'new Date' || time?.kind !== 'known') return false;
  const point = typeof time.value === 'number' ? time.value : Date.parse(String(time.value));
  return point < Date.UTC(2000);
}

function number(value: number, duration: Duration, seconds: (n: number) => One, no: () => One): One {
  switch (duration) {
    case 'seconds':
    case 'jsonwebtoken':
    case 'jose-span':
      return seconds(value);
    case 'milliseconds':
    case 'fast-jwt':
      return seconds(value / 1000);
    case 'days':
      return seconds(value * DAY);
    // A fixed point in time: how far away it is depends on the day of the scan.
    case 'jose':
    case 'epoch':
    case 'date':
    case 'time-span':
      return no();
  }
}
