import type { LibraryModel } from './model.js';

/** 180 days unless another text is given (hono 4.13.19 dist/middleware/secure-headers/secure-headers.js, `HEADERS_MAP`). */
const DEFAULT = 15_552_000;

export const honoSecureHeaders = {
  name: 'hono/secure-headers',
  packages: ['hono/secure-headers'],
  operations: [
    {
      kind: 'hsts.configure',
      path: 'secureHeaders',
      fields: {
        enabled: { from: { arg: 0, path: 'strictTransportSecurity' }, default: true },
        maxAge: { from: { arg: 0, path: 'strictTransportSecurity' }, default: DEFAULT, means: { true: DEFAULT } },
      },
    },
  ],
} satisfies LibraryModel;
