import type { LibraryModel } from './model.js';

/** From 0.6 on a login gives the session a new id (passport 0.7.0 lib/sessionmanager.js; 0.5.3 has nothing like it). */
const FACTS = { keepsSessionId: '<0.6.0', renewsSince: 'passport 0.6' } as const;

/**
 * The options of a login, which stand in the argument `arg`, as passport and its ports have them; `session: false` logs in
 * for one request only (passport 0.7.0 lib/http/request.js).
 */
export function loginOptions(arg: number) {
  return {
    session: { from: { arg, path: 'session' }, default: true },
    keepSessionInfo: { from: { arg, path: 'keepSessionInfo' }, default: false },
    state: { from: { arg, path: 'state' } },
  } as const;
}

/** `logIn` is put on express's requests; passport stands first because its version counts. */
export const passport = {
  name: 'passport',
  packages: ['passport', 'express', 'express-serve-static-core'],
  vocabulary: ['passport.authenticate(', 'req.logIn(', 'req.login(', 'request.logIn(', 'request.login('],
  operations: [
    {
      kind: 'login.delegate',
      path: ['authenticate', 'Authenticator#.authenticate', 'Passport#.authenticate', 'PassportStatic#.authenticate'],
      fields: { strategy: { from: { arg: 0 } }, ...loginOptions(1) },
      // With a callback of its own passport only asks the strategy (passport 0.7.0 lib/middleware/authenticate.js).
      facts: { ...FACTS, callbackDecides: true },
    },
    {
      // passport 0.7.0 lib/http/request.js: the options may be left out.
      kind: 'login.delegate',
      path: ['Request#.logIn', 'Request#.login'],
      fields: loginOptions(1),
      facts: FACTS,
    },
  ],
} satisfies LibraryModel;
