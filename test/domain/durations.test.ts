import { describe, expect, it } from 'vitest';
import {
  formatSeconds, isBareNumber, looksLikeMilliseconds, looksLikeMonths, mistakenInstant, parseDuration, parseMs, timesOver,
} from '../../src/domain/durations.js';

describe('parseMs', () => {
  it.each([
    ['7d', 604_800_000],
    ['15 minutes', 900_000],
    ['1.5h', 5_400_000],
    ['.5 sec', 500],
    ['-3 days', -259_200_000],
    ['1 yr', 31_557_600_000],
    ['2W', 1_209_600_000],
    ['100', 100],
    ['100 msecs', 100],
    ['1M', 60_000],
  ])('%s is %d ms', (text, expected) => {
    expect(parseMs(text)).toBe(expected);
  });

  it.each(['', '1mo', 'd', '1.', '+1d', ' 1d', '1d ', '1e3', '1_000', 'one day', '1 day ago', '1d2h', '1'.repeat(101)])(
    'does not understand "%s"',
    (text) => {
      expect(parseMs(text)).toBeUndefined();
    },
  );
});

describe('parseDuration', () => {
  it('reads bare numbers as milliseconds for jsonwebtoken, floored to whole seconds', () => {
    expect(parseDuration('3600', 'jsonwebtoken')).toBe(3);
    expect(parseDuration('900000', 'jsonwebtoken')).toBe(900);
    expect(parseDuration('900', 'jsonwebtoken')).toBe(0);
    expect(parseDuration('-1', 'jsonwebtoken')).toBe(-1);
    expect(parseDuration('7 days', 'jsonwebtoken')).toBe(604_800);
  });

  it('keeps fractions for ms', () => {
    expect(parseDuration('3600', 'ms')).toBe(3.6);
    expect(parseDuration('never', 'ms')).toBeUndefined();
  });

  it.each([
    ['2h', 7200],
    ['1M', 60],
    ['15 mins', 900],
    ['1.5 minutes', 90],
    ['0.4s', 0],
    ['- 2h', -7200],
    ['+30d', 2_592_000],
    ['2 hours ago', -7200],
    ['2 hours from now', 7200],
    ['2 hours AGO', 7200],
  ])('jose reads %s as %d s', (text, expected) => {
    expect(parseDuration(text, 'jose')).toBe(expected);
  });

  it.each(['900', '500ms', '1mo', '-2h ago', '2  h', '.5h', '2h ', '', '2'])('jose refuses "%s"', (text) => {
    expect(parseDuration(text, 'jose')).toBeUndefined();
  });

  it('jose 4 knows neither signs nor directions', () => {
    expect(parseDuration('2h', 'jose4')).toBe(7200);
    expect(parseDuration('1 year', 'jose4')).toBe(31_557_600);
    expect(parseDuration('-2h', 'jose4')).toBeUndefined();
    expect(parseDuration('2h ago', 'jose4')).toBeUndefined();
    expect(parseDuration(' 2h', 'jose4')).toBeUndefined();
  });
});

describe('isBareNumber', () => {
  it('tells numbers without a unit', () => {
    expect(['3600', '1.5', '-3', '3600 '].map(isBareNumber)).toEqual([true, true, true, true]);
    expect(['15m', '3600ms', '', 'm', '1'.repeat(101)].map(isBareNumber)).toEqual([false, false, false, false, false]);
  });
});

describe('looksLikeMilliseconds', () => {
  it('tells what makes sense only as milliseconds', () => {
    expect([900_000, 3_600_000, 86_400_000, 604_800_000, 31_536_000_000].filter((number) => !looksLikeMilliseconds(number))).toEqual([]);
    expect([0, -60_000, 900, 3600, 86_400, 604_800, 2_592_000, 31_536_000, 1000].filter(looksLikeMilliseconds)).toEqual([]);
  });
});

describe('looksLikeMonths', () => {
  it('tells months from minutes', () => {
    expect(['1M', '6 M', '12M'].filter((text) => !looksLikeMonths(text))).toEqual([]);
    expect(['1m', '5M', '15M', '30M', '1 Month'].filter(looksLikeMonths)).toEqual([]);
  });
});

describe('mistakenInstant', () => {
  it('tells spans and milliseconds from seconds since 1970', () => {
    expect([900, 604_800, 1_767_225_600, 1_767_225_600_000, 0].map(mistakenInstant)).toEqual([
      'span', 'span', undefined, 'milliseconds', undefined,
    ]);
  });
});

describe('formatSeconds', () => {
  it.each([
    [604_800, '604800 s (7 d)'],
    [900, '900 s (15 min)'],
    [86_400, '86400 s (1 d)'],
    [3600, '3600 s (1 h)'],
    [5400, '5400 s (1.5 h)'],
    [90, '90 s (1.5 min)'],
    [3, '3 s'],
    [3.6, '3.6 s'],
    [0, '0 s'],
    [59.9996, '60 s'],
    [1000, '1000 s (about 16.67 min)'],
    [31_557_600, '31557600 s (365.25 d)'],
    [100 * 31_557_600, '3155760000 s (100 y)'],
    [-900, '-900 s (-15 min)'],
  ])('%d', (seconds, expected) => {
    expect(formatSeconds(seconds)).toBe(expected);
  });
});

describe('timesOver', () => {
  it.each([
    [604_800, 900, '672 times over'],
    [1350, 900, '1.5 times over'],
    [1800, 900, '2 times over'],
    [10_000, 900, '11 times over'],
    [901, 900, 'just over'],
    [900, 0, 'over'],
  ])('%d of %d', (value, limit, expected) => {
    expect(timesOver(value, limit)).toBe(expected);
  });
});
