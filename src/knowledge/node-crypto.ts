import { UUID_V4_BITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

export const nodeCrypto = {
  name: 'node:crypto',
  packages: ['node:crypto'],
  everyday: ['node:crypto'],
  vocabulary: [
    'randomBytes', 'pseudoRandomBytes', 'randomInt', 'randomUUID',
    'createHmac', 'scrypt(', 'scryptSync(', 'pbkdf2(', 'pbkdf2Sync(', 'createCipheriv', 'createDecipheriv', 'createSign(', 'generateKeyPair', 'generateKeySync', 'PRIVATE KEY-----',
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
      // Node.js documentation, `crypto.scrypt`: N 16384, p 1. Each option has two names.
      kind: 'password.hash',
      path: ['scrypt', 'scryptSync'],
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { always: 'scrypt' } },
        cost: { from: [{ arg: 3, path: 'N' }, { arg: 3, path: 'cost' }], default: 16_384 },
        parallelism: { from: [{ arg: 3, path: 'p' }, { arg: 3, path: 'parallelization' }], default: 1 },
        salt: { from: { arg: 1 } },
      },
    },
    {
      kind: 'password.hash',
      path: ['pbkdf2', 'pbkdf2Sync'],
      fields: {
        password: { from: { arg: 0 } },
        algorithm: { from: { always: 'pbkdf2' } },
        cost: { from: { arg: 2 } },
        digest: { from: { arg: 4 } },
        salt: { from: { arg: 1 } },
      },
    },
    {
      kind: 'digest.compute',
      path: ['createHash().update', 'createHash().update().update'],
      fields: { algorithm: { from: { maker: 0 } }, input: { from: { arg: 0 } } },
    },
    {
      kind: 'digest.compute',
      path: ['createHmac().update', 'createHmac().update().update'],
      fields: { algorithm: { from: { maker: 0 } }, input: { from: { arg: 0 } } },
    },
    {
      // crypto.hash(algorithm, data): Node.js 20.12.
      kind: 'digest.compute',
      path: 'hash',
      fields: { algorithm: { from: { arg: 0 } }, input: { from: { arg: 1 } } },
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
