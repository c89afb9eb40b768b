import { expect, it } from 'vitest';
import { secondsOf } from '../../../src/analysis/operations/durations.js';
import type { Duration } from '../../../src/knowledge/model.js';
import { ask, show } from '../../support/ask.js';

it.each<readonly [Duration, string, string]>([
  ['jsonwebtoken', '900', '900'],
  ['jsonwebtoken', '"15m"', '900'],
  ['jsonwebtoken', '"900"', '0'],
  ['jsonwebtoken', '60 * 60 * 24', '86400'],
  ['jsonwebtoken', '`${15}m`', '900'],
  ['jsonwebtoken', 'process.env.TTL ?? "1h"', '3600'],
  ['jsonwebtoken', 'process.env.TTL', 'unknown'],
  ['jsonwebtoken', 'c ? "1h" : "1d"', '3600 | 86400'],
  ['jsonwebtoken', 'undefined', 'absent'],
  ['jsonwebtoken', 'null', 'unknown'],
  ['milliseconds', '1000 * 60', '60'],
  ['milliseconds', '"1000"', 'unknown'],
  ['seconds', 'Number("60")', '60'],
  ['days', '7', '604800'],
  ['epoch', 'Math.floor(Date.now() / 1000) + 60 * 60', '3600'],
  ['epoch', 'Date.now() + 60', 'unknown'],
  ['epoch', '1700000000', 'unknown'],
  ['date', 'new Date(Date.now() + 60_000)', '60'],
  ['date', 'new Date(0)', '0'],
  ['fast-jwt', '900', '0.9'],
  ['fast-jwt', '"15m"', '900'],
  ['jose-span', '900', '900'],
  ['jose-span', '"15m"', '900'],
  ['jose-span', '"900"', 'unknown'],
  ['jose', '"2 hours"', '7200'],
  ['jose', 'new Date(Date.now() + 60_000)', '60'],
  ['jose', 'new Date(Date.now() + 60_000).getTime()', 'unknown'],
  ['epoch', 'new Date()', 'unknown'],
  ['jose', 'Math.floor(Date.now() / 1000) + 60', '60'],
])('a %s of %s is %s seconds', (duration, source, expected) => {
  const { values: [value] } = ask(`use(${source});`);
  expect(value === undefined ? undefined : show(secondsOf(value, duration))).toBe(expected);
});

it('stands where the value stands', () => {
  const { values: [value], textAt } = ask('const HOUR = 60 * 60; use(HOUR);');
  expect(value === undefined ? undefined : textAt(secondsOf(value, 'seconds').at)).toBe('60 * 60');
});

it.each(['"900"', '900', 'Date.now() + 60'])('keeps what it was computed from: %s', (source) => {
  const { values: [value] } = ask(`use(${source});`);
  const seconds = value === undefined ? undefined : secondsOf(value, 'epoch');
  expect(seconds?.kind === 'unknown' ? seconds.written : undefined).toEqual({ value, duration: 'epoch' });
});
