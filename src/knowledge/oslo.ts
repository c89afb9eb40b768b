import { DIGITS, LOWER_CASE, UPPER_CASE } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/**
 * `generateRandomString(10, alphabet('a-z', '0-9'))` (oslo 1.2.1 dist/crypto/random.js). The algorithm of a token is always
 * the first argument, and a token of another one is refused (dist/jwt/index.js).
 */
export const oslo = {
  name: 'oslo',
  packages: ['oslo', 'oslo/crypto', 'oslo/jwt'],
  expiryErrors: ['Expired JWT'],
  operations: [
    {
      kind: 'token.verify',
      path: 'validateJWT',
      fields: {
        token: { from: { arg: 2 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 0 }, single: true },
        withoutAlgorithms: { from: { always: 'pinned' } },
        // It has no such options.
        issuer: { from: [] },
        audience: { from: [] },
      },
      result: { refusal: 'throws', promise: true },
    },
    {
      kind: 'token.issue',
      path: 'createJWT',
      fields: {
        payload: { from: { arg: 2 } },
        subject: { from: [{ arg: 3, path: 'subject' }, { arg: 2, path: 'sub' }] },
        key: { from: { arg: 1 } },
        algorithm: { from: { arg: 0 } },
        lifetime: { from: [{ arg: 3, path: 'expiresIn', duration: 'time-span' }, { arg: 2, path: 'exp', duration: 'epoch' }] },
        issuer: { from: [{ arg: 3, path: 'issuer' }, { arg: 2, path: 'iss' }] },
        audience: { from: [{ arg: 3, path: 'audiences' }, { arg: 2, path: 'aud' }] },
        encrypted: { from: { always: false } },
      },
    },
    { kind: 'token.decode', path: 'parseJWT', fields: { token: { from: { arg: 0 } } } },
    {
      kind: 'random.generate',
      path: 'generateRandomString',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { alphabet: { from: { arg: 1 } }, named: { 'a-z': LOWER_CASE, 'A-Z': UPPER_CASE, '0-9': DIGITS }, joinedBy: 'alphabet()' },
    },
    {
      kind: 'random.generate',
      path: 'generateRandomInteger',
      fields: { secure: { from: { always: true } } },
      random: { integer: true },
    },
  ],
} satisfies LibraryModel;

/** The first argument is what reads random bytes, the caller's own (@oslojs/crypto 1.0.1 dist/random/index.js). */
export const oslojs = {
  name: '@oslojs/crypto',
  packages: ['@oslojs/crypto', '@oslojs/crypto/random'],
  operations: [
    {
      kind: 'random.generate',
      path: 'generateRandomString',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 2 } } },
      random: { alphabet: { from: { arg: 1 } } },
    },
  ],
} satisfies LibraryModel;
