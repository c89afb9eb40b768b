import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel, Source } from './model.js';

/** 30 days (`maxAge` of next-auth 4.24.15 core/init.js and jwt/index.js, @auth/core 0.41.3 lib/init.js and jwt.js). */
const MONTH = 30 * 24 * 60 * 60;

/** Versions of next-auth whose overridden cookies lose the default attributes; Auth.js merges. */
const REPLACES = '<5.0.0-0';

/** The options' place differs by function and version. What they say when a function makes them is not looked at. */
function configuration(
  path: string | readonly string[],
  arg: number,
  counts: Partial<Pick<OperationModel, 'minArgs' | 'maxArgs'>> = {},
): OperationModel<'session.configure'> {
  const option = (name: string): Source => ({ arg, path: name });
  const attribute = (name: string): Source => option(`cookies.sessionToken.options.${name}`);
  const replacedBy = { from: option('cookies.sessionToken'), versions: REPLACES };
  return {
    kind: 'session.configure',
    path,
    ...counts,
    fields: {
      name: {
        from: option('cookies.sessionToken.name'),
        default: [{ versions: REPLACES, value: 'next-auth.session-token' }, { versions: '*', value: 'authjs.session-token' }],
      },
      secret: { from: [option('secret'), option('jwt.secret')] },
      httpOnly: { from: attribute('httpOnly'), default: true, replacedBy },
      // Secure when the site's address is https, unless told otherwise.
      secure: { from: [attribute('secure'), option('useSecureCookies')], default: 'auto', replacedBy },
      sameSite: { from: attribute('sameSite'), default: 'lax', means: SAME_SITE, replacedBy },
      maxAge: { from: { ...option('session.maxAge'), duration: 'seconds' }, default: MONTH },
      domain: { from: attribute('domain') },
      generateId: { from: option('session.generateSessionToken') },
      store: { from: option('adapter') },
      // Each look at the session, or one a day, begins `maxAge` anew.
      rolling: { from: [], default: true },
      absolute: { from: [] },
    },
    facts: { replacesDefaults: true },
  };
}

/** Only the exported symbol turns the check of the CSRF token off (@auth/core 0.41.3 lib/index.js). */
function csrfCheck(path: string | readonly string[], arg: number): OperationModel<'csrf.configure'> {
  return {
    kind: 'csrf.configure',
    path,
    fields: { enabled: { from: { arg, path: 'skipCSRFCheck' }, default: true, means: { skipCSRFCheck: false } } },
  };
}

const FRAMEWORKS = ['ExpressAuth', 'SvelteKitAuth', 'SolidAuthHandler', 'QwikAuth$', 'initAuthConfig'] as const;

/** Tokens of `encode` are encrypted (JWE `dir`). */
const TOKENS = [
  {
    kind: 'token.issue',
    path: 'encode',
    fields: {
      payload: { from: { arg: 0, path: 'token' } },
      subject: { from: { arg: 0, path: 'token.sub' } },
      key: { from: { arg: 0, path: 'secret' } },
      algorithm: { from: { always: 'dir' } },
      lifetime: { from: { arg: 0, path: 'maxAge', duration: 'seconds' }, default: MONTH },
      encrypted: { from: { always: true } },
    },
  },
  {
    // What they give is the session of a visitor, which callbacks may renew at every request.
    kind: 'secret.use',
    path: ['decode', 'getToken'],
    fields: { secret: { from: { arg: 0, path: 'secret' } }, purpose: { from: { always: 'token' } } },
  },
] as const satisfies readonly OperationModel[];

/** next-auth 4 (core/lib/cookie.js, core/init.js: `cookies` replaces entries) and 5, which is @auth/core in Next. */
export const nextAuthSession = {
  name: 'NextAuth',
  packages: ['next-auth', 'next-auth/jwt'],
  operations: [
    configuration('', 0, { maxArgs: 1 }),
    // `NextAuth(req, res, options)` of 4.
    configuration('', 2, { minArgs: 3 }),
    csrfCheck('', 0),
    ...TOKENS,
  ],
} satisfies LibraryModel;

/** Auth.js for other frameworks: `Auth(request, config)`, `ExpressAuth(config)`, … (@auth/core 0.41.3 lib/init.js: `merge`). */
export const authCore = {
  name: 'Auth.js',
  packages: ['@auth/core', '@auth/core/jwt', '@auth/express', '@auth/sveltekit', '@auth/solid-start', '@auth/qwik', '@hono/auth-js'],
  operations: [
    configuration('Auth', 1),
    configuration(FRAMEWORKS, 0),
    csrfCheck('Auth', 1),
    csrfCheck(FRAMEWORKS, 0),
    ...TOKENS,
  ],
} satisfies LibraryModel;
