import type { OperationModel } from './model.js';

/** A file's path tells what is in it as a key does. */
export const FILE = {
  kind: 'storage.write',
  fields: { store: { from: { always: 'a plain file' } }, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
  facts: { native: true, keystore: 'expo-secure-store or react-native-keychain' },
} as const satisfies Omit<OperationModel<'storage.write'>, 'path'>;

const WRITING = ['writeFile', 'writeFileSync', 'appendFile', 'appendFileSync', 'outputFile', 'outputFileSync', 'writeJson', 'writeJsonSync', 'writeJSON', 'writeJSONSync'];

/** Where such an app has its files: `node:fs` alone tells nothing. */
export const ELECTRON_FOLDERS = ["getPath('userData')", 'getPath("userData")'];

/** The files that an Electron app writes with Node.js (and fs-extra) are in the user's own directory. */
export const electronFiles: readonly OperationModel<'storage.write'>[] = [
  { ...FILE, path: [...WRITING, ...WRITING.map((name) => `promises.${name}`)], facts: { native: true, keystore: '`safeStorage`' }, dependsOn: 'electron' },
];
