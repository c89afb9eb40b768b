import type { FieldModel, LibraryModel, OperationModel } from './model.js';

/** The three ways to define a store: with options, with a setup function and options, with the id among the options. */
const DEFINITIONS = [
  { key: { arg: 0 }, state: { arg: 1, path: 'state' }, options: 1 },
  { key: { arg: 0 }, state: { arg: 1 }, options: 2 },
  { key: { arg: 0, path: 'id' }, state: { arg: 0, path: 'state' }, options: 0 },
] as const;

function stores(
  versions: string,
  names: { readonly keep: string; readonly omit?: string },
  store: NonNullable<FieldModel['default']>,
): OperationModel<'state.persist'>[] {
  return DEFINITIONS.map(({ key, state, options }) => ({
    kind: 'state.persist',
    path: 'defineStore',
    versions,
    given: { arg: options, path: 'persist' },
    fields: {
      store: { from: { arg: options, path: 'persist.storage' }, default: store },
      key: { from: key },
      state: { from: state },
      keep: { from: { arg: options, path: `persist.${names.keep}` } },
      ...(names.omit === undefined ? {} : { omit: { from: { arg: options, path: `persist.${names.omit}` } } }),
    },
  }));
}

/** What every version says of the Nuxt module's stores, which Nuxt brings in under a name of their own. */
function nuxtStores(name: string, suffix: '' | '()'): NonNullable<LibraryModel['stores']> {
  return {
    [`${name}.localStorage${suffix}`]: { is: 'localStorage' },
    [`${name}.sessionStorage${suffix}`]: { is: 'sessionStorage' },
    [`${name}.cookies${suffix}`]: { is: 'cookie' },
    [`${name}.cookiesWithOptions()`]: { is: 'cookie' },
  };
}

const VUE_FILES = /\.(?:vue|[cm]?[jt]sx?)$/;

/**
 * A store with `persist` is written into localStorage whole: without `paths` (3.2.3 dist/index.js) or `pick` and `omit` (4.2.0
 * dist/index.js, where `paths` does nothing). The Nuxt module writes it into a cookie that has no HttpOnly (4.2.0
 * dist/nuxt/runtime/plugin.js and storages.js).
 */
export const piniaPersistedState = {
  name: 'pinia-plugin-persistedstate',
  packages: ['pinia-plugin-persistedstate', 'pinia'],
  everyday: ['pinia'],
  vocabulary: ['defineStore'],
  operations: [
    ...stores('<4', { keep: 'paths' }, 'localStorage'),
    ...stores('>=4', { keep: 'pick', omit: 'omit' }, [
      { package: 'nuxt', versions: '>=3', value: 'cookie' },
      { versions: '>=4', value: 'localStorage' },
    ]),
  ],
  stores: nuxtStores('piniaPluginPersistedstate', '()'),
  autoImports: [
    { names: ['defineStore'], files: VUE_FILES, dependsOn: ['@pinia/nuxt'] },
    { names: ['piniaPluginPersistedstate'], files: VUE_FILES, dependsOn: ['nuxt'] },
  ],
} satisfies LibraryModel;

/** The Nuxt module of version 3 of the plugin: cookies (1.2.1 dist/module.mjs, dist/runtime/plugin.js). */
export const piniaPersistedStateNuxt = {
  name: '@pinia-plugin-persistedstate/nuxt',
  packages: ['@pinia-plugin-persistedstate/nuxt', 'pinia', 'pinia-plugin-persistedstate'],
  vocabulary: ['defineStore'],
  operations: stores('>=1', { keep: 'paths' }, 'cookie'),
  stores: nuxtStores('persistedState', ''),
  autoImports: [{ names: ['persistedState'], files: VUE_FILES, dependsOn: ['@pinia-plugin-persistedstate/nuxt'] }],
} satisfies LibraryModel;
