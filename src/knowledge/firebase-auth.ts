import type { LibraryModel } from './model.js';

/** @firebase/auth 1.13.6 dist/esm: the exports that `setPersistence` and `initializeAuth` take; `initializeAuth` without any keeps nothing. */
export const firebaseAuth = {
  name: 'Firebase Authentication',
  packages: ['firebase/auth', '@firebase/auth'],
  operations: [
    { kind: 'token.cache', path: 'setPersistence', fields: { store: { from: { arg: 1 } }, persistent: { from: { always: true } } } },
    {
      kind: 'token.cache',
      path: ['getAuth().setPersistence', 'initializeAuth().setPersistence', 'Auth#.setPersistence'],
      fields: { store: { from: { arg: 0 } }, persistent: { from: { always: true } } },
    },
    {
      kind: 'token.cache',
      path: 'initializeAuth',
      fields: { store: { from: { arg: 1, path: 'persistence' }, default: 'memory' }, persistent: { from: { always: true } } },
    },
  ],
  stores: {
    browserLocalPersistence: { is: 'localStorage' },
    browserSessionPersistence: { is: 'sessionStorage' },
    browserCookiePersistence: { is: 'cookie' },
    indexedDBLocalPersistence: { is: 'IndexedDB' },
    inMemoryPersistence: { is: 'memory' },
    'getReactNativePersistence()': { arg: 0 },
  },
} satisfies LibraryModel;
