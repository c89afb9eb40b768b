import { describe, expect, it } from 'vitest';
import { algorithmFamily, DEFAULT_ALGORITHMS, isNone, minHmacKeyBytes } from '../../src/domain/algorithms.js';

describe('algorithmFamily', () => {
  it.each([
    ['HS256', 'hmac'],
    ['RS512', 'rsa'],
    ['PS384', 'pss'],
    ['ES256K', 'ec'],
    ['EdDSA', 'eddsa'],
    ['Ed25519', 'eddsa'],
    ['noNE', 'none'],
    ['hs256', undefined],
    ['HS128', undefined],
    ['', undefined],
  ])('%s: %s', (algorithm, family) => {
    expect(algorithmFamily(algorithm)).toBe(family);
  });
});

describe('isNone', () => {
  it('has no case and takes nothing else', () => {
    expect(['none', 'None', 'NONE', 'nOnE'].every(isNone)).toBe(true);
    expect(['', 'non', 'none ', 'HS256'].some(isNone)).toBe(false);
  });
});

describe('the default allowlist', () => {
  it('holds signing algorithms only, each once', () => {
    expect(DEFAULT_ALGORITHMS).toContain('ES256');
    expect(DEFAULT_ALGORITHMS.some(isNone)).toBe(false);
    expect(new Set(DEFAULT_ALGORITHMS).size).toBe(16);
  });
});

describe('minHmacKeyBytes', () => {
  it('is the size of the hash', () => {
    expect(['HS256', 'HS384', 'HS512', 'RS256'].map(minHmacKeyBytes)).toEqual([32, 48, 64, undefined]);
  });
});
