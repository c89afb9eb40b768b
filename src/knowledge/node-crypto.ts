import { UUID_V4_BITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

export const nodeCrypto = {
  name: 'node:crypto',
  packages: ['node:crypto'],
  vocabulary: [
    'randomBytes', 'pseudoRandomBytes', 'randomInt', 'randomUUID',
    'createHmac', 'createCipheriv', 'createDecipheriv', 'createSign(', 'generateKeyPair', 'generateKeySync', 'PRIVATE KEY-----',
  ],
  operations: [
    {
      // `pseudoRandomBytes` is the same function (Node.js deprecation DEP0115).
      kind: 'random.generate',
      path: ['randomBytes', 'pseudoRandomBytes'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: 8 },
    },
    {
      kind: 'random.generate',
      path: 'randomInt',
      fields: { secure: { from: { always: true } } },
      random: { integer: true },
    },
    {
      kind: 'random.generate',
      path: 'randomUUID',
      fields: { secure: { from: { always: true } }, bits: { from: { always: UUID_V4_BITS } } },
    },
    {
      kind: 'key.generate',
      path: ['generateKeyPair', 'generateKeyPairSync'],
      when: [{ arg: 0, is: ['rsa', 'rsa-pss'] }],
      fields: { type: { from: { always: 'rsa' } }, bits: { from: { arg: 1, path: 'modulusLength' } } },
    },
    {
      kind: 'key.generate',
      path: ['generateKey', 'generateKeySync'],
      when: [{ arg: 0, is: ['hmac'] }],
      fields: { type: { from: { always: 'hmac' } }, bits: { from: { arg: 1, path: 'length' } } },
    },
    {
      kind: 'auth.check',
      path: ['timingSafeEqual', 'verify', 'createVerify().verify'],
      fields: {},
      result: { refusal: 'falsy', callback: 4 },
    },
    {
      kind: 'secret.use',
      path: 'createHmac',
      fields: { secret: { from: { arg: 1 } }, purpose: { from: { always: 'mac' } } },
      // HMAC takes a key of any length (RFC 2104 section 2); ciphers and signatures refuse an empty one.
      facts: { acceptsEmptyKey: '*' },
    },
    {
      kind: 'secret.use',
      path: ['createCipheriv', 'createDecipheriv'],
      fields: { secret: { from: { arg: 1 } }, purpose: { from: { always: 'encryption' } } },
    },
    {
      kind: 'secret.use',
      path: 'createSign().sign',
      fields: { secret: { from: { arg: 0 } }, purpose: { from: { always: 'signature' } } },
    },
  ],
  sinks: [{ path: 'createPublicKey', arg: 0, takes: 'key' }],
  fluent: ['createSign()', 'createVerify()'],
  conversions: { 'createSecretKey()': 0, 'createPrivateKey()': 0, 'createPublicKey()': 0 },
  publicKeys: ['createPublicKey()'],
} satisfies LibraryModel;
