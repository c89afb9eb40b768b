import type { LibraryModel } from './model.js';

/** Providers that anybody may run or rent under an address of their own (providers/ of @auth/core 0.41.3 and next-auth 4.24.15). */
const PROVIDERS = [
  'auth0', 'authentik', 'azure-ad-b2c', 'boxyhq-saml', 'cognito', 'descope', 'duende-identity-server6', 'fusionauth', 'identity-server4', 'keycloak',
  'logto', 'mastodon', 'mattermost', 'nextcloud', 'okta', 'onelogin', 'ory-hydra', 'osso', 'passage', 'united-effects', 'zitadel',
] as const;

export const authJsProviders = {
  name: 'Auth.js provider',
  packages: PROVIDERS.flatMap((name) => [`next-auth/providers/${name}`, `@auth/core/providers/${name}`]),
  operations: [{ kind: 'endpoint.configure', path: '', fields: { issuer: { from: { arg: 0, path: 'issuer' } } } }],
} satisfies LibraryModel;
