import type { LibraryModel } from './model.js';

/** Milliseconds, and for ever where they are 0, as they are in `Iron.defaults` (6.0.0 and 7.0.1 lib/index.js, `seal`). */
export const hapiIron = {
  name: '@hapi/iron',
  packages: ['@hapi/iron'],
  operations: [
    {
      kind: 'data.seal',
      path: 'seal',
      minArgs: 3,
      fields: {
        value: { from: { arg: 0 } },
        validity: { from: { arg: 2, path: 'ttl', duration: 'milliseconds' }, default: 0 },
      },
    },
    // The defaults as they are.
    { kind: 'data.seal', path: 'seal', into: { arg: 2, is: ['defaults'] }, fields: { value: { from: { arg: 0 } }, validity: { from: { always: 0 } } } },
    {
      kind: 'secret.use',
      path: ['seal', 'unseal'],
      fields: { secret: { from: { arg: 1 } }, purpose: { from: { always: 'encryption' } } },
    },
  ],
} satisfies LibraryModel;
