import type { LibraryModel } from './model.js';

/** Draws from Math.random, and following values overlap in all but one character (LIBRARIES section 7). */
export const uid = {
  name: 'uid',
  packages: ['uid'],
  operations: [{ kind: 'random.generate', path: 'uid', fields: { secure: { from: { always: false } } } }],
} satisfies LibraryModel;

/** A helper that Nest has for its own names: 21 characters of `uid` (@nestjs/common 11.2.10 utils/random-string-generator.util.js). */
export const nestRandomString = {
  name: '@nestjs/common randomStringGenerator',
  packages: ['@nestjs/common/utils/random-string-generator.util', '@nestjs/common'],
  vocabulary: ['randomStringGenerator'],
  operations: [{ kind: 'random.generate', path: 'randomStringGenerator', fields: { secure: { from: { always: false } } } }],
} satisfies LibraryModel;
