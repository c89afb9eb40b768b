import type { IneffectiveOption, LibraryModel } from './model.js';

/** `KJUR` is the package's export, `jws` both its member and an export of its own (11.1.0 lib/footer.js). */
function paths(name: string): readonly string[] {
  return [`KJUR.jws.JWS.${name}`, `jws.JWS.${name}`];
}

/** Only lists are compared, and only where the token has the claim: `typeof accept.iss === 'object'` (11.1.0 lib/jsrsasign.js, `verifyJWT`). */
const TEXTS: readonly IneffectiveOption[] = ['iss', 'aud', 'sub'].map((name) => ({
  option: { arg: 2, path: name },
  given: 'text',
  because: `compares \`${name}\` with a list only, and takes no notice of a text`,
  instead: `Give a list, \`${name}: ['…']\``,
}));

/** Names that users of other libraries expect. */
const MISTAKEN: readonly IneffectiveOption[] = Object.entries({ issuer: 'iss', audience: 'aud', subject: 'sub' })
  .map(([wrong, right]) => ({
    option: { arg: 2, path: wrong },
    unless: { from: { arg: 2, path: right } },
    asList: true,
    because: 'knows no such field',
    instead: `Give a list as \`${right}\``,
  }));

export const jsrsasign = {
  name: 'jsrsasign',
  packages: ['jsrsasign'],
  operations: [
    {
      kind: 'token.verify',
      path: paths('verify'),
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 2 } },
        withoutAlgorithms: { from: { always: 'header' } },
      },
      facts: { confusesKeys: '*' },
      result: { refusal: 'falsy' },
    },
    {
      kind: 'token.verify',
      path: paths('verifyJWT'),
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: { arg: 2, path: 'alg' } },
        withoutAlgorithms: { from: { always: 'throws' } },
        issuer: { from: { arg: 2, path: 'iss' } },
        audience: { from: { arg: 2, path: 'aud' } },
        clockTolerance: { from: { arg: 2, path: 'gracePeriod', duration: 'seconds' } },
        currentDate: { from: { arg: 2, path: 'verifyAt' } },
      },
      facts: { confusesKeys: '*' },
      result: { refusal: 'falsy' },
      ineffective: [...TEXTS, ...MISTAKEN],
    },
    {
      // `sign(null, header, …)` takes the algorithm from the header.
      kind: 'token.issue',
      path: paths('sign'),
      minArgs: 4,
      fields: {
        payload: { from: { arg: 2 } },
        subject: { from: { arg: 2, path: 'sub' } },
        key: { from: { arg: 3 } },
        algorithm: { from: [{ arg: 0 }, { arg: 1, path: 'alg' }] },
        lifetime: { from: { arg: 2, path: 'exp', duration: 'epoch' } },
        issuer: { from: { arg: 2, path: 'iss' } },
        audience: { from: { arg: 2, path: 'aud' } },
        encrypted: { from: { always: false } },
      },
    },
    { kind: 'token.decode', path: paths('parse'), fields: { token: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
