import type { LibraryModel, OperationModel } from './model.js';

const config: OperationModel<'state.persist'>['fields'] = {
  store: { from: { arg: 0, path: 'storage' } },
  key: { from: { arg: 0, path: 'key' } },
  state: { from: { arg: 1 } },
  // What transforms leave in cannot be told: a list of names is none of them.
  keep: { from: [{ arg: 0, path: 'transforms' }, { arg: 0, path: 'whitelist' }] },
  omit: { from: { arg: 0, path: 'blacklist' } },
};

/**
 * Everything that a reducer makes is written into `config.storage`, which has no default, with the members in `whitelist` and
 * without those in `blacklist` (redux-persist 6.0.0 lib/createPersistoid.js, lib/persistReducer.js).
 */
export const reduxPersist = {
  name: 'redux-persist',
  packages: ['redux-persist'],
  operations: [{ kind: 'state.persist', path: ['persistReducer', 'persistCombineReducers'], fields: config, facts: { reducer: true } }],
  states: {
    'persistReducer()': { arg: 1, reducer: true },
    'persistReducer()()': { arg: 1, reducer: true },
    'persistCombineReducers()': { arg: 1, reducer: true },
  },
} satisfies LibraryModel;

/** A folder of the package, as CommonJS and as ES modules. */
function specifiers(file: string): string[] {
  return ['lib', 'es'].flatMap((folder) => [`redux-persist/${folder}/${file}`, `redux-persist/${folder}/${file}.js`]);
}

/** redux-persist 6.0.0 lib/storage/index.js, session.js, createWebStorage.js (`local` or `session`). */
export const reduxPersistStores = [
  { name: 'redux-persist (local storage)', packages: [...specifiers('storage'), ...specifiers('storage/index')], operations: [], stores: { '': { is: 'localStorage' } } },
  { name: 'redux-persist (session storage)', packages: specifiers('storage/session'), operations: [], stores: { '': { is: 'sessionStorage' } } },
  {
    name: 'redux-persist (web storage)',
    packages: specifiers('storage/createWebStorage'),
    operations: [],
    stores: { '()': { arg: 0, means: { local: 'localStorage', session: 'sessionStorage' } } },
  },
] satisfies LibraryModel[];
