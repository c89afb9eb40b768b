import { writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** log4js 6.9.1 README. */
export const log4js = {
  name: 'log4js',
  packages: ['log4js'],
  operations: [writes(['getLogger()', 'Logger#'])],
} satisfies LibraryModel;
