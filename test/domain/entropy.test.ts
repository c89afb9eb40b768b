import { describe, expect, it } from 'vitest';
import {
  BITS_PER_CHARACTER, bitsOfAlphabet, bitsOfCharacters, bitsOfDigits, bitsOfRange, estimateSecretBits, neededBytes,
  neededCharacters, OTP_MIN_BITS,
} from '../../src/domain/entropy.js';

describe('bits of what is drawn', () => {
  it('of alphabets', () => {
    expect(bitsOfAlphabet(64, 21)).toBe(126);
    expect(bitsOfAlphabet(64, 10)).toBe(60);
    expect(bitsOfAlphabet(62, 32)).toBeCloseTo(190.5, 1);
    expect(bitsOfAlphabet(1, 40)).toBe(0);
    expect(bitsOfAlphabet(0, 40)).toBe(0);
    expect(bitsOfAlphabet(64, -1)).toBe(0);
  });

  it('of alphabets with repeated characters', () => {
    expect(bitsOfCharacters('0123456789abcdef', 32)).toBeCloseTo(128, 9);
    expect(bitsOfCharacters('aaaa', 32)).toBe(0);
    expect(bitsOfCharacters('aab', 1)).toBeCloseTo(0.918, 3);
    expect(bitsOfCharacters('', 8)).toBe(0);
  });

  it('of digits and ranges', () => {
    expect(bitsOfDigits(6)).toBeCloseTo(19.93, 2);
    expect(bitsOfDigits(6)).toBeGreaterThanOrEqual(OTP_MIN_BITS);
    expect(bitsOfDigits(5)).toBeLessThan(OTP_MIN_BITS);
    expect(bitsOfRange(0, 1_000_000)).toBeCloseTo(bitsOfDigits(6), 9);
    expect(bitsOfRange(1000, 10_000)).toBeCloseTo(13.14, 2);
    expect(bitsOfRange(5, 5)).toBe(0);
    expect(bitsOfRange(9, 5)).toBe(0);
  });
});

describe('what 128 bits need', () => {
  it.each([
    [16, 32],
    [32, 26],
    [36, 25],
    [58, 22],
    [62, 22],
    [64, 22],
    [10, 39],
  ])('of %d characters: %d', (size, expected) => {
    expect(neededCharacters(size)).toBe(expected);
    expect(bitsOfAlphabet(size, expected)).toBeGreaterThanOrEqual(128);
    expect(bitsOfAlphabet(size, expected - 1)).toBeLessThan(128);
  });

  it('of bytes, and of an alphabet of one', () => {
    expect(neededBytes()).toBe(16);
    expect(neededBytes(129)).toBe(17);
    expect(neededCharacters(1)).toBe(Infinity);
    expect(BITS_PER_CHARACTER.base36).toBeCloseTo(5.17, 2);
  });
});

describe('estimateSecretBits', () => {
  it('takes the narrowest familiar alphabet', () => {
    expect(estimateSecretBits('123456')).toBeCloseTo(19.93, 2);
    expect(estimateSecretBits('0f1e2d3c4b5a69788796a5b4c3d2e1f0')).toBe(128);
    expect(estimateSecretBits('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed')).toBe(128);
    expect(estimateSecretBits('secret')).toBeCloseTo(28.2, 1);
    expect(estimateSecretBits('Zm9vYmFyMTIzNDU2Nzg5MA==')).toBe(132);
    expect(estimateSecretBits('my-secret')).toBeCloseTo(9 * Math.log2(59), 9);
  });

  it('counts what repeats once', () => {
    expect(estimateSecretBits('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).toBe(0);
    expect(estimateSecretBits('xyzxyzxyzxyzxy')).toBe(estimateSecretBits('xyz'));
    expect(estimateSecretBits('')).toBe(0);
  });

  it('counts bytes beyond ASCII and stays quick on long texts', () => {
    expect(estimateSecretBits('pässwört')).toBe(80);
    expect(estimateSecretBits('ab'.repeat(200_000) + 'z')).toBeGreaterThan(1_000_000);
  });
});
