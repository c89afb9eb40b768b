const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** 365.25 days in `ms` 2.1.3 (index.js) and in jose 4 to 6 alike. */
const YEAR = 365.25 * DAY;

const SECONDS_BY_UNIT: ReadonlyMap<string, number> = new Map([
  ...spellings(['s', 'sec', 'secs', 'second', 'seconds'], 1),
  ...spellings(['m', 'min', 'mins', 'minute', 'minutes'], MINUTE),
  ...spellings(['h', 'hr', 'hrs', 'hour', 'hours'], HOUR),
  ...spellings(['d', 'day', 'days'], DAY),
  ...spellings(['w', 'week', 'weeks'], WEEK),
  ...spellings(['y', 'yr', 'yrs', 'year', 'years'], YEAR),
]);
const MILLISECOND_UNITS = new Set(['', 'ms', 'msec', 'msecs', 'millisecond', 'milliseconds']);

/** `ms` 2.1.3 answers `undefined` to longer texts (index.js, `parse`). */
const MS_MAX_LENGTH = 100;
const MS_TEXT = /^(-?\d*\.?\d+) *([a-z]*)$/i;
const JOSE_TEXT = /^([+-]?) ?(\d+(?:\.\d+)?) ?([a-z]+)(?: (ago|from now))?$/i;
const JOSE4_TEXT = /^()(\d+(?:\.\d+)?) ?([a-z]+)$/i;

/**
 * Who reads the string: `ms` (the package), `jsonwebtoken` (which hands strings to `ms` and floors to whole
 * seconds), or jose from version 5 (`jose`) and at version 4 (`jose4`, without sign, `ago` and `from now`).
 */
export type DurationDialect = 'ms' | 'jsonwebtoken' | 'jose' | 'jose4';

/**
 * Seconds that a duration string means in a dialect, possibly negative; `undefined` where the reader refuses it. A bare
 * number is milliseconds to `ms` and jsonwebtoken and an error to jose (LIBRARIES section 2). Months are no unit:
 * `1M` is a minute. Sources: ms 2.1.3 index.js; jsonwebtoken 9.0.3 lib/timespan.js; jose 4.15.9 and 5.10.0
 * lib/secs.js, 6.2.0 lib/jwt_claims_set.js.
 */
export function parseDuration(text: string, dialect: DurationDialect): number | undefined {
  if (dialect === 'jose' || dialect === 'jose4') {
    return parseJose(text, dialect === 'jose' ? JOSE_TEXT : JOSE4_TEXT);
  }
  const milliseconds = parseMs(text);
  if (milliseconds === undefined) {
    return undefined;
  }
  return dialect === 'jsonwebtoken' ? Math.floor(milliseconds / 1000) : milliseconds / 1000;
}

/** Milliseconds as the `ms` package (2.1.3) computes them, `undefined` for what it does not understand. */
export function parseMs(text: string): number | undefined {
  const [, amount = '', unit = ''] = text.length > MS_MAX_LENGTH ? [] : (MS_TEXT.exec(text) ?? []);
  if (amount === '') {
    return undefined;
  }
  if (MILLISECOND_UNITS.has(unit.toLowerCase())) {
    return parseFloat(amount);
  }
  const seconds = SECONDS_BY_UNIT.get(unit.toLowerCase());
  return seconds === undefined ? undefined : parseFloat(amount) * (seconds * 1000);
}

/** Whether a duration string has no unit, so that `ms` and jsonwebtoken read it as milliseconds. */
export function isBareNumber(text: string): boolean {
  return text.length <= MS_MAX_LENGTH && MS_TEXT.exec(text)?.[2] === '';
}

/** Days beyond which no span in seconds is meant. */
const LONGEST_SPAN = 400 * DAY;

/**
 * Whether a number of seconds makes sense only as milliseconds: read so, it is a whole number of minutes, and as seconds
 * no whole number of days, or more than 400 of them (900000, 3600000, 86400000; not 2592000, which is 30 days).
 */
export function looksLikeMilliseconds(number: number): boolean {
  return number > 0 && number % 60_000 === 0 && (number % DAY !== 0 || number > LONGEST_SPAN);
}

/**
 * Whether a duration string counts months with an `M`, which is a minute to `ms`, jsonwebtoken and jose: numbers that
 * people say of months, not `5M` or `30M`.
 */
export function looksLikeMonths(text: string): boolean {
  return /^(?:1|2|3|4|6|9|12|18|24) ?M$/.test(text);
}

/** Below it, seconds since 1970 are before September 2001; above the other one, after the year 5138. */
const EARLIEST_INSTANT = 1e9;
const LATEST_INSTANT = 1e11;

/** What a number of seconds since 1970 is if it is no time to expire at: a span (`900`), or milliseconds since 1970. */
export function mistakenInstant(number: number): 'span' | 'milliseconds' | undefined {
  if (number > LATEST_INSTANT) return 'milliseconds';
  return number > 0 && number < EARLIEST_INSTANT ? 'span' : undefined;
}

function parseJose(text: string, pattern: RegExp): number | undefined {
  const [, sign = '', amount = '', unit = '', direction = ''] = pattern.exec(text) ?? [];
  const perUnit = SECONDS_BY_UNIT.get(unit.toLowerCase());
  if (perUnit === undefined || (sign !== '' && direction !== '')) {
    return undefined;
  }
  const seconds = Math.round(parseFloat(amount) * perUnit);
  // jose compares `ago` as written: `AGO` passes its pattern and lies in the future.
  return sign === '-' || direction === 'ago' ? -seconds : seconds;
}

function spellings(units: readonly string[], seconds: number): [string, number][] {
  return units.map((unit) => [unit, seconds]);
}

/** From ten years on, days say nothing. */
const YEARS_FROM = 10 * YEAR;

/**
 * A finite number of seconds for a message, with the largest unit that it fills: `604800 s (7 d)`, `900 s (15 min)`,
 * `3.6 s`. Milliseconds are the finest; a unit's value that two decimals cannot say is `about`.
 */
export function formatSeconds(seconds: number): string {
  const plain = `${decimals(seconds, 3)} s`;
  const size = Math.abs(seconds);
  const [unit, name] =
    size >= YEARS_FROM ? [YEAR, 'y'] : size >= DAY ? [DAY, 'd'] : size >= HOUR ? [HOUR, 'h'] : [MINUTE, 'min'];
  if (size < MINUTE) {
    return plain;
  }
  const value = decimals(seconds / unit, 2);
  const about = value * unit === seconds ? '' : 'about ';
  return `${plain} (${about}${value} ${name})`;
}

/** How far a value exceeds its limit, for a message: `672 times over`, `1.5 times over`, `just over`. */
export function timesOver(value: number, limit: number): string {
  const ratio = value / limit;
  if (!Number.isFinite(ratio)) {
    return 'over';
  }
  if (ratio < 1.05) {
    return 'just over';
  }
  return `${decimals(ratio, ratio < 10 ? 1 : 0)} times over`;
}

function decimals(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
