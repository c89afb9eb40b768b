import { describe, expect, it } from 'vitest';
import { isEnoughArgon2, pbkdf2MinIterations, scryptMinCost } from '../../src/domain/password-hashing.js';

describe('password hashing', () => {
  it('takes any of the recommended sets of argon2', () => {
    expect([isEnoughArgon2(19_456, 2), isEnoughArgon2(12_288, 3), isEnoughArgon2(47_104, 1)]).toEqual([true, true, true]);
    expect([isEnoughArgon2(19_455, 2), isEnoughArgon2(12_288, 2), isEnoughArgon2(47_103, 1)]).toEqual([false, false, false]);
  });

  it("lowers scrypt's N with p", () => {
    expect([1, 2, 3, 8].map(scryptMinCost)).toEqual([131_072, 65_536, 32_768, 32_768]);
  });

  it('knows digests by each of their spellings', () => {
    expect(['sha256', 'SHA-256', 'SHA512', 'sha1', 'md5'].map(pbkdf2MinIterations)).toEqual([600_000, 600_000, 210_000, 1_300_000, undefined]);
  });
});
