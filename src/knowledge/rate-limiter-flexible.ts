import type { LibraryModel, OperationModel, Source } from './model.js';

function option(name: string): Source {
  return { arg: 0, path: name };
}

/**
 * 4 points in a second unless it is told otherwise (rate-limiter-flexible 5.0.5 lib/RateLimiterAbstract.js); an
 * `insuranceLimiter` counts on while the store is out of reach, else `consume` rejects (lib/RateLimiterStoreAbstract.js).
 */
function limiter(path: readonly string[], store: OperationModel<'rate.limit'>['fields']['store']): OperationModel<'rate.limit'> {
  return {
    kind: 'rate.limit',
    path,
    on: 'new',
    fields: {
      limit: { from: option('points'), default: 4 },
      window: { from: { ...option('duration'), duration: 'seconds' }, default: 1 },
      ...(store === undefined ? {} : { store }),
      failsOpen: { from: { always: false } },
      skipsFailed: { from: { always: false } },
    },
  };
}

const STORES = ['Redis', 'Mongo', 'MySQL', 'Postgres', 'Memcache', 'Dynamo', 'Prisma', 'Drizzle', 'Valkey', 'SQLite', 'Etcd'];

export const rateLimiterFlexible = {
  name: 'rate-limiter-flexible',
  packages: ['rate-limiter-flexible'],
  operations: [
    limiter(['RateLimiterMemory'], { from: { always: 'memory' } }),
    limiter([...STORES.map((store) => `RateLimiter${store}`), 'RateLimiterCluster'], { from: option('storeClient') }),
  ],
} satisfies LibraryModel;
