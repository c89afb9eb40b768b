import type { LibraryModel } from './model.js';

/** Bytes of a text and back: what a secret is remains. */
export const encoding = {
  name: 'text encoding',
  packages: ['global', 'node:buffer', 'node:util'],
  operations: [],
  conversions: { 'TextEncoder#.encode()': 0, 'Buffer.from()': 0, 'Buffer#': 0, 'atob()': 0, 'btoa()': 0 },
} satisfies LibraryModel;
