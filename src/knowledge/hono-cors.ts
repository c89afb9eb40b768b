import { configured, NO_REFLECTION } from './cors-options.js';
import type { LibraryModel } from './model.js';

/** A function's result is the origin that is allowed (hono 4.13.19 dist/middleware/cors/index.js). */
export const honoCors = {
  name: 'hono/cors',
  packages: ['hono/cors'],
  operations: [
    {
      kind: 'cors.configure',
      path: 'cors',
      fields: { ...configured(0), origin: { from: { arg: 0, path: 'origin' }, default: '*', means: NO_REFLECTION } },
      facts: { originFrom: 'result' },
    },
  ],
} satisfies LibraryModel;
