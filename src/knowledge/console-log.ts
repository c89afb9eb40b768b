import { writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** The Console Standard. It is in every second file: see `gate.ts` for when a file is looked at for its sake. */
export const consoleLog = {
  name: 'console',
  packages: ['global'],
  operations: [writes(['console'], ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'])],
} satisfies LibraryModel;
