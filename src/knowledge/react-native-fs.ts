import { FILE } from './device-files.js';
import type { LibraryModel } from './model.js';

/** react-native-fs 2.20.0 index.d.ts. */
export const reactNativeFs = {
  name: 'react-native-fs',
  packages: ['react-native-fs', '@dr.pogodin/react-native-fs'],
  operations: [{ ...FILE, path: ['writeFile', 'appendFile'] }],
} satisfies LibraryModel;
