import type { LibraryModel } from './model.js';
import { STRATEGY_ENDPOINTS } from './passport-oauth2.js';

/** The state is kept in the session unless another store is given (passport-openidconnect 0.1.2 lib/strategy.js). */
export const passportOpenIdConnect = {
  name: 'passport-openidconnect',
  packages: ['passport-openidconnect'],
  operations: [
    {
      kind: 'oauth.configure',
      path: ['', 'Strategy'],
      on: 'new',
      fields: { state: { from: { always: true } } },
    },
    {
      kind: 'endpoint.configure',
      path: ['', 'Strategy'],
      on: 'new',
      fields: { ...STRATEGY_ENDPOINTS, issuer: { from: { arg: 0, path: 'issuer' } }, userInfo: { from: { arg: 0, path: 'userInfoURL' } } },
    },
  ],
} satisfies LibraryModel;
