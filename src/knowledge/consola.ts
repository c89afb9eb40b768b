import { writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** consola 3.4.2 README: the package has a logger, and makes others. */
export const consola = {
  name: 'consola',
  packages: ['consola'],
  operations: [writes(['', 'consola', 'createConsola()', 'ConsolaInstance#', 'consola.withTag()', 'withTag()'])],
} satisfies LibraryModel;
