import { ALPHANUMERIC, DIGITS, LOWER_CASE, UPPER_CASE } from '../domain/entropy.js';
import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, Source } from './model.js';

/** What is said of the session cookie goes before what is said of all (better-auth 1.7.25 dist/cookies/index.mjs, `createCookie`). */
function attribute(name: string): readonly Source[] {
  return [
    { arg: 0, path: `advanced.cookies.session_token.attributes.${name}` },
    { arg: 0, path: `advanced.defaultCookieAttributes.${name}` },
  ];
}

/** `true` is "do not check". */
const NEGATED = { true: false, false: true } as const;

const WEEK = 7 * 24 * 60 * 60;

export const betterAuth = {
  name: 'better-auth',
  packages: ['better-auth', 'better-auth/minimal', 'better-auth/crypto'],
  // Who asks imports `auth` from a file of the project.
  vocabulary: ['.api.getSession('],
  operations: [
    {
      kind: 'session.configure',
      path: 'betterAuth',
      fields: {
        name: { from: { arg: 0, path: 'advanced.cookies.session_token.name' }, default: 'better-auth.session_token' },
        secret: { from: { arg: 0, path: 'secret' } },
        httpOnly: { from: attribute('httpOnly'), default: true },
        // By default Secure when `baseURL` is https, or in production.
        secure: { from: [...attribute('secure'), { arg: 0, path: 'advanced.useSecureCookies' }], default: 'auto' },
        sameSite: { from: attribute('sameSite'), default: 'lax', means: SAME_SITE },
        maxAge: { from: { arg: 0, path: 'session.expiresIn', duration: 'seconds' }, default: WEEK },
        domain: { from: attribute('domain') },
        store: { from: { arg: 0, path: 'database' } },
        rolling: { from: { arg: 0, path: 'session.disableSessionRefresh', only: { true: false } }, default: true },
        absolute: { from: [] },
      },
    },
    {
      // `disableOriginCheck` also turns off the check of requests' origins, unless `disableCSRFCheck` is given (1.7.25
      // dist/api/middlewares/origin-check.mjs); `*` in an origin stands for anything (dist/auth/trusted-origins.mjs).
      kind: 'csrf.configure',
      path: 'betterAuth',
      fields: {
        enabled: { from: { arg: 0, path: 'advanced.disableCSRFCheck' }, default: false, means: NEGATED },
        originCheck: { from: { arg: 0, path: 'advanced.disableOriginCheck' }, default: false, means: NEGATED },
        origins: { from: { arg: 0, path: 'trustedOrigins' }, called: true },
      },
      facts: { wildcard: 'anywhere' },
    },
    {
      // In production only unless `enabled` says otherwise (1.7.25 dist/context/create-context.mjs).
      kind: 'rate.limit',
      path: 'betterAuth',
      fields: {
        limit: { from: { arg: 0, path: 'rateLimit.max' }, default: 100 },
        window: { from: { arg: 0, path: 'rateLimit.window', duration: 'seconds' }, default: 10 },
        store: { from: ['rateLimit.customStorage', 'rateLimit.storage', 'secondaryStorage'].map((path) => ({ arg: 0, path })), default: 'memory' },
        failsOpen: { from: { always: false } },
        skipsFailed: { from: { always: false } },
      },
    },
    {
      // `null` where nobody is (better-auth 1.2.0 dist/api/index.mjs, `getSession`).
      kind: 'auth.check',
      path: 'betterAuth().api.getSession',
      fields: {},
      result: { refusal: 'falsy', promise: true },
      facts: { readsSession: true },
    },
    {
      // better-auth 1.3.7 dist/index.mjs; 32 characters where no size is given.
      kind: 'random.generate',
      path: 'generateId',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 }, default: 32 } },
      random: { alphabet: { from: { always: ALPHANUMERIC } } },
    },
    {
      // better-auth 1.3.7 dist/crypto/index.mjs: ranges behind the size replace its own.
      kind: 'random.generate',
      path: 'generateRandomString',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: {
        alphabet: { from: { rest: 1 }, default: `${ALPHANUMERIC}-_` },
        named: { 'a-z': LOWER_CASE, 'A-Z': UPPER_CASE, '0-9': DIGITS },
      },
    },
  ],
} satisfies LibraryModel;
