import { UUID_V4_BITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** `crypto` of browsers and Node.js, and `webcrypto` of node:crypto, which has `getRandomValues` of its own too. */
export const webcrypto = {
  name: 'Web Crypto',
  packages: ['global', 'node:crypto'],
  vocabulary: ['getRandomValues', 'randomUUID'],
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
  ],
  conversions: { 'crypto.subtle.importKey()': 1, 'webcrypto.subtle.importKey()': 1, 'subtle.importKey()': 1 },
} satisfies LibraryModel;
