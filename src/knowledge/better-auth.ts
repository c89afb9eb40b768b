import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, Source } from './model.js';

/** What is said of the session cookie goes before what is said of all (better-auth 1.7.25 dist/cookies/index.mjs, `createCookie`). */
function attribute(name: string): readonly Source[] {
  return [
    { arg: 0, path: `advanced.cookies.session_token.attributes.${name}` },
    { arg: 0, path: `advanced.defaultCookieAttributes.${name}` },
  ];
}

const WEEK = 7 * 24 * 60 * 60;

export const betterAuth = {
  name: 'better-auth',
  packages: ['better-auth', 'better-auth/minimal'],
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
  ],
} satisfies LibraryModel;
