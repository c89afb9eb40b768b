import type { LibraryModel } from './model.js';

/**
 * `persist(initializer, options)` writes the whole state into localStorage, unless `partialize` picks members of it; `storage`
 * (before 4.4 `getStorage`, gone in 5) is another store (zustand 4.5.7 esm/middleware.mjs, 5.0.3 esm/middleware.mjs). Other
 * middlewares are given the initializer first; `combine`, the initial state.
 */
export const zustand = {
  name: 'zustand',
  packages: ['zustand', 'zustand/middleware', 'zustand/middleware/immer'],
  operations: [
    {
      kind: 'state.persist',
      path: 'persist',
      fields: {
        store: { from: [{ arg: 1, path: 'storage' }, { arg: 1, path: 'getStorage' }], default: 'localStorage' },
        key: { from: { arg: 1, path: 'name' } },
        state: { from: { arg: 0 } },
        keep: { from: { arg: 1, path: 'partialize' } },
      },
    },
  ],
  stores: { 'createJSONStorage()': { arg: 0 } },
  states: {
    'devtools()': { arg: 0 },
    'subscribeWithSelector()': { arg: 0 },
    'immer()': { arg: 0 },
    'combine()': { arg: 0 },
  },
} satisfies LibraryModel;
