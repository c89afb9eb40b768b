import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/** Options stand at the top, not under `cookie`; defaults: cookie-session 2.1.1 index.js, LIBRARIES section 4. */
export const cookieSession = {
  name: 'cookie-session',
  packages: ['cookie-session'],
  sessionsIn: 'cookie',
  operations: [
    {
      kind: 'session.configure',
      path: '',
      fields: {
        name: { from: { arg: 0, path: 'name' }, default: 'session' },
        secret: { from: [{ arg: 0, path: 'keys' }, { arg: 0, path: 'secret' }] },
        httpOnly: { from: { arg: 0, path: 'httpOnly' }, default: true },
        // Secure exactly when the request came over TLS.
        secure: { from: { arg: 0, path: 'secure' }, default: 'auto' },
        sameSite: { from: { arg: 0, path: 'sameSite' }, means: SAME_SITE },
        maxAge: { from: { arg: 0, path: 'maxAge', duration: 'milliseconds' } },
        domain: { from: { arg: 0, path: 'domain' } },
        store: { from: [] },
        signed: { from: { arg: 0, path: 'signed' }, default: true },
        encode: { from: [] },
      },
      facts: { readable: true },
    },
  ],
} satisfies LibraryModel;
