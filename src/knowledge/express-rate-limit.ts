import type { LibraryModel } from './model.js';

/**
 * `max` is `limit` from 7 on, which keeps the old name; errors of the store refuse unless `passOnStoreError` says otherwise,
 * and always before it was there (express-rate-limit 5.5.1 lib/express-rate-limit.js, 6.11.2 and 7.5.1 dist/index.cjs, 8.7.5).
 */
export const expressRateLimit = {
  name: 'express-rate-limit',
  packages: ['express-rate-limit'],
  operations: [
    {
      kind: 'rate.limit',
      path: ['', 'rateLimit'],
      fields: {
        limit: { from: [{ arg: 0, path: 'limit' }, { arg: 0, path: 'max' }], default: 5 },
        window: { from: { arg: 0, path: 'windowMs', duration: 'milliseconds' }, default: 60 },
        store: { from: { arg: 0, path: 'store' }, default: 'memory' },
        failsOpen: { from: { arg: 0, path: 'passOnStoreError' }, default: false },
        skipsFailed: { from: { arg: 0, path: 'skipFailedRequests' }, default: false },
        key: { from: { arg: 0, path: 'keyGenerator' } },
      },
    },
  ],
} satisfies LibraryModel;
