import type { LibraryModel, OperationModel } from './model.js';

/**
 * oidc-client-ts 3.5.0 dist/esm/oidc-client-ts.js, `UserManagerSettingsStore`: users are kept in sessionStorage;
 * `WebStorageStateStore` alone takes localStorage (oidc-client 1.11.5 likewise: src/UserManagerSettings.js,
 * src/WebStorageStateStore.js). react-oidc-context 3.3.1 `AuthProvider` hands its properties to a `UserManager`.
 */
const CACHE = {
  kind: 'token.cache',
  fields: {
    store: { from: { arg: 0, path: 'userStore' }, default: 'sessionStorage' },
    persistent: { from: { always: true } },
  },
} as const satisfies Omit<OperationModel<'token.cache'>, 'path'>;

export const oidcClient = {
  name: 'oidc-client',
  packages: ['oidc-client-ts', 'oidc-client', 'react-oidc-context'],
  operations: [
    { ...CACHE, path: 'UserManager', on: 'new' },
    { ...CACHE, path: 'AuthProvider', on: 'element' },
  ],
  stores: {
    'WebStorageStateStore#': { arg: 0, path: 'store', default: 'localStorage' },
    'InMemoryWebStorage#': { is: 'memory' },
  },
} satisfies LibraryModel;
