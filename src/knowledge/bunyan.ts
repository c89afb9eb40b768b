import { withChildren, writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** bunyan 1.8.15 README. */
export const bunyan = {
  name: 'bunyan',
  packages: ['bunyan'],
  operations: [writes(withChildren(['createLogger()', '#', 'Logger#']))],
} satisfies LibraryModel;
