import type { LibraryModel } from './model.js';

/** A container makes the service that it is asked for by its class. */
export const tsyringe = {
  name: 'tsyringe',
  packages: ['tsyringe'],
  operations: [],
  injectors: ['container.resolve'],
} satisfies LibraryModel;
