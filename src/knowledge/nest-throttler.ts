import type { FieldModel, LibraryModel, OperationModel, Source } from './model.js';

/** `ttl` is seconds up to 4, milliseconds from 5 on (dist/throttler.service.js of @nestjs/throttler 4.2.1, 5.2.0 and 6.7.1). */
const BEFORE_5 = '<5';
const FROM_5 = '>=5';

function limits(at: readonly string[], unit: 'seconds' | 'milliseconds', storage: readonly string[]): Record<'limit' | 'window' | 'store' | 'failsOpen' | 'skipsFailed', FieldModel> {
  const member = (name: string): Source[] => at.map((path) => ({ arg: 0, path: `${path}${name}` }));
  return {
    limit: { from: member('limit') },
    window: { from: member('ttl').map((source): Source => ({ ...source, duration: unit })) },
    store: { from: storage.map((path) => ({ arg: 0, path })), default: 'memory' },
    failsOpen: { from: { always: false } },
    skipsFailed: { from: { always: false } },
  };
}

/** Of several throttlers the first. */
const MODULE: readonly OperationModel<'rate.limit'>[] = [
  {
    kind: 'rate.limit',
    path: 'ThrottlerModule.forRoot',
    versions: BEFORE_5,
    fields: { ...limits([''], 'seconds', ['storage']), key: { from: [] } },
  },
  {
    kind: 'rate.limit',
    path: ['ThrottlerModule.forRoot'],
    maxArgs: 1,
    versions: FROM_5,
    fields: { ...limits(['throttlers.0.', '0.'], 'milliseconds', ['storage']), key: { from: [{ arg: 0, path: 'getTracker' }, { arg: 0, path: '0.getTracker' }] } },
  },
];

/** `@Throttle(limit, ttl)` up to 4 (20 in 60 seconds where nothing is given), `@Throttle({ default: { limit, ttl } })` from 5 on. */
const DECORATOR: readonly OperationModel<'rate.limit'>[] = [
  {
    kind: 'rate.limit',
    path: 'Throttle',
    versions: BEFORE_5,
    fields: { limit: { from: { arg: 0 }, default: 20 }, window: { from: { arg: 1, duration: 'seconds' }, default: 60 } },
  },
  {
    kind: 'rate.limit',
    path: 'Throttle',
    maxArgs: 1,
    versions: FROM_5,
    fields: {
      limit: { from: { arg: 0, path: 'default.limit' } },
      window: { from: { arg: 0, path: 'default.ttl', duration: 'milliseconds' } },
      key: { from: { arg: 0, path: 'default.getTracker' } },
    },
  },
];

/** It limits the routes that `ThrottlerGuard` guards. */
export const nestThrottler = {
  name: '@nestjs/throttler',
  packages: ['@nestjs/throttler'],
  operations: [...MODULE, ...DECORATOR],
} satisfies LibraryModel;
