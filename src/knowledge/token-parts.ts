import type { LibraryModel } from './model.js';

/** How code that takes a token apart without a library spells it; found by the flow of its parts, not by a call. */
export const tokenParts = {
  name: 'hand-split tokens',
  packages: ['global'],
  vocabulary: [`.split('.')[1]`, `.split(".")[1]`, `oken.split('.')`, `oken.split(".")`, `jwt.split('.')`, `jwt.split(".")`],
  operations: [],
} satisfies LibraryModel;
