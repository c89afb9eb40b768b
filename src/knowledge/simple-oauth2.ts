import type { LibraryModel, OperationModel } from './model.js';

const HOSTS: OperationModel<'endpoint.configure'>['fields'] = {
  token: { from: { arg: 0, path: 'auth.tokenHost' } },
  authorization: { from: { arg: 0, path: 'auth.authorizeHost' } },
};

/** One class for each grant (simple-oauth2 5.1.0 index.js, lib/config.js). */
export const simpleOAuth2 = {
  name: 'simple-oauth2',
  packages: ['simple-oauth2'],
  operations: [
    { kind: 'oauth.request', path: 'ResourceOwnerPassword', on: 'new', fields: { grant: { from: { always: 'password' } } } },
    { kind: 'endpoint.configure', path: ['AuthorizationCode', 'ClientCredentials', 'ResourceOwnerPassword'], on: 'new', fields: HOSTS },
  ],
} satisfies LibraryModel;
