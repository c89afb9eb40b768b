import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/memory-host.js';
import { operationsIn } from '../../support/operations.js';

/** `name@text where it stands` of each option that does nothing, with what is special about it. */
function ineffective(files: string | Files, versions: Readonly<Record<string, string>> = {}): string[] {
  const all = typeof files === 'string' ? { 'main.ts': files } : files;
  return operationsIn(all, { versions }).flatMap(({ ineffective: options = [] }) =>
    options.map(({ name, at, effect, maybe }) =>
      [`${name}@${all[at.file]?.slice(...at.range) ?? ''}`, effect, maybe ? 'maybe' : undefined].filter((part) => part !== undefined).join(' ')));
}

const verify = (options: string, before = ''): string => `import jwt from 'jsonwebtoken'; ${before} jwt.verify(token, key, ${options});`;

describe('options that do nothing', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['a name that verification does not know', verify("{ aud: 'api' }"), ['aud@aud']],
    ['beside the right one', verify("{ aud: 'api', audience: 'api' }"), []],
    ['in a constant', verify('options', "const options = { algorithm: 'HS256' };"), ['algorithm@algorithm']],
    ['in a spread', verify('{ ...base }', "const base = { iss: 'login' };"), ['iss@iss']],
    ['beside a spread that may have the right one', verify("{ aud: 'api', ...more }", "import more from './nowhere';"), []],
    ['undefined', verify('{ aud: undefined }'), []],
    ['an issuer that is empty', verify("{ issuer: '' }"), ['issuer@issuer']],
    ['an issuer that may be empty', verify("{ issuer: strict ? 'login' : '' }"), ['issuer@issuer']],
    ['an issuer that a variable says', verify('{ issuer: process.env.ISSUER }'), ['issuer@issuer']],
    ['a variable that falls back to a text', verify("{ issuer: process.env.ISSUER ?? 'login' }"), []],
    ['an issuer that is a pattern', verify('{ issuer: /login/ }'), ['issuer@issuer']],
    ['an audience that is a pattern', verify('{ audience: /api/ }'), []],
    ['a callback in place of the options', verify('(error) => done(error)'), []],
  ])('%s', (_, text, expected) => {
    expect(ineffective(text)).toEqual(expected);
  });

  it('stands where the caller of a wrapper writes it', () => {
    const wrapper = "import jwt from 'jsonwebtoken'; export const read = (token, options) => jwt.verify(token, 'k', { issuer: 'login', ...options });";
    expect(ineffective({ 'main.ts': wrapper, 'other.ts': "import { read } from './main'; read(token, { aud: 'api' });" })).toEqual(['aud@aud']);
  });

  it.each<readonly [string, readonly string[]]>([
    ['', ['allowedAud@allowedAud partly']],
    ["requiredClaims: ['exp']", ['allowedAud@allowedAud partly']],
    ["requiredClaims: ['aud']", []],
    ['requiredClaims: claims', []],
    ["requiredClaims: ['exp', ...claims]", []],
  ])('depend on a list of claims: %s', (claims, expected) => {
    const text = `import { createVerifier } from 'fast-jwt'; createVerifier({ key, allowedAud: 'api', ${claims} })(token);`;
    expect(ineffective(text)).toEqual(expected);
  });

  it.each<readonly [string | undefined, readonly string[]]>([
    ['0.5.0', ['partitioned@partitioned']],
    ['0.6.0', []],
    ['^0.5.0', ['partitioned@partitioned']],
    ['>=0.5.0', ['partitioned@partitioned maybe']],
    [undefined, ['partitioned@partitioned maybe']],
  ])('depend on the version: %s', (version, expected) => {
    const text = "import { serialize } from 'cookie'; serialize('sid', id, { partitioned: true });";
    expect(ineffective(text, version === undefined ? {} : { cookie: version })).toEqual(expected);
  });
});
