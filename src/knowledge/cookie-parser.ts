import type { LibraryModel } from './model.js';

/** Signing is optional: without an argument there is no secret (cookie-parser 1.4.7 index.js). */
export const cookieParser = {
  name: 'cookie-parser',
  packages: ['cookie-parser'],
  operations: [
    {
      kind: 'secret.use',
      path: '',
      minArgs: 1,
      fields: { secret: { from: { arg: 0 } }, purpose: { from: { always: 'cookie' } } },
    },
  ],
} satisfies LibraryModel;
