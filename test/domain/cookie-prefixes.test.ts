import { describe, expect, it } from 'vitest';
import { cookiePrefix } from '../../src/domain/cookie-prefixes.js';

describe('the prefix of a cookie', () => {
  it.each([
    ['__Host-sid', '__Host-'],
    ['__host-sid', '__Host-'],
    ['__Secure-sid', '__Secure-'],
    ['__Http-sid', '__Http-'],
    ['__Host-Http-sid', '__Host-Http-'],
  ])('%s is %s', (name, prefix) => {
    expect(cookiePrefix(name)?.prefix).toBe(prefix);
  });

  it.each(['sid', '_Host-sid', '__Host_sid', '__Hostsid', 'my__Host-sid'])('%s has none', (name) => {
    expect(cookiePrefix(name)).toBeUndefined();
  });
});
