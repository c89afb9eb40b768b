import type { LibraryModel } from './model.js';

/** ECMA-262 asks for no unpredictability, and engines' generators give away their state (LIBRARIES section 7). */
export const mathRandom = {
  name: 'Math.random',
  packages: ['global'],
  vocabulary: ['Math.random'],
  operations: [{ kind: 'random.generate', path: 'Math.random', fields: { secure: { from: { always: false } } } }],
} satisfies LibraryModel;
