import type { LibraryModel } from './model.js';

/** expo-secure-store 14.2.4 src/SecureStore.ts: `keychainAccessible`, by default `WHEN_UNLOCKED`. */
export const expoSecureStore = {
  name: 'expo-secure-store',
  packages: ['expo-secure-store'],
  operations: [
    {
      kind: 'keystore.use',
      path: ['setItemAsync', 'setItem'],
      fields: { accessible: { from: { arg: 2, path: 'keychainAccessible' }, default: 'WHEN_UNLOCKED' } },
    },
  ],
} satisfies LibraryModel;
