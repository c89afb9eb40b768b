import { JSONWEBTOKEN_FACTS } from './jsonwebtoken.js';
import type { IneffectiveOption, LibraryModel } from './model.js';
import { MISTAKEN_FOR_JSONWEBTOKEN, switchedOffChecks, unknownOptions } from './verify-options.js';

/** What stands in `jsonWebTokenOptions` under one of these names is overwritten (3.0.1 and 4.0.1 lib/strategy.js). */
const OVERWRITTEN: readonly IneffectiveOption[] = [
  ...['audience', 'issuer', 'algorithms'].map((name) => ({
    option: { arg: 0, path: `jsonWebTokenOptions.${name}` },
    unless: { from: { arg: 0, path: name } },
    because: `overwrites it with the \`${name}\` beside \`jsonWebTokenOptions\`, which is not given, so that any ${name === 'algorithms' ? 'algorithm that fits the key' : name} is accepted`,
    instead: 'Move it one level up',
  })),
  {
    option: { arg: 0, path: 'jsonWebTokenOptions.ignoreExpiration' },
    effect: 'harmless',
    because: 'overwrites it with the `ignoreExpiration` beside `jsonWebTokenOptions`',
    instead: 'Remove it',
  },
];

/** Checks that it hands on only from `jsonWebTokenOptions`. */
const NOT_HANDED_ON: readonly IneffectiveOption[] = ['maxAge', 'subject', 'jwtid', 'nonce'].map((name) => ({
  option: { arg: 0, path: name },
  unless: { from: { arg: 0, path: `jsonWebTokenOptions.${name}` } },
  because: 'hands it on only from within `jsonWebTokenOptions`, so that nothing is checked',
  instead: 'Move it there',
}));

/**
 * Top-level options only: what `jsonWebTokenOptions` says of the same is overwritten, by `undefined` if need be
 * (passport-jwt 4.0.1 lib/strategy.js, `assign`).
 */
export const passportJwt = {
  name: 'passport-jwt',
  packages: ['passport-jwt'],
  operations: [
    {
      kind: 'token.verify',
      path: 'Strategy',
      on: 'new',
      fields: {
        key: { from: [{ arg: 0, path: 'secretOrKey' }, { arg: 0, path: 'secretOrKeyProvider' }] },
        algorithms: { from: { arg: 0, path: 'algorithms' } },
        // Whatever its jsonwebtoken does: 8 up to 4.0.0, 9 from 4.0.1 on (package.json of both).
        withoutAlgorithms: { from: [], default: [{ versions: '<4.0.1', value: 'unsigned' }, { versions: '*', value: 'key' }] },
        ignoreExpiration: { from: { arg: 0, path: 'ignoreExpiration' }, default: false },
        issuer: { from: { arg: 0, path: 'issuer' } },
        audience: { from: { arg: 0, path: 'audience' } },
        clockTolerance: { from: { arg: 0, path: 'jsonWebTokenOptions.clockTolerance', duration: 'seconds' } },
        maxAge: { from: { arg: 0, path: 'jsonWebTokenOptions.maxAge', duration: 'jsonwebtoken' } },
      },
      facts: { ...JSONWEBTOKEN_FACTS, confusesKeys: '<4.0.1' },
      ineffective: [
        ...OVERWRITTEN,
        ...NOT_HANDED_ON,
        ...unknownOptions({ arg: 0 }, MISTAKEN_FOR_JSONWEBTOKEN),
        ...switchedOffChecks((path) => ({ arg: 0, path })),
      ],
    },
    { kind: 'token.accept', path: 'Strategy', on: 'new', fields: { extractor: { from: { arg: 0, path: 'jwtFromRequest' } } } },
  ],
  urlParameters: ['ExtractJwt.fromUrlQueryParameter()'],
  // 4.0.1 lib/extract_jwt.js
  tokenCarriers: {
    'ExtractJwt.fromBodyField()': 'body',
    'ExtractJwt.fromHeader()': 'header',
    'ExtractJwt.versionOneCompatibility()': 'anywhere',
  },
  extractorLists: ['ExtractJwt.fromExtractors()'],
} satisfies LibraryModel;
