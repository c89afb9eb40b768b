import type { LibraryModel } from './model.js';

const NAMES = [
  'accessToken', 'access_token', 'refreshToken', 'refresh_token', 'idToken', 'id_token', 'authToken', 'auth_token',
  'bearerToken', 'userToken', 'sessionToken', 'token', 'jwt',
];

/** `window.name = value` (WHATWG HTML, section "Window"): a global variable of the page. */
export const globalVariables = {
  name: 'window',
  packages: ['global'],
  vocabulary: ['window.', 'window as any).'].flatMap((global) => NAMES.map((name) => `${global}${name}`)),
  operations: [
    {
      kind: 'storage.write',
      path: '*',
      on: 'assign',
      fields: { store: { from: { always: 'window' } }, key: { from: { member: true } }, value: { from: { assigned: true } } },
    },
  ],
} satisfies LibraryModel;
