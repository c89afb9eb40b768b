import { UUID_V4_BITS } from '../domain/entropy.js';
import type { AnyOperationModel, LibraryModel } from './model.js';

/** Why version 1 tells the next ones (uuid 9.0.1 and 13.0.0 v1.js: node and clock sequence are drawn once in a process). */
const V1 = 'a UUID of version 1 is the clock (60 bits) and numbers that stay the same as long as the process runs';
/** uuid 13.0.0 v6.js: node and clock sequence are drawn anew, 61 bits; RFC 9562 section 5.6 asks for no more than version 1. */
const V6 = 'a UUID of version 6 is the clock first (60 bits), and no more than 61 bits of it are drawn';
/** uuid 13.0.0 v7.js: a counter of 32 bits starts at random in each millisecond and then counts up; RFC 9562 section 5.7. */
const V7 = '48 bits of a UUID of version 7 are the clock, and part of those made in the same millisecond differ by a counter';
/** RFC 9562 sections 5.3 and 5.5. */
const NAME_BASED = 'a UUID of version 3 or 5 is a hash of a namespace and a name, so that who knows these has it';

function random(path: string | readonly string[]): AnyOperationModel {
  return { kind: 'random.generate', path, fields: { secure: { from: { always: true } }, bits: { from: { always: UUID_V4_BITS } } } };
}

function unique(path: string, predictable: string): AnyOperationModel {
  return { kind: 'random.generate', path, fields: { secure: { from: { always: false } } }, facts: { predictable } };
}

function nameBased(path: string | readonly string[]): AnyOperationModel {
  return {
    kind: 'random.generate',
    path,
    fields: { secure: { from: { always: false } }, name: { from: { rest: 0 } } },
    facts: { predictable: NAME_BASED },
  };
}

/** Up to 3.x the module itself was version 4; versions 6 and 7 came later (uuid 9.0.1 has neither). */
export const uuid = {
  name: 'uuid',
  packages: ['uuid', 'uuid/v4'],
  operations: [random(['v4', '']), unique('v1', V1), unique('v6', V6), unique('v7', V7), nameBased(['v3', 'v5'])],
} satisfies LibraryModel;

/** Modules of their own up to 3.x (uuid 3.4.0 v1.js). */
export const uuidV1 = { name: 'uuid/v1', packages: ['uuid/v1'], operations: [unique('', V1)] } satisfies LibraryModel;
export const uuidNameBased = { name: 'uuid/v5', packages: ['uuid/v5', 'uuid/v3'], operations: [nameBased('')] } satisfies LibraryModel;
