import type { LibraryModel } from './model.js';

/** With the cookie, else after a day (10.0.0 index.js, `#getExpireTime`). */
export const connectPgSimple = {
  name: 'connect-pg-simple',
  packages: ['connect-pg-simple'],
  operations: [
    {
      kind: 'session.store',
      path: ['()', 'default()'],
      on: 'new',
      fields: {
        // A `ttl` of 0 is none (10.0.0 index.js, `#getExpireTime`).
        validity: { from: { arg: 0, path: 'ttl', duration: 'seconds' }, default: 86_400, means: { 0: 86_400 } },
        touch: { from: { arg: 0, path: 'disableTouch', only: { true: false } }, default: true },
      },
    },
  ],
} satisfies LibraryModel;
