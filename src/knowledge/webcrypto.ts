import type { LibraryModel } from './model.js';

/** `crypto` of browsers and Node.js, and `webcrypto` of node:crypto, which has `getRandomValues` of its own too. */
export const webcrypto = {
  name: 'Web Crypto',
  packages: ['global', 'node:crypto'],
  vocabulary: ['getRandomValues', 'randomUUID'],
  operations: [
    {
      // Fills the array that it is given; its length is not in the call.
      kind: 'random.generate',
      path: ['crypto.getRandomValues', 'webcrypto.getRandomValues', 'getRandomValues'],
      fields: { secure: { from: { always: true } } },
    },
    {
      kind: 'random.generate',
      path: ['crypto.randomUUID', 'webcrypto.randomUUID'],
      fields: { secure: { from: { always: true } }, bits: { from: { always: 122 } } },
    },
  ],
  conversions: { 'crypto.subtle.importKey()': 1, 'webcrypto.subtle.importKey()': 1, 'subtle.importKey()': 1 },
} satisfies LibraryModel;
