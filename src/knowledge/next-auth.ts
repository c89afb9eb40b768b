import type { LibraryModel } from './model.js';

/**
 * Who is there, as next-auth 4.24 (`getServerSession`, `getToken`) and Auth.js 5 (`auth` of `NextAuth(…)`) tell: a promise
 * of nothing where nobody is. With arguments `auth` wraps a handler, or takes a request and response.
 */
export const nextAuth = {
  name: 'next-auth',
  packages: ['next-auth', 'next-auth/next', 'next-auth/jwt'],
  // Who asks imports `auth` from a file of the project.
  vocabulary: ['= auth()', '!auth()', '(auth())', 'return auth()', '=> auth()'],
  operations: [
    {
      kind: 'auth.check',
      path: ['getServerSession', 'unstable_getServerSession', 'getToken'],
      fields: {},
      result: { refusal: 'falsy', promise: true },
      facts: { readsSession: true },
    },
    {
      kind: 'auth.check',
      path: '().auth',
      fields: {},
      result: { refusal: 'falsy', promise: true, callback: 0 },
      facts: { readsSession: true },
    },
  ],
} satisfies LibraryModel;
