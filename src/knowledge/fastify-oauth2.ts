import type { LibraryModel } from './model.js';

/** A state is made, kept in a cookie and compared; PKCE is off unless it is asked for (@fastify/oauth2 7.9.0 and 8.3.0 index.js). */
export const fastifyOAuth2 = {
  name: '@fastify/oauth2',
  packages: ['@fastify/oauth2', 'fastify-oauth2'],
  operations: [
    {
      kind: 'oauth.configure',
      path: ['', 'fastifyOauth2'],
      on: 'register',
      fields: { state: { from: { always: true } }, pkce: { from: { arg: 1, path: 'pkce' } } },
    },
    {
      kind: 'endpoint.configure',
      path: ['', 'fastifyOauth2'],
      on: 'register',
      fields: {
        issuer: { from: { arg: 1, path: 'discovery.issuer' } },
        authorization: { from: { arg: 1, path: 'credentials.auth.authorizeHost' } },
        token: { from: { arg: 1, path: 'credentials.auth.tokenHost' } },
        redirect: { from: { arg: 1, path: 'callbackUri' } },
      },
    },
  ],
} satisfies LibraryModel;
