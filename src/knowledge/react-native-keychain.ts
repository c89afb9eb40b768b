import type { LibraryModel } from './model.js';

/** react-native-keychain 10.0.0 src/enums.ts, src/types.ts. */
export const reactNativeKeychain = {
  name: 'react-native-keychain',
  packages: ['react-native-keychain'],
  operations: ([['setGenericPassword', 2], ['setInternetCredentials', 3]] as const).map(([path, arg]) => ({
    kind: 'keystore.use' as const,
    path,
    fields: {
      accessible: { from: { arg, path: 'accessible' }, default: 'AFTER_FIRST_UNLOCK' },
      cloudSync: { from: { arg, path: 'cloudSync' }, default: false },
    },
  })),
} satisfies LibraryModel;
