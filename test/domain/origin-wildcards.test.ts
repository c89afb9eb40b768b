import { describe, expect, it } from 'vitest';
import { openWildcard } from '../../src/domain/origin-wildcards.js';

describe('wildcards in origins', () => {
  it.each([
    ['*', 'alone', { any: true }],
    ['*', 'anywhere', { any: true }],
    ['*', 'subdomains', undefined],
    ['https://*', 'alone', undefined],
    ['https://*', 'anywhere', { any: true }],
    ['*://*', 'anywhere', { any: true }],
    ['https://*.vercel.app', 'anywhere', { below: 'vercel.app' }],
    ['*.ngrok.io', 'subdomains', { below: 'ngrok.io' }],
    ['**.netlify.app', 'subdomains', { below: 'netlify.app' }],
    ['*.shop.example', 'subdomains', undefined],
    ['*.shop.vercel.app', 'subdomains', undefined],
    ['https://shop.vercel.app', 'anywhere', undefined],
  ] as const)('%s (%s)', (pattern, wildcards, expected) => {
    expect(openWildcard(pattern, wildcards)).toEqual(expected);
  });
});
