import type { LibraryModel, OperationModel } from './model.js';
import { requestParameters } from './oauth-requests.js';

/** Clients up to 5. */
const CLIENTS = ['Issuer.discover().Client#', 'Issuer#.Client#', 'Client#', 'BaseClient#'];

/** What `new Issuer(metadata)` and `new Configuration(metadata)` are told of the provider (OpenID Connect Discovery 1.0 section 3). */
const METADATA = {
  issuer: { from: { arg: 0, path: 'issuer' } },
  authorization: { from: { arg: 0, path: 'authorization_endpoint' } },
  token: { from: { arg: 0, path: 'token_endpoint' } },
  userInfo: { from: { arg: 0, path: 'userinfo_endpoint' } },
  keys: { from: { arg: 0, path: 'jwks_uri' } },
} as const satisfies OperationModel<'endpoint.configure'>['fields'];

/**
 * Objects up to 5 (openid-client 4.9.1 and 5.7.1 lib/issuer.js, lib/client.js), functions from 6 on, which refuse plain http
 * unless they are told not to (6.9.0 build/index.d.ts, `allowInsecureRequests`).
 */
export const openidClient = {
  name: 'openid-client',
  packages: ['openid-client'],
  operations: [
    { kind: 'endpoint.configure', path: ['Issuer.discover', 'discovery'], fields: { issuer: { from: { arg: 0 } } } },
    { kind: 'endpoint.configure', path: ['Issuer', 'Configuration'], on: 'new', fields: METADATA },
    {
      kind: 'endpoint.configure',
      path: ['Issuer.discover().Client', 'Issuer#.Client'],
      on: 'new',
      fields: { redirect: { from: [{ arg: 0, path: 'redirect_uris.0' }, { arg: 0, path: 'redirect_uri' }] } },
    },
    requestParameters(CLIENTS.flatMap((client) => [`${client}.authorizationUrl`, `${client}.grant`]), 0),
    requestParameters(['buildAuthorizationUrl'], 1),
    {
      // What is not given is not compared, unless the answer brings it (5.7.1 lib/client.js, `callback`).
      kind: 'oauth.callback',
      path: CLIENTS.flatMap((client) => [`${client}.callback`, `${client}.oauthCallback`]),
      fields: {
        state: { from: { arg: 2, path: 'state' } },
        verifier: { from: { arg: 2, path: 'code_verifier' } },
        nonce: { from: { arg: 2, path: 'nonce' } },
      },
    },
    {
      kind: 'oauth.callback',
      path: 'authorizationCodeGrant',
      fields: {
        state: { from: { arg: 2, path: 'expectedState' } },
        verifier: { from: { arg: 2, path: 'pkceCodeVerifier' } },
        nonce: { from: { arg: 2, path: 'expectedNonce' } },
      },
    },
    { kind: 'endpoint.configure', path: 'buildAuthorizationUrl', fields: { redirect: { from: { arg: 1, path: 'redirect_uri' } } } },
  ],
} satisfies LibraryModel;
