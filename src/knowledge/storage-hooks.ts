import type { FieldModel, LibraryModel, OperationModel } from './model.js';

/** A function whose first two arguments are the key and what is kept until something else is. */
function keeping(path: string, store: FieldModel): OperationModel<'state.persist'> {
  return { kind: 'state.persist', path, fields: { store, key: { from: { arg: 0 } }, state: { from: { arg: 1 } } } };
}

const LOCAL: FieldModel = { from: { always: 'localStorage' } };
const SESSION: FieldModel = { from: { always: 'sessionStorage' } };
const GIVEN: FieldModel = { from: { arg: 2 }, default: 'localStorage' };

/** @vueuse/core 12.7.0 index.mjs: `useStorage(key, defaults, storage)`, by default localStorage. */
export const vueUse = {
  name: 'VueUse',
  packages: ['@vueuse/core'],
  vocabulary: ['useStorage(', 'useStorage<', 'useStorageAsync', 'useLocalStorage', 'useSessionStorage'],
  operations: [
    keeping('useStorage', GIVEN),
    keeping('useStorageAsync', GIVEN),
    keeping('useLocalStorage', LOCAL),
    keeping('useSessionStorage', SESSION),
  ],
} satisfies LibraryModel;

/** usehooks-ts 3.1.1 dist/index.js. */
export const usehooksTs = {
  name: 'usehooks-ts',
  packages: ['usehooks-ts'],
  operations: [keeping('useLocalStorage', LOCAL), keeping('useSessionStorage', SESSION)],
} satisfies LibraryModel;

/** jotai 2.12.1 esm/vanilla/utils.mjs: `atomWithStorage(key, initialValue, storage)`, by default localStorage. */
export const jotai = {
  name: 'jotai',
  packages: ['jotai/utils', 'jotai/vanilla/utils'],
  operations: [keeping('atomWithStorage', GIVEN)],
  stores: { 'createJSONStorage()': { arg: 0, default: 'localStorage' } },
} satisfies LibraryModel;

/** @nanostores/persistent 0.10.2 index.js: localStorage, unless `setPersistentEngine` says otherwise for all. */
export const nanostoresPersistent = {
  name: '@nanostores/persistent',
  packages: ['@nanostores/persistent'],
  operations: [keeping('persistentAtom', LOCAL), keeping('persistentMap', LOCAL)],
} satisfies LibraryModel;
