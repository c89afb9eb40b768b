import type { LibraryModel } from './model.js';

const store = { from: { always: 'IndexedDB' } } as const;

/** idb-keyval 6.2.1 dist/index.js: `set(key, value)`, `setMany([[key, value]])`, `update(key, updater)`. */
export const idbKeyval = {
  name: 'idb-keyval',
  packages: ['idb-keyval'],
  operations: [
    { kind: 'storage.write', path: 'set', fields: { store, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } } },
    { kind: 'storage.write', path: 'setMany', fields: { store, value: { from: { arg: 0 } } } },
    { kind: 'storage.write', path: 'update', fields: { store, key: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
