import { HALF_A_YEAR, helmetOperations } from './helmet.js';
import type { LibraryModel } from './model.js';

/** Brings helmet 4 up to 6 (koa-helmet 6.1.0 package.json); later ones use the project's own, whatever its version. */
export const koaHelmet = {
  name: 'koa-helmet',
  packages: ['koa-helmet'],
  operations: helmetOperations([{ versions: '<7', value: HALF_A_YEAR }]),
} satisfies LibraryModel;
