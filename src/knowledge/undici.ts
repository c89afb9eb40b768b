import type { LibraryModel } from './model.js';

/** undici's documentation, `Client` and `Agent`. */
export const undici = {
  name: 'undici Agent',
  packages: ['undici'],
  operations: [
    {
      kind: 'tls.configure',
      path: ['Agent', 'Pool', 'Client', 'ProxyAgent'],
      on: 'new',
      fields: {
        rejectUnauthorized: {
          from: [0, 1].flatMap((arg) => ['connect', 'requestTls'].map((name) => ({ arg, path: `${name}.rejectUnauthorized` }))),
          default: true,
        },
      },
    },
  ],
} satisfies LibraryModel;
