import type { LibraryModel, Source } from './model.js';

function option(name: string): Source {
  return { arg: 0, path: name };
}

/**
 * Tokens are a hash of what `getSessionIdentifier` says, which up to 3 is nothing unless it is given (csrf-csrf 3.2.2
 * lib/esm/index.js) and from 4 on has to be (4.0.3 dist/index.js). 3 calls `getTokenFromRequest` what 4 calls
 * `getCsrfTokenFromRequest`.
 */
export const csrfCsrf = {
  name: 'csrf-csrf',
  packages: ['csrf-csrf'],
  operations: [
    {
      kind: 'csrf.configure',
      path: 'doubleCsrf',
      fields: {
        enabled: { from: { always: true } },
        ignoredMethods: { from: option('ignoredMethods') },
        session: { from: option('getSessionIdentifier'), called: true, default: [{ versions: '<4', value: '' }] },
        readToken: { from: [option('getTokenFromRequest'), option('getCsrfTokenFromRequest')] },
      },
    },
    {
      kind: 'secret.use',
      path: 'doubleCsrf',
      fields: { secret: { from: option('getSecret'), called: true }, purpose: { from: { always: 'mac' } } },
    },
  ],
} satisfies LibraryModel;
