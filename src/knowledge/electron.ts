import type { LibraryModel, OperationModel } from './model.js';

/** Electron's documentation, `safeStorage`: with plain text encryption a password in the program does what the keyring would. */
export const electron = {
  name: 'Electron',
  packages: ['electron'],
  operations: [
    { kind: 'keystore.use', path: 'safeStorage.setUsePlainTextEncryption', fields: { plainText: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;

/**
 * A JSON file. Its `encryptionKey` is "not intended for security purposes" (conf 13.1.0 and electron-store 10.1.0, readme.md): it stands in
 * the program, or the program can get at it as everybody else.
 */
const STORE = {
  kind: 'storage.write',
  path: '#.set',
  facts: { native: true, obfuscates: true, keystore: '`safeStorage`' },
} as const satisfies Partial<OperationModel<'storage.write'>>;

const FIELDS = { store: { from: { always: 'a JSON file' } }, encryptionKey: { from: { maker: 0, path: 'encryptionKey' } } } as const;

export const electronStore = {
  name: 'electron-store',
  packages: ['electron-store', 'conf'],
  vocabulary: ["tore.set('", 'tore.set("'],
  operations: [
    { ...STORE, minArgs: 2, fields: { ...FIELDS, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } } },
    { ...STORE, maxArgs: 1, fields: FIELDS, entries: { arg: 0 } },
  ],
} satisfies LibraryModel;
