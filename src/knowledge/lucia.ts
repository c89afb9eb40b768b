import { DIGITS, LOWER_CASE } from '../domain/entropy.js';
import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

const DAY = 86_400;

/** Sessions are in the database; use in their second half renews them (3.2.2 dist/core.js, `validateSession`); ids: dist/crypto.js, and 2.7.7 dist/utils/crypto.js. */
export const lucia = {
  name: 'lucia',
  packages: ['lucia', 'lucia/utils'],
  operations: [
    {
      kind: 'random.generate',
      path: ['generateId', 'generateRandomString'],
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { alphabet: { from: { arg: 1 }, default: LOWER_CASE + DIGITS } },
    },
    {
      kind: 'random.generate',
      path: 'generateIdFromEntropySize',
      fields: { secure: { from: { always: true } }, size: { from: { arg: 0 } } },
      random: { bitsPerUnit: 8, as: 'base32' },
    },
    {
      kind: 'session.configure',
      path: 'Lucia',
      on: 'new',
      fields: {
        name: { from: { arg: 1, path: 'sessionCookie.name' }, default: 'auth_session' },
        httpOnly: { from: { always: true } },
        secure: { from: { arg: 1, path: 'sessionCookie.attributes.secure' }, default: true },
        sameSite: { from: { arg: 1, path: 'sessionCookie.attributes.sameSite' }, means: SAME_SITE, default: 'lax' },
        // A `TimeSpan`, which is not looked into.
        maxAge: { from: { arg: 1, path: 'sessionExpiresIn', duration: 'seconds' }, default: 30 * DAY },
        domain: { from: { arg: 1, path: 'sessionCookie.attributes.domain' } },
        rolling: { from: [], default: true },
        absolute: { from: [] },
      },
    },
    {
      // 2.7.7 dist/auth/index.js and cookie.js: renewed once the active period is over, and gone after the idle one.
      kind: 'session.configure',
      path: 'lucia',
      fields: {
        name: { from: { arg: 0, path: 'sessionCookie.name' }, default: 'auth_session' },
        httpOnly: { from: { always: true } },
        // Secure where `env` is `PROD`.
        secure: { from: [], default: 'auto' },
        sameSite: { from: { arg: 0, path: 'sessionCookie.attributes.sameSite' }, means: SAME_SITE, default: 'lax' },
        maxAge: { from: { arg: 0, path: 'sessionExpiresIn.idlePeriod', duration: 'milliseconds' }, default: 14 * DAY },
        domain: { from: { arg: 0, path: 'sessionCookie.attributes.domain' } },
        rolling: { from: [], default: true },
        absolute: { from: [] },
      },
    },
  ],
} satisfies LibraryModel;
