import { describe, expect, it } from 'vitest';
import { optionText } from '../../src/analysis/option-text.js';

describe('the text of an option', () => {
  it.each([
    [true, undefined, 'true'],
    ['lax', undefined, `'lax'`],
    [['HS256', 'HS512'], undefined, `['HS256', 'HS512']`],
    [{ seconds: 900 }, 'jsonwebtoken', `'15m'`],
    [{ seconds: 2_592_000 }, 'jose', `'30d'`],
    [{ seconds: 7200 }, 'jose-span', `'2h'`],
    [{ seconds: 90 }, 'jose', `'90s'`],
    [{ seconds: 900 }, 'seconds', '900'],
    [{ seconds: 900 }, 'milliseconds', '900000'],
    [{ seconds: 900 }, 'fast-jwt', '900000'],
    // Points in time.
    [{ seconds: 900 }, 'epoch', undefined],
    [{ seconds: 900 }, 'date', undefined],
    [{ seconds: 900 }, undefined, undefined],
  ] as const)('%j in %s is %s', (value, duration, expected) => {
    expect(optionText(value, duration)).toBe(expected);
  });
});
