import type { LibraryModel } from './model.js';
import { GIVEN, keeping, LOCAL, SESSION } from './storage-hooks.js';

/** @vueuse/core 12.7.0 index.mjs: `useStorage(key, defaults, storage)`, by default localStorage. */
export const vueUse = {
  name: 'VueUse',
  packages: ['@vueuse/core'],
  everyday: ['@vueuse/core'],
  vocabulary: ['useStorage(', 'useStorage<', 'useStorageAsync', 'useLocalStorage', 'useSessionStorage'],
  operations: [
    keeping('useStorage', GIVEN),
    keeping('useStorageAsync', GIVEN),
    keeping('useLocalStorage', LOCAL),
    keeping('useSessionStorage', SESSION),
  ],
} satisfies LibraryModel;
