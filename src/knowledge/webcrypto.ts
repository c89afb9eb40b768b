import { UUID_V4_BITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** `crypto` of browsers and Node.js, and `webcrypto` of node:crypto, which has `getRandomValues` of its own too. */
export const webcrypto = {
  name: 'Web Crypto',
  packages: ['global', 'node:crypto'],
  vocabulary: ['getRandomValues', 'randomUUID', 'subtle.generateKey', 'subtle.derive'],
  operations: [
    {
      kind: 'random.generate',
      path: ['crypto.getRandomValues', 'webcrypto.getRandomValues', 'getRandomValues'],
      fields: { secure: { from: { always: true } } },
      random: { fills: true },
    },
    {
      kind: 'random.generate',
      path: ['crypto.randomUUID', 'webcrypto.randomUUID'],
      fields: { secure: { from: { always: true } }, bits: { from: { always: UUID_V4_BITS } } },
    },
    {
      kind: 'auth.check',
      path: ['crypto.subtle.verify', 'webcrypto.subtle.verify', 'subtle.verify'],
      fields: {},
      result: { refusal: 'falsy', promise: true },
    },
    {
      // RSA has a `modulusLength`, HMAC a `length`; curves have names (Web Cryptography API sections 20.3 and 29.3).
      kind: 'key.generate',
      path: ['crypto.subtle.generateKey', 'webcrypto.subtle.generateKey', 'subtle.generateKey', 'subtle.derive'],
      fields: {
        type: { from: { arg: 0, path: 'name' }, means: { hmac: 'hmac', 'rsa-oaep': 'rsa', 'rsa-pss': 'rsa', 'rsassa-pkcs1-v1_5': 'rsa' } },
        bits: { from: [{ arg: 0, path: 'modulusLength' }, { arg: 0, path: 'length' }] },
      },
    },
    {
      // Web Cryptography API sections 33 and 18.4.
      kind: 'password.hash',
      path: ['deriveBits', 'deriveKey'].flatMap((name) => [`crypto.subtle.${name}`, `webcrypto.subtle.${name}`, `subtle.${name}`]),
      fields: {
        algorithm: { from: { arg: 0, path: 'name' }, means: { pbkdf2: 'pbkdf2' } },
        password: { from: { arg: 1 } },
        cost: { from: { arg: 0, path: 'iterations' } },
        digest: { from: { arg: 0, path: 'hash' } },
        salt: { from: { arg: 0, path: 'salt' } },
      },
    },
    {
      kind: 'digest.compute',
      path: ['crypto.subtle.digest', 'webcrypto.subtle.digest', 'subtle.digest'],
      fields: { algorithm: { from: { arg: 0 } }, input: { from: { arg: 1 } } },
    },
  ],
  conversions: { 'crypto.subtle.importKey()': 1, 'webcrypto.subtle.importKey()': 1, 'subtle.importKey()': 1 },
} satisfies LibraryModel;
