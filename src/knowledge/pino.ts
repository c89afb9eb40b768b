import { withChildren, writes } from './loggers.js';
import type { LibraryModel } from './model.js';

const LOGGERS = withChildren(['()', 'pino()', 'default()', 'Logger#']);

/** pino 9.9.0 docs/api.md: `redact` lists paths, or has them as `paths`. */
export const pino = {
  name: 'pino',
  packages: ['pino'],
  operations: [{ ...writes(LOGGERS), fields: { values: { from: { rest: 0 } }, redact: { from: { maker: 0, path: 'redact' } } } }],
} satisfies LibraryModel;
