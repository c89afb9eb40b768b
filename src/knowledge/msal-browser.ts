import type { LibraryModel, OperationModel } from './model.js';

/**
 * @azure/msal-browser 3.30.0, 4.30.0 and 5.30.0 src/config/Configuration.ts: `DEFAULT_CACHE_OPTIONS`; the names in
 * src/utils/BrowserConstants.ts (2.39.0: dist/config/Configuration.js). From 4 on the entries of localStorage are encrypted with
 * a key in a cookie that scripts read (src/cache/LocalStorage.ts).
 */
const CACHE = {
  kind: 'token.cache',
  fields: {
    store: { from: { arg: 0, path: 'cache.cacheLocation' }, default: 'sessionStorage' },
    persistent: { from: { always: true } },
  },
  facts: {
    inMemory: 'memoryStorage',
    endsWithSession: '>=4.0.0',
  },
} as const satisfies Omit<OperationModel<'token.cache'>, 'path'>;

export const msalBrowser = {
  name: '@azure/msal-browser',
  packages: ['@azure/msal-browser'],
  operations: [
    { ...CACHE, path: ['PublicClientApplication', 'PublicClientNext'], on: 'new' },
    {
      ...CACHE,
      path: [
        'PublicClientApplication.createPublicClientApplication', 'createStandardPublicClientApplication',
        'createNestablePublicClientApplication',
      ],
    },
  ],
  stores: {
    'BrowserCacheLocation.LocalStorage': { is: 'localStorage' },
    'BrowserCacheLocation.SessionStorage': { is: 'sessionStorage' },
    'BrowserCacheLocation.MemoryStorage': { is: 'memory' },
  },
} satisfies LibraryModel;
