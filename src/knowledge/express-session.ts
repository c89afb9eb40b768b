import { SAME_SITE, unpartitioned } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';
import { sessionMemberWrites } from './session-writes.js';

/** Defaults: express-session 1.19.0 index.js and session/cookie.js; `secure: 'auto'` follows the request. */
export const expressSession = {
  name: 'express-session',
  packages: ['express-session'],
  vocabulary: ['X-Forwarded-Proto', 'x-forwarded-proto', 'trust proxy'],
  sessionsIn: 'server',
  operations: [
    {
      kind: 'session.configure',
      path: '',
      // A Secure cookie is only sent over what it takes for https (1.19.0 index.js, `issecure`).
      facts: { asksForHttps: true, memoryStores: ['MemoryStore'], touches: true },
      fields: {
        name: { from: [{ arg: 0, path: 'name' }, { arg: 0, path: 'key' }], default: 'connect.sid' },
        secret: { from: { arg: 0, path: 'secret' } },
        httpOnly: { from: { arg: 0, path: 'cookie.httpOnly' }, default: true },
        secure: { from: { arg: 0, path: 'cookie.secure' } },
        sameSite: { from: { arg: 0, path: 'cookie.sameSite' }, means: SAME_SITE },
        maxAge: { from: { arg: 0, path: 'cookie.maxAge', duration: 'milliseconds' } },
        domain: { from: { arg: 0, path: 'cookie.domain' } },
        generateId: { from: { arg: 0, path: 'genid' } },
        store: { from: { arg: 0, path: 'store' }, default: 'memory' },
        rolling: { from: { arg: 0, path: 'rolling' }, default: false },
        absolute: { from: [] },
        proxy: { from: { arg: 0, path: 'proxy' } },
        saveUninitialized: { from: { arg: 0, path: 'saveUninitialized' }, default: true },
      },
      // 1.17.3 session/cookie.js; 1.18.0 hands it on.
      ineffective: [unpartitioned('<1.18.0', { arg: 0, path: 'cookie.partitioned' })],
    },
  ],
} satisfies LibraryModel;

const SESSIONS = ['Request#.session', 'Session#'];

const VOCABULARY = ['req.session', 'request.session'];

/** `Object.assign(req.session, { userId })` writes each member. */
export const sessionAssign = {
  name: 'Object.assign',
  packages: ['global'],
  vocabulary: VOCABULARY,
  operations: [
    { kind: 'session.write', path: 'Object.assign', into: { arg: 0, is: SESSIONS }, entries: { arg: 1 }, fields: {} },
  ],
} satisfies LibraryModel;

/**
 * What handlers do with the session. The request's type is express's; first stands the package whose version counts.
 * cookie-session puts its own object, which has no `regenerate`, in the same place.
 */
export const requestSession = {
  name: 'req.session',
  packages: ['express-session', 'express', 'express-serve-static-core'],
  vocabulary: VOCABULARY,
  operations: [
    sessionMemberWrites(SESSIONS),
    // Only cookie-session lets it be replaced (2.1.1 index.js, `setSession`).
    { kind: 'session.write', path: 'Request#.session', on: 'assign', entries: { assigned: true }, fields: {} },
    {
      kind: 'session.regenerate',
      path: SESSIONS.map((session) => `${session}.regenerate`),
      fields: { callback: { from: { arg: 0 } } },
    },
    {
      kind: 'session.destroy',
      path: SESSIONS.map((session) => `${session}.destroy`),
      fields: { callback: { from: { arg: 0 } } },
    },
  ],
} satisfies LibraryModel;
