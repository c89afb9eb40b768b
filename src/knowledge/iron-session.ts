import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** The place of the options differs by function and version. */
function configuration(
  path: readonly string[],
  arg: number,
  counts: Partial<Pick<OperationModel, 'minArgs' | 'maxArgs'>> = {},
): OperationModel<'session.configure'> {
  return {
    kind: 'session.configure',
    path,
    ...counts,
    fields: {
      name: { from: { arg, path: 'cookieName' } },
      secret: { from: { arg, path: 'password' } },
      httpOnly: { from: { arg, path: 'cookieOptions.httpOnly' }, default: true },
      secure: { from: { arg, path: 'cookieOptions.secure' }, default: true },
      sameSite: { from: { arg, path: 'cookieOptions.sameSite' }, means: SAME_SITE, default: 'lax' },
      domain: { from: { arg, path: 'cookieOptions.domain' } },
      // Without its own the cookie lives a minute less than the seal.
      maxAge: {
        from: [{ arg, path: 'cookieOptions.maxAge', duration: 'seconds' }, { arg, path: 'ttl', duration: 'seconds' }],
        default: [{ versions: '<8', value: 15 * DAY - MINUTE }, { versions: '>=8', value: 14 * DAY - MINUTE }],
      },
    },
  };
}

function seal(path: string): OperationModel<'secret.use'> {
  return {
    kind: 'secret.use',
    path,
    fields: { secret: { from: { arg: 1, path: 'password' } }, purpose: { from: { always: 'encryption' } } },
  };
}

/** The cookie is the encrypted session. Defaults: iron-session 6.3.1, 8.0.4 and 9.0.1 dist/index.js, `defaultOptions`. */
export const ironSession = {
  name: 'iron-session',
  packages: ['iron-session', 'iron-session/next', 'iron-session/express', 'iron-session/koa', 'iron-session/edge', 'next-iron-session'],
  sessionsIn: 'cookie',
  operations: [
    // `(req, res, options)`, and from 8 on `(cookies, options)`.
    configuration(['getIronSession'], 2, { minArgs: 3 }),
    configuration(['getIronSession', 'withIronSessionApiRoute', 'withIronSessionSsr', 'withIronSession'], 1, { minArgs: 2, maxArgs: 2 }),
    configuration(['ironSession'], 0),
    seal('sealData'),
    seal('unsealData'),
  ],
} satisfies LibraryModel;
