import type { OperationModel } from './model.js';

/** bson 4.7.2 and 6.10.4 src/objectid.ts, `generate`. With an argument it is an id that exists, or one of a given time. */
export function objectId(path: readonly string[]): OperationModel<'random.generate'>[] {
  return (['call', 'new'] as const).map((on) => ({
    kind: 'random.generate',
    path,
    on,
    maxArgs: 0,
    fields: { secure: { from: { always: false } } },
    facts: { predictable: 'an ObjectId is the second, 5 bytes that stay the same as long as the process runs, and a counter' },
  }));
}
