import type { LibraryModel } from './model.js';

const ALGORITHMS = ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA3', 'RIPEMD160'] as const;

/** crypto-js 4.2.0: `PBKDF2` has 250,000 iterations of SHA-256, and had 1 of SHA-1 before (pbkdf2.js of both). */
export const cryptoJs = {
  name: 'crypto-js',
  packages: ['crypto-js'],
  operations: [
    {
      kind: 'password.hash',
      path: 'PBKDF2',
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { always: 'pbkdf2' } },
        salt: { from: { arg: 1 } },
        cost: {
          from: { arg: 2, path: 'iterations' },
          default: [{ versions: '<4.2.0', value: 1 }, { versions: '>=4.2.0', value: 250_000 }],
        },
        digest: {
          from: { arg: 2, path: 'hasher' },
          default: [{ versions: '<4.2.0', value: 'sha1' }, { versions: '>=4.2.0', value: 'sha256' }],
        },
      },
    },
    ...ALGORITHMS.map((algorithm) => ({
      kind: 'digest.compute' as const,
      path: [algorithm, `Hmac${algorithm}`],
      fields: { algorithm: { from: { always: algorithm.toLowerCase() } }, input: { from: { arg: 0 } } },
    })),
  ],
} satisfies LibraryModel;
