import { FILE } from './device-files.js';
import type { LibraryModel } from './model.js';

/** expo-file-system 18.1.11 src/FileSystem.ts, src/next/ExpoFileSystem.types.ts and 19.0.24 legacy.ts, src/ExpoFileSystem.types.ts. */
export const expoFileSystem = {
  name: 'expo-file-system',
  packages: ['expo-file-system', 'expo-file-system/legacy', 'expo-file-system/next'],
  operations: [
    { ...FILE, path: 'writeAsStringAsync' },
    { ...FILE, path: 'File#.write', fields: { ...FILE.fields, key: { from: { maker: 1 } }, value: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
