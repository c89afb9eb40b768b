import type { LibraryModel } from './model.js';

/**
 * An atom with the effect that `recoilPersist(config)` makes is written into `config.storage`, by default localStorage, whatever
 * place the effect has among the others (recoil-persist 5.1.0 dist/index.js); the first place is looked at.
 */
export const recoilPersist = {
  name: 'recoil-persist',
  packages: ['recoil-persist', 'recoil'],
  everyday: ['recoil'],
  vocabulary: ['persistAtom'],
  operations: [
    {
      kind: 'state.persist',
      path: 'atom',
      fields: {
        store: { from: [{ arg: 0, path: 'effects.0' }, { arg: 0, path: 'effects_UNSTABLE.0' }] },
        key: { from: { arg: 0, path: 'key' } },
        state: { from: { arg: 0, path: 'default' } },
      },
    },
  ],
  stores: { 'recoilPersist().persistAtom': { arg: 0, path: 'storage', default: 'localStorage' } },
} satisfies LibraryModel;
