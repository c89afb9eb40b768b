import { describe, expect, it } from 'vitest';
import { coversSiblings } from '../../src/domain/hosts.js';

describe('coversSiblings', () => {
  it('tells domains that several hosts share', () => {
    const shared = ['example.com', '.example.com', '.app.example.com', 'shop.co.uk', '.shop.com.au'];
    expect(shared.filter((domain) => !coversSiblings(domain))).toEqual([]);
  });

  it('leaves one host, addresses and local names', () => {
    const single = ['app.example.com', 'www.shop.co.uk', 'localhost', '.localhost', '127.0.0.1', '::1', 'shop.local', '.shop.test', '', '.', '.com', 'a..b'];
    expect(single.filter(coversSiblings)).toEqual([]);
  });
});
