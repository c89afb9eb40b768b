import type { LibraryModel } from './model.js';

/**
 * The secret stands in a cookie, or in the session that `sessionPlugin` names; `getUserInfo` and `hmacKey` bind tokens to a
 * user. It defends the routes whose hooks have `csrfProtection` (@fastify/csrf-protection 6.4.1 and 7.1.0 index.js).
 */
export const fastifyCsrfProtection = {
  name: '@fastify/csrf-protection',
  packages: ['@fastify/csrf-protection', 'fastify-csrf'],
  operations: [
    {
      kind: 'csrf.configure',
      path: ['', 'fastifyCsrfProtection'],
      on: 'register',
      fields: { enabled: { from: { always: true } }, readToken: { from: { arg: 1, path: 'getToken' } } },
    },
    {
      kind: 'secret.use',
      path: ['', 'fastifyCsrfProtection'],
      on: 'register',
      fields: { secret: { from: { arg: 1, path: 'csrfOpts.hmacKey' } }, purpose: { from: { always: 'mac' } } },
    },
  ],
} satisfies LibraryModel;
