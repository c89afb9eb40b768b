import type { LibraryModel, OperationModel } from './model.js';

const TABLES = ['#.*', '#.table()', 'Dexie#.*', 'Dexie#.table()', 'Table#', 'EntityTable#'];

function writes(methods: readonly string[], value: number, key: number): OperationModel<'storage.write'> {
  return {
    kind: 'storage.write',
    path: TABLES.flatMap((table) => methods.map((method) => `${table}.${method}`)),
    fields: { store: { from: { always: 'IndexedDB' } }, value: { from: { arg: value } }, key: { from: { arg: key } } },
  };
}

/**
 * Tables of an IndexedDB (dexie 4.0.11 dist/dexie.d.ts): `put(item, key)`, `bulkPut(items, keys)`, `update(key, changes)`;
 * `bulkUpdate` has both in one list.
 */
export const dexie = {
  name: 'Dexie',
  packages: ['dexie'],
  operations: [writes(['put', 'add', 'bulkPut', 'bulkAdd'], 0, 1), writes(['update', 'upsert'], 1, 0)],
} satisfies LibraryModel;
