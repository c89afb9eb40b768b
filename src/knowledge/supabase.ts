import type { LibraryModel } from './model.js';

/** @supabase/auth-js 2.109.0 src/GoTrueClient.ts: `DEFAULT_OPTIONS` and the constructor. */
export const supabase = {
  name: 'Supabase',
  packages: ['@supabase/supabase-js'],
  operations: [
    {
      kind: 'token.cache',
      path: 'createClient',
      fields: {
        store: { from: { arg: 2, path: 'auth.storage' }, default: 'localStorage' },
        persistent: { from: { arg: 2, path: 'auth.persistSession' }, default: true },
      },
    },
  ],
} satisfies LibraryModel;
