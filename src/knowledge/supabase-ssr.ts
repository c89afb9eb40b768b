import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/**
 * The cookies hold the tokens, and scripts read them by design. The code's own `setAll` writes them, so that what it adds to
 * these options counts: HttpOnly and Secure are not to be judged here (0.6.1 dist/main/utils/constants.js).
 */
export const supabaseSsr = {
  name: '@supabase/ssr',
  packages: ['@supabase/ssr'],
  operations: [
    {
      kind: 'session.configure',
      path: ['createServerClient', 'createBrowserClient'],
      fields: {
        name: { from: { arg: 2, path: 'cookieOptions.name' }, default: 'sb-auth-token' },
        sameSite: { from: { arg: 2, path: 'cookieOptions.sameSite' }, means: SAME_SITE, default: 'lax' },
        maxAge: { from: { arg: 2, path: 'cookieOptions.maxAge', duration: 'seconds' }, default: 400 * 86_400 },
        domain: { from: { arg: 2, path: 'cookieOptions.domain' } },
      },
    },
    {
      // Both the server and scripts read them (src/createBrowserClient.ts, src/cookies.ts).
      kind: 'token.cache',
      path: ['createBrowserClient', 'createServerClient'],
      fields: { store: { from: { always: 'cookie' } }, persistent: { from: { always: true } } },
    },
  ],
} satisfies LibraryModel;
