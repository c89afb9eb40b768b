import type { LibraryModel } from './model.js';

/** Makes PEM text of a JWK (jwk-to-pem 2.0.6 src/jwk-to-pem.js). */
export const jwkToPem = {
  name: 'jwk-to-pem',
  packages: ['jwk-to-pem'],
  operations: [],
  sinks: [{ path: '', arg: 0, takes: 'key' }],
} satisfies LibraryModel;
