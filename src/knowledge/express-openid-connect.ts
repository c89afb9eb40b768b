import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

const DAY = 86_400;

/** The session is an encrypted cookie, or in a store under a random id (2.17.1, 2.19.2 and 3.4.0 lib/config.js). */
export const expressOpenidConnect = {
  name: 'express-openid-connect',
  packages: ['express-openid-connect'],
  operations: [
    {
      kind: 'session.configure',
      path: 'auth',
      fields: {
        name: { from: { arg: 0, path: 'session.name' }, default: 'appSession' },
        secret: { from: { arg: 0, path: 'secret' } },
        httpOnly: { from: { arg: 0, path: 'session.cookie.httpOnly' }, default: true },
        // Secure when `baseURL` is https, and not to be had where it is http.
        secure: { from: { arg: 0, path: 'session.cookie.secure' }, default: 'auto' },
        sameSite: { from: { arg: 0, path: 'session.cookie.sameSite' }, means: SAME_SITE, default: 'lax' },
        maxAge: { from: { arg: 0, path: 'session.rollingDuration', duration: 'seconds' }, default: DAY },
        domain: { from: { arg: 0, path: 'session.cookie.domain' } },
        generateId: { from: { arg: 0, path: 'session.genid' } },
        rolling: { from: { arg: 0, path: 'session.rolling' }, default: true },
        absolute: {
          from: [
            { arg: 0, path: 'session.absoluteDuration', only: { false: 0 } }, { arg: 0, path: 'session.absoluteDuration', duration: 'seconds' },
          ],
          default: 7 * DAY,
        },
      },
    },
    {
      // The login comes back below `baseURL` (2.20.2 lib/config.js).
      kind: 'endpoint.configure',
      path: 'auth',
      fields: { issuer: { from: { arg: 0, path: 'issuerBaseURL' } }, redirect: { from: { arg: 0, path: 'baseURL' } } },
    },
  ],
} satisfies LibraryModel;
