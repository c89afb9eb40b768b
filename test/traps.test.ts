import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root } from './support/files.js';
import { wantsIn } from './support/wants.js';

const KINDS = ['mjs', 'cjs', 'ts'] as const;

interface Trap {
  /** As the list of traps counts them: where a rule that does not know the libraries is wrong. */
  readonly number: number;
  readonly sentence: string;
  readonly rule: string;
  /** The fixture, without its extension, whose lines the rule reports but for those that look as wrong and are right. */
  readonly fixture: string;
  /** Another fixture for the right ones, where the version of a library is all that differs. */
  readonly rightIn?: string;
  /** What a right line looks like. */
  readonly right: RegExp;
}

/**
 * The fixtures run with all others (`fixtures.test.ts`, `renamed.test.ts`); here it is held that each trap has one of each
 * module kind, with a line that is reported and one that is not. Left out are those that no rule has for its subject:
 * 12 (`req.session = null` ends a session of cookie-session only) and 18 (node-redis dies without an error listener).
 */
const TRAPS: readonly Trap[] = [
  {
    number: 1, sentence: 'koa, session libraries and frameworks make cookies HttpOnly by default',
    rule: 'cookie-require-httponly', fixture: 'koa-defaults', right: /ctx\.cookies\.set\('sid'/,
  },
  {
    number: 2, sentence: 'hapi makes cookies Secure by default, koa by the request',
    rule: 'cookie-require-secure', fixture: 'hapi-and-koa-defaults', right: /ctx\.cookies\.set\('session'/,
  },
  {
    number: 3, sentence: '@fastify/cookie sends SameSite=Lax from 10 on',
    rule: 'cookie-require-samesite', fixture: 'fastify-10-defaults', right: /reply\.setCookie\('sid'/,
  },
  {
    number: 4, sentence: 'the unit of `maxAge` differs by library',
    rule: 'cookie-lifetime', fixture: 'units-by-library', right: /put\(c, .*maxAge: 3600/,
  },
  {
    number: 5, sentence: 'numbers in `expiresIn` are seconds, texts milliseconds, and both milliseconds in fast-jwt',
    rule: 'jwt-expiry-units', fixture: 'texts-and-numbers', right: /expiresIn: 3600 }\);$/,
  },
  {
    number: 6, sentence: 'without `algorithms` some libraries believe the token, some do not start, and some have one algorithm',
    rule: 'jwt-require-algorithms', fixture: 'who-needs-a-list', right: /check\(token, KEY\)/,
  },
  {
    number: 7, sentence: 'an expiry may be a default of the library or stand in the payload',
    rule: 'jwt-require-expiration', fixture: 'expiry-from-elsewhere', right: /njwt\.create/,
  },
  {
    number: 8, sentence: 'an `audience` that is there is not yet enforced',
    rule: 'jwt-no-ineffective-options', fixture: 'audience-one-level-down', right: /audience: 'shop\.example'/,
  },
  {
    number: 9, sentence: '`NextRequest.cookies.set` sends no cookie',
    rule: 'cookie-require-httponly', fixture: 'next-request', right: /request\.cookies\.set/,
  },
  {
    number: 10, sentence: 'an overridden cookie loses the defaults of next-auth 4, and keeps those of Auth.js 5',
    rule: 'cookie-require-httponly', fixture: 'next-auth-4-override', rightIn: 'next-auth-5-merges', right: /cookies: { sessionToken: { name:/,
  },
  {
    number: 11, sentence: 'passport renews the session from 0.6 on',
    rule: 'session-regenerate-on-login', fixture: 'passport-0.5-keeps', rightIn: 'passport-0.6-renews', right: /authenticate\('local'\)/,
  },
  {
    number: 13, sentence: 'scripts must read the cookies of a double submit',
    rule: 'cookie-require-httponly', fixture: 'double-submit', right: /XSRF-TOKEN/,
  },
  {
    number: 14, sentence: '`nanoid()` and UUIDs have a little less than 128 bits',
    rule: 'entropy-min-bits', fixture: 'defaults-of-libraries', right: /sessionId = draw\(\)/,
  },
  {
    number: 15, sentence: 'an undefined `maxAge` makes a session of iron-session endless',
    rule: 'session-absolute-timeout', fixture: 'iron-undefined-max-age', right: /ttl: 8/,
  },
  {
    number: 16, sentence: '`origin: undefined` of cors is closed',
    rule: 'transport-cors-credentials', fixture: 'undefined-is-closed', right: /origin: undefined/,
  },
  {
    number: 17, sentence: 'the `maxAge` of Auth.js is a limit of idleness',
    rule: 'session-absolute-timeout', fixture: 'auth-js-slides', right: /ttl: seconds/,
  },
];

describe.each(TRAPS)('trap $number: $sentence', ({ rule, fixture, rightIn = fixture, right }) => {
  const textOf = (name: string, kind: string): string => {
    const file = `fixtures/rules/${rule}/${name}.${kind}`;
    return existsSync(join(root, file)) ? read(file) : '';
  };
  const reported = (text: string): number[] => wantsIn(text).filter(({ ruleId }) => ruleId === rule).map(({ line }) => line);

  it.each(KINDS)('is shown in a .%s file', (kind) => {
    expect(reported(textOf(fixture, kind))).not.toEqual([]);
    const text = textOf(rightIn, kind);
    const silent = text.split('\n').filter((line, index) => right.test(line) && !reported(text).includes(index + 1));
    expect(silent).not.toEqual([]);
    expect(/\brequire\(/.test(text)).toBe(kind === 'cjs');
  });
});
