import type { LibraryModel } from './model.js';

/** Draws from Math.random, and following values overlap in all but one character (uid 2.0.2 dist/index.js). */
export const uid = {
  name: 'uid',
  packages: ['uid', 'uid/single'],
  operations: [{ kind: 'random.generate', path: 'uid', fields: { secure: { from: { always: false } } } }],
} satisfies LibraryModel;

/** Hexadecimal digits, 11 of them when no size is given (uid 2.0.2 secure/index.js). */
export const uidSecure = {
  name: 'uid/secure',
  packages: ['uid/secure'],
  operations: [
    {
      kind: 'random.generate',
      path: 'uid',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: 4, defaultUnits: 11 },
    },
  ],
} satisfies LibraryModel;

/** A helper that Nest has for its own names: 21 characters of `uid` (@nestjs/common 11.2.10 utils/random-string-generator.util.js). */
export const nestRandomString = {
  name: '@nestjs/common randomStringGenerator',
  packages: ['@nestjs/common/utils/random-string-generator.util', '@nestjs/common'],
  vocabulary: ['randomStringGenerator'],
  operations: [{ kind: 'random.generate', path: 'randomStringGenerator', fields: { secure: { from: { always: false } } } }],
} satisfies LibraryModel;
