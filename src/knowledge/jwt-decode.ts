import type { LibraryModel } from './model.js';

/** jwt-decode 3.1.2 (default export) and 4.0.0 (`jwtDecode`): reads the payload, or the header, and checks nothing. */
export const jwtDecode = {
  name: 'jwt-decode',
  packages: ['jwt-decode'],
  operations: [{ kind: 'token.decode', path: ['', 'jwtDecode'], fields: { token: { from: { arg: 0 } } } }],
} satisfies LibraryModel;
