import type { LibraryModel } from './model.js';

export const nodeCrypto = {
  name: 'node:crypto',
  packages: ['node:crypto'],
  vocabulary: [
    'randomBytes', 'pseudoRandomBytes', 'randomInt', 'randomUUID',
    'createHmac', 'createCipheriv', 'createDecipheriv', 'createSign(', 'PRIVATE KEY-----',
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
      // 128 bits less version and variant (RFC 9562 section 5.4).
      kind: 'random.generate',
      path: 'randomUUID',
      fields: { secure: { from: { always: true } }, bits: { from: { always: 122 } } },
    },
    {
      kind: 'secret.use',
      path: 'createHmac',
      fields: { secret: { from: { arg: 1 } }, purpose: { from: { always: 'mac' } } },
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
  fluent: ['createSign()'],
  conversions: { 'createSecretKey()': 0, 'createPrivateKey()': 0, 'createPublicKey()': 0 },
} satisfies LibraryModel;
