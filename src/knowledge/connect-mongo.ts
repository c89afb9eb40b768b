import type { LibraryModel, OperationModel } from './model.js';

/**
 * 14 days (3.2.0 src/index.js; 4.6.0 and 5.1.0 build/main/lib/MongoStore.js). Without `autoRemove` what is over is still not found. A
 * `ttl` of 0 is none (3) or ends each session at once (4 on).
 */
function store(path: readonly string[], on: 'call' | 'new'): OperationModel<'session.store'> {
  return {
    kind: 'session.store',
    path,
    on,
    fields: { validity: { from: { arg: 0, path: 'ttl', duration: 'seconds' }, default: 1_209_600, means: { 0: 'none' } }, touch: { from: { always: true } } },
  };
}

export const connectMongo = {
  name: 'connect-mongo',
  packages: ['connect-mongo'],
  operations: [store(['create', 'default.create', 'MongoStore.create'], 'call'), store(['()'], 'new')],
} satisfies LibraryModel;
