import { configured, NO_REFLECTION } from './cors-options.js';
import type { FieldModel, LibraryModel } from './model.js';

/**
 * With credentials `*` is the request's own origin, and so is what is assumed when none is given (@koa/cors 3.4.3, 4.0.0
 * and 5.0.0 index.js). A function is given the context.
 */
const KOA_ORIGIN: FieldModel = { from: { arg: 0, path: 'origin' }, default: '*', means: { ...NO_REFLECTION, '*': true } };

export const koaCors = {
  name: '@koa/cors',
  packages: ['@koa/cors'],
  operations: [
    { kind: 'cors.configure', path: '', fields: { ...configured(0), origin: KOA_ORIGIN }, facts: { originFrom: 'result' } },
  ],
} satisfies LibraryModel;
