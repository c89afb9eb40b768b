import type { LibraryModel } from './model.js';

const STORED = { persistent: { from: { always: true } } } as const;

/**
 * aws-amplify 6: @aws-amplify/auth 6.21.1 CognitoUserPoolsTokenProvider.ts takes `defaultStorage`, which is localStorage; the others
 * are exports of `aws-amplify/utils` (@aws-amplify/core 6.19.2 src/storage/index.ts). Its cookies are written by scripts.
 */
export const awsAmplify = {
  name: 'AWS Amplify',
  packages: ['aws-amplify/auth/cognito', '@aws-amplify/auth/cognito'],
  operations: [
    {
      kind: 'token.cache',
      path: 'cognitoUserPoolsTokenProvider.setKeyValueStorage',
      fields: { store: { from: { arg: 0 } }, ...STORED },
    },
  ],
} satisfies LibraryModel;

export const awsAmplifyStores = {
  name: 'AWS Amplify (stores)',
  packages: ['aws-amplify/utils', '@aws-amplify/core'],
  operations: [],
  stores: {
    defaultStorage: { is: 'localStorage' },
    sessionStorage: { is: 'sessionStorage' },
    syncSessionStorage: { is: 'sessionStorage' },
    sharedInMemoryStorage: { is: 'memory' },
    'CookieStorage#': { is: 'cookie' },
  },
} satisfies LibraryModel;

/** amazon-cognito-identity-js 6.3.21 src/CognitoUserPool.js, src/StorageHelper.js; a user of its own takes the same. */
export const amazonCognitoIdentity = {
  name: 'amazon-cognito-identity-js',
  packages: ['amazon-cognito-identity-js'],
  operations: [
    {
      kind: 'token.cache',
      path: ['CognitoUserPool', 'CognitoUser'],
      on: 'new',
      fields: { store: { from: { arg: 0, path: 'Storage' }, default: 'localStorage' }, ...STORED },
    },
  ],
  stores: { 'CookieStorage#': { is: 'cookie' } },
} satisfies LibraryModel;
