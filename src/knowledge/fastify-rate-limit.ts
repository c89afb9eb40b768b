import type { LibraryModel } from './model.js';

/** 1000 in a minute for every route unless it is told otherwise (@fastify/rate-limit 8.1.1, 10.3.0 and 11.2.0 index.js). */
export const fastifyRateLimit = {
  name: '@fastify/rate-limit',
  packages: ['@fastify/rate-limit', 'fastify-rate-limit'],
  operations: [
    {
      kind: 'rate.limit',
      path: ['', 'fastifyRateLimit'],
      on: 'register',
      fields: {
        limit: { from: { arg: 1, path: 'max' }, default: 1000 },
        // Numbers are milliseconds, texts those of `ms`.
        window: { from: { arg: 1, path: 'timeWindow', duration: 'fast-jwt' }, default: 60 },
        store: { from: [{ arg: 1, path: 'store' }, { arg: 1, path: 'redis' }], default: 'memory' },
        failsOpen: { from: { arg: 1, path: 'skipOnError' }, default: false },
        skipsFailed: { from: { always: false } },
        key: { from: { arg: 1, path: 'keyGenerator' } },
      },
    },
  ],
} satisfies LibraryModel;
