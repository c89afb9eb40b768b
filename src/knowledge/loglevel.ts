import { writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** loglevel 1.9.2 README. */
export const loglevel = {
  name: 'loglevel',
  packages: ['loglevel'],
  operations: [writes(['', 'getLogger()', 'Logger#'])],
} satisfies LibraryModel;
