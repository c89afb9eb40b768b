import type { LibraryModel } from './model.js';

/**
 * The default export of 7, what `require('connect-redis')(session)` gives in 6, and an export from 8 on. A session ends with
 * its cookie, else after a day, unless nothing ends it (6.1.3 lib/connect-redis.js; 7.1.1, 8.1.0 and 9.0.0 dist, `set` and `touch`).
 */
export const connectRedis = {
  name: 'connect-redis',
  packages: ['connect-redis'],
  operations: [
    {
      kind: 'session.store',
      path: ['', '()', 'default', 'RedisStore'],
      on: 'new',
      fields: {
        validity: {
          // A `ttl` of 0 is none.
          from: [{ arg: 0, path: 'disableTTL', only: { true: 0 } }, { arg: 0, path: 'ttl', only: { 0: 86_400 } }, { arg: 0, path: 'ttl', duration: 'seconds' }],
          default: 86_400,
        },
        touch: { from: { arg: 0, path: 'disableTouch', only: { true: false } }, default: true },
      },
    },
  ],
} satisfies LibraryModel;
