import type { LibraryModel } from './model.js';

/** A container makes the service that it is asked for by its class. */
export const typedi = {
  name: 'typedi',
  packages: ['typedi'],
  operations: [],
  injectors: ['Container.get'],
} satisfies LibraryModel;
