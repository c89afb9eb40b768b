import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/ask.js';

describe('conditions on the environment', () => {
  const PRODUCTION = "const isProduction = process.env.NODE_ENV === 'production';";

  it('leave the value from before to the other environment', () => {
    expect(valueOf(`${PRODUCTION} let secure = false; if (isProduction) secure = true; use(secure);`)).toBe('false@development | true@production');
  });

  it('do so where something else may lead there as well', () => {
    const source = `${PRODUCTION} let secure = false; if (isProduction || process.env.STAGING) secure = true; use(secure);`;
    expect(valueOf(source)).toBe('false@development | true');
  });

  it('do not where something else is needed as well', () => {
    const source = `${PRODUCTION} let secure = false; if (isProduction && process.env.TLS) secure = true; use(secure);`;
    expect(valueOf(source)).toBe('false | true@production');
  });

  it('hold for members of an object', () => {
    const source = `${PRODUCTION} const cookie = { secure: false }; if (isProduction || process.env.STAGING) cookie.secure = true; use(cookie.secure);`;
    expect(valueOf(source)).toBe('false@development | true');
  });
});
