import type { LibraryModel } from './model.js';

/** A state and PKCE are its own affair; the response type is `code` unless it is given (oidc-client-ts 3.5.0 dist/esm/oidc-client-ts.js). */
export const oidcClientTs = {
  name: 'oidc-client-ts',
  packages: ['oidc-client-ts', 'oidc-client'],
  operations: [
    { kind: 'oauth.request', path: ['UserManager', 'OidcClient'], on: 'new', fields: { responseType: { from: { arg: 0, path: 'response_type' } } } },
    {
      kind: 'endpoint.configure',
      path: ['UserManager', 'OidcClient'],
      on: 'new',
      fields: { issuer: { from: { arg: 0, path: 'authority' } }, redirect: { from: { arg: 0, path: 'redirect_uri' } } },
    },
  ],
} satisfies LibraryModel;
