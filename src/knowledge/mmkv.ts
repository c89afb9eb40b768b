import type { LibraryModel } from './model.js';

/** react-native-mmkv 2.12.2, 3.3.3 src/Types.ts and 4.3.2 src/specs/MMKVFactory.nitro.ts: plain text on file without a key. */
export const mmkv = {
  name: 'react-native-mmkv',
  packages: ['react-native-mmkv'],
  // What is made in one file is used in others, which import it from there.
  vocabulary: ['torage.set(', 'mmkv.set(', '.recrypt(', '.encrypt('],
  operations: [
    {
      kind: 'storage.write',
      path: ['MMKV#.set', 'createMMKV().set', 'useMMKV().set'],
      fields: {
        store: { from: { always: 'MMKV' } },
        key: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        encryptionKey: { from: { maker: 0, path: 'encryptionKey' } },
      },
      facts: { native: true, keystore: 'expo-secure-store or react-native-keychain' },
    },
    {
      kind: 'storage.encrypt',
      path: ['*.recrypt', '*.encrypt'].flatMap((method) => ['MMKV#', 'createMMKV()', 'useMMKV()'].map((maker) => method.replace('*', maker))),
      fields: { key: { from: { arg: 0 } } },
    },
  ],
} satisfies LibraryModel;
