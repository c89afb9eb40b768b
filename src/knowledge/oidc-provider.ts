import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/** The session of the users at the provider itself; 8.8.1 lib/helpers/defaults.js. What it issues is no matter of this file. */
export const oidcProvider = {
  name: 'oidc-provider',
  packages: ['oidc-provider'],
  operations: [
    {
      kind: 'session.configure',
      path: ['', 'default', 'Provider'],
      on: 'new',
      fields: {
        name: { from: { arg: 1, path: 'cookies.names.session' }, default: '_session' },
        httpOnly: { from: { arg: 1, path: 'cookies.long.httpOnly' }, default: true },
        secure: { from: { arg: 1, path: 'cookies.long.secure' }, default: 'auto' },
        sameSite: { from: { arg: 1, path: 'cookies.long.sameSite' }, means: SAME_SITE, default: 'none' },
        // A function may stand there.
        maxAge: { from: { arg: 1, path: 'ttl.Session', duration: 'seconds' }, default: 14 * 86_400 },
        domain: { from: { arg: 1, path: 'cookies.long.domain' } },
      },
    },
    {
      kind: 'secret.use',
      path: ['', 'default', 'Provider'],
      on: 'new',
      minArgs: 2,
      fields: { secret: { from: { arg: 1, path: 'cookies.keys' } }, purpose: { from: { always: 'cookie' } } },
    },
  ],
} satisfies LibraryModel;
