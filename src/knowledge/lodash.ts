import type { AnyOperationModel, LibraryModel } from './model.js';

/** lodash 4.17.21 random.js: Math.random. */
function random(path: string): AnyOperationModel {
  return { kind: 'random.generate', path, fields: { secure: { from: { always: false } } } };
}

/** lodash 4.17.21 uniqueId.js. */
function uniqueId(path: string): AnyOperationModel {
  return { ...random(path), facts: { predictable: '`uniqueId` counts up from 1' } };
}

export const lodash = {
  name: 'lodash',
  packages: ['lodash', 'lodash-es'],
  everyday: ['lodash', 'lodash-es'],
  vocabulary: ['uniqueId(', '_.random('],
  operations: [random('random'), uniqueId('uniqueId')],
} satisfies LibraryModel;

/** Each function is also a module of its own. */
export const lodashRandom = {
  name: 'lodash/random',
  packages: ['lodash/random', 'lodash/random.js', 'lodash-es/random', 'lodash-es/random.js', 'lodash.random'],
  operations: [random('')],
} satisfies LibraryModel;

export const lodashUniqueId = {
  name: 'lodash/uniqueId',
  packages: ['lodash/uniqueId', 'lodash/uniqueId.js', 'lodash-es/uniqueId', 'lodash-es/uniqueId.js', 'lodash.uniqueid'],
  operations: [uniqueId('')],
} satisfies LibraryModel;
