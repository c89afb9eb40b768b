import type { LibraryModel } from './model.js';

/** Keys come from `jwksUri`, or from what the issuer's discovery document names (express-oauth2-jwt-bearer 1.10.0 dist/index.js). */
export const expressOAuth2JwtBearer = {
  name: 'express-oauth2-jwt-bearer',
  packages: ['express-oauth2-jwt-bearer'],
  operations: [
    {
      kind: 'endpoint.configure',
      path: 'auth',
      fields: { issuer: { from: { arg: 0, path: 'issuerBaseURL' } }, keys: { from: { arg: 0, path: 'jwksUri' } } },
    },
  ],
} satisfies LibraryModel;
