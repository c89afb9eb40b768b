import type { LibraryModel, OperationModel } from './model.js';

/**
 * A cache of one's own goes before `cacheLocation` (@auth0/auth0-spa-js 2.28.3 src/Auth0Client.ts, constructor; the same in
 * 1.22.6); there are `memory` and `localstorage` (src/Auth0Client.utils.ts). The packages for frameworks pass the options
 * on: @auth0/auth0-react 2.27.0 `Auth0Provider`, @auth0/auth0-vue 2.10.0 `createAuth0`, @auth0/auth0-angular 2.12.0
 * `AuthModule.forRoot` and `provideAuth0`.
 */
const CACHE = {
  kind: 'token.cache',
  fields: {
    store: { from: [{ arg: 0, path: 'cache' }, { arg: 0, path: 'cacheLocation' }], default: 'memory' },
    persistent: { from: { always: true } },
  },
  facts: { inMemory: 'memory' },
} as const satisfies Omit<OperationModel<'token.cache'>, 'path'>;

export const auth0 = {
  name: 'Auth0',
  packages: ['@auth0/auth0-spa-js', '@auth0/auth0-react', '@auth0/auth0-vue', '@auth0/auth0-angular'],
  operations: [
    { ...CACHE, path: ['createAuth0Client', '', 'createAuth0', 'provideAuth0', 'AuthModule.forRoot'] },
    { ...CACHE, path: 'Auth0Client', on: 'new' },
    { ...CACHE, path: 'Auth0Provider', on: 'element' },
  ],
  stores: { 'LocalStorageCache#': { is: 'localStorage' }, 'InMemoryCache#': { is: 'memory' } },
} satisfies LibraryModel;
