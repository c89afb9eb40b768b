import type { LibraryModel } from './model.js';

/** @capacitor/preferences 7.0.4 dist/esm/definitions.d.ts: UserDefaults and SharedPreferences; before, @capacitor/storage 1.2.5. */
export const capacitorPreferences = {
  name: '@capacitor/preferences',
  packages: ['@capacitor/preferences', '@capacitor/storage'],
  operations: [
    {
      kind: 'storage.write',
      path: ['Preferences.set', 'Storage.set'],
      fields: {
        store: { from: { always: 'Capacitor Preferences' } },
        key: { from: { arg: 0, path: 'key' } },
        value: { from: { arg: 0, path: 'value' } },
      },
      facts: { native: true, keystore: 'a plugin that uses the Keychain and the Android Keystore' },
    },
  ],
} satisfies LibraryModel;
