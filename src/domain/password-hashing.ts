/**
 * How much work a password hash has to be (OWASP Password Storage Cheat Sheet; NIST SP 800-63B section 3.1.1.2 asks for a
 * cost factor as high as practical). Memory is KiB.
 */
export const BCRYPT_MIN_COST = 10;

/** Either of these is enough, with one lane. */
export const ARGON2_MINIMA = [{ memory: 47_104, passes: 1 }, { memory: 19_456, passes: 2 }, { memory: 12_288, passes: 3 }] as const;

/** scrypt's N by p, for r = 8. */
export function scryptMinCost(parallelism: number): number {
  return parallelism >= 3 ? 2 ** 15 : parallelism === 2 ? 2 ** 16 : 2 ** 17;
}

const PBKDF2_MINIMA: Readonly<Record<string, number>> = { sha1: 1_300_000, sha256: 600_000, sha512: 210_000 };

/** PBKDF2's iterations by the digest's name (`SHA-256`, `sha256`); `undefined` for digests that nobody gives a number for. */
export function pbkdf2MinIterations(digest: string): number | undefined {
  return PBKDF2_MINIMA[digest.toLowerCase().replace(/[^a-z\d]/g, '')];
}

/** Whether argon2 with these parameters is as much work as one of the recommended sets. */
export function isEnoughArgon2(memory: number, passes: number): boolean {
  return ARGON2_MINIMA.some((least) => memory >= least.memory && passes >= least.passes);
}

/** The least memory, in KiB, with which so many passes are enough. */
export function argon2MinMemory(passes: number): number {
  return Math.min(...ARGON2_MINIMA.filter((least) => passes >= least.passes).map(({ memory }) => memory));
}
