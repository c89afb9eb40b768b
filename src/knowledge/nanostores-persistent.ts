import type { LibraryModel } from './model.js';
import { keeping, LOCAL } from './storage-hooks.js';

/** @nanostores/persistent 0.10.2 index.js: localStorage, unless `setPersistentEngine` says otherwise for all. */
export const nanostoresPersistent = {
  name: '@nanostores/persistent',
  packages: ['@nanostores/persistent'],
  operations: [keeping('persistentAtom', LOCAL), keeping('persistentMap', LOCAL)],
} satisfies LibraryModel;
