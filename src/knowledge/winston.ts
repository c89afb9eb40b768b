import { withChildren, writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** winston 3.17.0 README; the package itself is a logger, too. */
export const winston = {
  name: 'winston',
  packages: ['winston'],
  operations: [writes(['', ...withChildren(['createLogger()', 'Logger#', 'loggers.get()', 'loggers.add()'])])],
} satisfies LibraryModel;
