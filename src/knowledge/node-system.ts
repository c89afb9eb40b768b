import { ELECTRON_FOLDERS, electronFiles } from './device-files.js';
import type { LibraryModel } from './model.js';

const READING = ['readFile', 'readFileSync', 'createReadStream', 'open', 'openSync'];

/** Node.js documentation, `fs`: a path with `..` in it leads out of its directory. */
export const nodeFs = {
  name: 'node:fs',
  packages: ['node:fs', 'fs-extra'],
  everyday: ['node:fs', 'fs-extra'],
  vocabulary: ELECTRON_FOLDERS,
  operations: electronFiles,
  sinks: [{ path: [...READING, ...READING.map((name) => `promises.${name}`)], arg: 0, takes: 'file' }],
} satisfies LibraryModel;

export const nodeFsPromises = {
  name: 'node:fs/promises',
  packages: ['node:fs/promises'],
  everyday: ['node:fs/promises'],
  vocabulary: ELECTRON_FOLDERS,
  operations: electronFiles,
  sinks: [{ path: READING, arg: 0, takes: 'file' }],
} satisfies LibraryModel;

/** Node.js documentation, `child_process`: a shell reads the command. */
export const nodeChildProcess = {
  name: 'node:child_process',
  packages: ['node:child_process'],
  operations: [],
  sinks: [{ path: ['exec', 'execSync'], arg: 0, takes: 'command' }],
} satisfies LibraryModel;
