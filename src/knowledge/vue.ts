import type { LibraryModel } from './model.js';

/** Vue documentation, reactivity API: what a setup function returns is state, as far as it is not computed from it. */
export const vue = {
  name: 'vue',
  packages: ['vue'],
  operations: [],
  states: {
    'ref()': { arg: 0 },
    'shallowRef()': { arg: 0 },
    'reactive()': { arg: 0 },
    'shallowReactive()': { arg: 0 },
    'computed()': { derived: true },
  },
  autoImports: [
    {
      names: ['ref', 'shallowRef', 'reactive', 'shallowReactive', 'computed'],
      files: /\.(?:vue|[cm]?[jt]sx?)$/,
      dependsOn: ['nuxt', 'unplugin-auto-import'],
    },
  ],
} satisfies LibraryModel;
