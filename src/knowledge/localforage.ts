import type { LibraryModel } from './model.js';

/** localforage 1.10.0 src/localforage.js: IndexedDB, else WebSQL, else localStorage. */
export const localforage = {
  name: 'localforage',
  packages: ['localforage'],
  operations: [
    {
      kind: 'storage.write',
      path: ['setItem', 'createInstance().setItem'],
      fields: { store: { from: { always: 'IndexedDB' } }, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
    },
  ],
} satisfies LibraryModel;
