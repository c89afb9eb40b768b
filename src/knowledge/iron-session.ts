import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel, Source } from './model.js';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How long a seal is good for, and the cookie, a minute less. */
const SEALED = [{ versions: '<8', value: 15 * DAY }, { versions: '>=8', value: 14 * DAY }];
const KEPT = SEALED.map(({ versions, value }) => ({ versions, value: value - MINUTE }));

/**
 * The place of the options differs by function and version.
 *
 * @param endless where the code says that the seal is for ever, other than by `ttl: 0`
 */
function configuration(
  path: readonly string[],
  arg: number,
  counts: Partial<Pick<OperationModel, 'minArgs' | 'maxArgs'>> = {},
  endless: readonly Source[] = [{ arg, path: 'cookieOptions.maxAge', only: { undefined: 0 } }],
): OperationModel<'session.configure'> {
  const ttl = { arg, path: 'ttl', duration: 'seconds' } as const;
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
      maxAge: { from: [{ arg, path: 'cookieOptions.maxAge', duration: 'seconds' }, ttl], default: KEPT },
      // The cookie's own `maxAge` shortens nothing but the cookie.
      validity: { from: [...endless, ttl], default: SEALED },
      rolling: { from: { always: false } },
    },
  };
}

function sealing(path: string): OperationModel<'secret.use'> {
  return {
    kind: 'secret.use',
    path,
    fields: { secret: { from: { arg: 1, path: 'password' } }, purpose: { from: { always: 'encryption' } } },
  };
}

/**
 * The cookie is the encrypted session. Defaults: iron-session 6.3.1, 8.0.4 and 9.0.1 dist/index.js, `defaultOptions` and, of
 * `maxAge: undefined`, which makes the seal one for ever, `getSessionConfig`.
 */
export const ironSession = {
  name: 'iron-session',
  packages: ['iron-session', 'iron-session/next', 'iron-session/express', 'iron-session/koa', 'iron-session/edge'],
  sessionsIn: 'cookie',
  operations: [
    // `(req, res, options)`, and from 8 on `(cookies, options)`.
    configuration(['getIronSession'], 2, { minArgs: 3 }),
    configuration(['getIronSession', 'withIronSessionApiRoute', 'withIronSessionSsr', 'withIronSession'], 1, { minArgs: 2, maxArgs: 2 }),
    configuration(['ironSession'], 0),
    sealing('sealData'),
    sealing('unsealData'),
    {
      kind: 'data.seal',
      path: 'sealData',
      fields: { value: { from: { arg: 0 } }, validity: { from: { arg: 1, path: 'ttl', duration: 'seconds' }, default: SEALED } },
    },
  ],
} satisfies LibraryModel;

/** The predecessor, 4.2.0 dist/index.js: 15 days as in iron-session before 8, and `maxAge: undefined` is as good as none. */
export const nextIronSession = {
  name: 'next-iron-session',
  packages: ['next-iron-session'],
  sessionsIn: 'cookie',
  operations: [configuration(['withIronSession'], 1, {}, []), configuration(['ironSession'], 0, {}, []), configuration(['applySession'], 2, {}, [])],
} satisfies LibraryModel;
