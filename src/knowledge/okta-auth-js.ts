import type { LibraryModel } from './model.js';

/**
 * @okta/okta-auth-js 7.14.5 esm/browser/oidc/TokenManager.js and esm/browser/storage/BaseStorageManager.js: the manager's storage, else that of the
 * storage manager, else the first of storage/options/browser.js that the browser has.
 */
export const oktaAuthJs = {
  name: '@okta/okta-auth-js',
  packages: ['@okta/okta-auth-js'],
  operations: [
    {
      kind: 'token.cache',
      path: 'OktaAuth',
      on: 'new',
      fields: {
        store: {
          from: [
            { arg: 0, path: 'tokenManager.storage' },
            { arg: 0, path: 'storageManager.token.storageProvider' },
            { arg: 0, path: 'storageManager.token.storageType' },
            { arg: 0, path: 'storageManager.token.storageTypes' },
          ],
          default: 'localStorage',
        },
        persistent: { from: { always: true } },
      },
      facts: { inMemory: 'memory' },
    },
  ],
} satisfies LibraryModel;
