import { UUID_V4_BITS } from '../domain/entropy.js';
import type { LibraryModel } from './model.js';

/** Version 4 alone: the others are made of time, address or name. Up to 3.x the module itself was version 4. */
export const uuid = {
  name: 'uuid',
  packages: ['uuid', 'uuid/v4'],
  operations: [
    {
      kind: 'random.generate',
      path: ['v4', ''],
      fields: { secure: { from: { always: true } }, bits: { from: { always: UUID_V4_BITS } } },
    },
  ],
} satisfies LibraryModel;
