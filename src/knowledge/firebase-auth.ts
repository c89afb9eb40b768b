import type { LibraryModel, OperationModel } from './model.js';

/** @firebase/auth 1.13.6 dist/esm: the exports that `setPersistence` and `initializeAuth` take; `initializeAuth` without any keeps nothing. */
const CACHE = {
  kind: 'token.cache',
  facts: {
    stores: {
      browserLocalPersistence: 'localStorage',
      browserSessionPersistence: 'sessionStorage',
      browserCookiePersistence: 'cookie',
      indexedDBLocalPersistence: 'IndexedDB',
      inMemoryPersistence: 'memory',
    },
  },
} as const satisfies Omit<OperationModel<'token.cache'>, 'path' | 'fields'>;

export const firebaseAuth = {
  name: 'Firebase Authentication',
  packages: ['firebase/auth', '@firebase/auth'],
  operations: [
    { ...CACHE, path: 'setPersistence', fields: { store: { from: { arg: 1 } }, persistent: { from: { always: true } } } },
    {
      ...CACHE,
      path: ['getAuth().setPersistence', 'initializeAuth().setPersistence', 'Auth#.setPersistence'],
      fields: { store: { from: { arg: 0 } }, persistent: { from: { always: true } } },
    },
    {
      ...CACHE,
      path: 'initializeAuth',
      fields: { store: { from: { arg: 1, path: 'persistence' }, default: 'memory' }, persistent: { from: { always: true } } },
    },
  ],
} satisfies LibraryModel;
