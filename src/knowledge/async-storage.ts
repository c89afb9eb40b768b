import type { LibraryModel, OperationModel } from './model.js';

const STORE = { store: { from: { always: 'AsyncStorage' } } } as const;
const FACTS = { native: true, keystore: 'expo-secure-store or react-native-keychain' } as const;

/** What one object of AsyncStorage writes: one item, or several as pairs (1 and 2) or as an object (3). */
function writes(path: string): OperationModel<'storage.write'>[] {
  return [
    {
      kind: 'storage.write',
      path: [`${path}setItem`, `${path}mergeItem`],
      fields: { ...STORE, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
      facts: FACTS,
    },
    {
      kind: 'storage.write',
      path: [`${path}multiSet`, `${path}multiMerge`, `${path}setMany`],
      fields: STORE,
      entries: { arg: 0 },
      facts: FACTS,
    },
  ];
}

/**
 * @react-native-async-storage/async-storage 2.2.0 src/AsyncStorage.ts, src/hooks.ts and 3.1.1 src/AsyncStorage.ts,
 * src/createAsyncStorage.ts: files and databases that nothing encrypts.
 */
export const asyncStorage = {
  name: '@react-native-async-storage/async-storage',
  packages: ['@react-native-async-storage/async-storage', '@react-native-community/async-storage'],
  operations: [
    ...writes(''),
    ...writes('createAsyncStorage().'),
    {
      kind: 'storage.write',
      path: ['useAsyncStorage().setItem', 'useAsyncStorage().mergeItem'],
      fields: { ...STORE, key: { from: { maker: 0 } }, value: { from: { arg: 0 } } },
      facts: FACTS,
    },
  ],
} satisfies LibraryModel;

/** React Native's own, which it had before 0.60. */
export const reactNativeAsyncStorage = {
  name: 'react-native',
  packages: ['react-native'],
  everyday: ['react-native'],
  vocabulary: ['AsyncStorage'],
  operations: writes('AsyncStorage.'),
} satisfies LibraryModel;
