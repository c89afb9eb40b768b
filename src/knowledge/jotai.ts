import type { LibraryModel } from './model.js';
import { GIVEN, keeping } from './storage-hooks.js';

/** jotai 2.12.1 esm/vanilla/utils.mjs: `atomWithStorage(key, initialValue, storage)`, by default localStorage. */
export const jotai = {
  name: 'jotai',
  packages: ['jotai/utils', 'jotai/vanilla/utils'],
  operations: [keeping('atomWithStorage', GIVEN)],
  stores: { 'createJSONStorage()': { arg: 0, default: 'localStorage' } },
} satisfies LibraryModel;
