import type { LibraryModel, OperationModel } from './model.js';

/** `put(value, key)` and `add(value, key)` of an object store (W3C Indexed Database API 3.0, section 4.5). */
function writes(objectStores: readonly string[]): OperationModel<'storage.write'> {
  return {
    kind: 'storage.write',
    path: objectStores.flatMap((one) => [`${one}.put`, `${one}.add`]),
    fields: { store: { from: { always: 'IndexedDB' } }, value: { from: { arg: 0 } }, key: { from: { arg: 1 } } },
  };
}

/** The database that a request's `result` is, or that a promise around the request gives: nothing else has object stores. */
export const indexedDb = {
  name: 'IndexedDB',
  packages: ['global'],
  vocabulary: ['indexedDB'],
  operations: [writes(['indexedDB.open().result', 'Promise#'].map((database) => `${database}.transaction().objectStore()`))],
} satisfies LibraryModel;

const DATABASES = ['openDB()', 'IDBPDatabase#', 'wrap()'];

/** idb 8.0.2 build/entry.d.ts: the object stores' methods, and those of the database whose first argument is the store's name. */
export const idb = {
  name: 'idb',
  packages: ['idb'],
  operations: [
    writes(DATABASES.flatMap((database) => [
      `${database}.transaction().store`,
      `${database}.transaction().objectStore()`,
    ])),
    {
      kind: 'storage.write',
      path: DATABASES.flatMap((database) => [`${database}.put`, `${database}.add`]),
      fields: { store: { from: { always: 'IndexedDB' } }, value: { from: { arg: 1 } }, key: { from: { arg: 2 } } },
    },
  ],
} satisfies LibraryModel;
