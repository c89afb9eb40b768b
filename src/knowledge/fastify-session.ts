import { SAME_SITE } from './cookie-attributes.js';
import { FASTIFY_PACKAGES } from './fastify.js';
import type { LibraryModel, Source } from './model.js';
import { sessionMemberWrites } from './session-writes.js';

/** Defaults: 10.9.0 and 11.1.3 index.js and lib/cookie.js, which leaves @fastify/cookie no default to fill in. */
export const fastifySession = {
  name: '@fastify/session',
  packages: ['@fastify/session'],
  sessionsIn: 'server',
  operations: [
    {
      kind: 'session.configure',
      path: ['', 'fastifySession'],
      on: 'register',
      fields: {
        name: { from: { arg: 1, path: 'cookieName' }, default: 'sessionId' },
        secret: { from: { arg: 1, path: 'secret' } },
        httpOnly: { from: { arg: 1, path: 'cookie.httpOnly' }, default: true },
        secure: { from: { arg: 1, path: 'cookie.secure' }, default: true },
        sameSite: { from: { arg: 1, path: 'cookie.sameSite' }, means: SAME_SITE },
        maxAge: { from: { arg: 1, path: 'cookie.maxAge', duration: 'milliseconds' } },
        domain: { from: { arg: 1, path: 'cookie.domain' } },
        generateId: { from: { arg: 1, path: 'idGenerator' } },
        store: { from: { arg: 1, path: 'store' }, default: 'memory' },
        rolling: { from: { arg: 1, path: 'rolling' }, default: true },
        absolute: { from: [] },
        saveUninitialized: { from: { arg: 1, path: 'saveUninitialized' }, default: true },
      },
      // Anything shorter than 32 characters fails at start-up, and so does nothing at all.
      facts: { refusesEmptyKey: true, memoryStores: ['MemoryStore', 'Store'] },
    },
  ],
} satisfies LibraryModel;

/** `cookieOptions` is the older name of `cookie` (8.4.0 index.js). */
function attribute(name: string): readonly Source[] {
  return [{ arg: 1, path: `cookie.${name}` }, { arg: 1, path: `cookieOptions.${name}` }];
}

/** The cookie is the encrypted session; its other defaults are those of the @fastify/cookie that the package brings. */
export const fastifySecureSession = {
  name: '@fastify/secure-session',
  packages: ['@fastify/secure-session'],
  sessionsIn: 'cookie',
  operations: [
    {
      kind: 'session.configure',
      path: ['', 'fastifySecureSession'],
      on: 'register',
      fields: {
        name: { from: [{ arg: 1, path: 'cookieName' }, { arg: 1, path: 'sessionName' }], default: 'session' },
        secret: { from: [{ arg: 1, path: 'key' }, { arg: 1, path: 'secret' }] },
        httpOnly: { from: attribute('httpOnly'), default: true },
        secure: { from: attribute('secure') },
        // @fastify/cookie 11 comes with 8, 8 with 6.2.0 (package.json of both).
        sameSite: {
          from: attribute('sameSite'),
          means: SAME_SITE,
          default: [{ versions: '<8', value: false }, { versions: '*', value: 'lax' }],
        },
        maxAge: { from: attribute('maxAge').map((source): Source => ({ ...source, duration: 'seconds' })) },
        domain: { from: attribute('domain') },
        // Counted from when the session was made (7.3.0 index.js, `decodeSecureSession`); before, a copied cookie was good for ever.
        validity: {
          // From 7.3.0 on an `expiry` of 0 is none (7.3.0 and 8.2.0 index.js).
          from: [{ arg: 1, path: 'expiry', only: { 0: 86_401 } }, { arg: 1, path: 'expiry', duration: 'seconds' }],
          default: [{ versions: '>=7.3.0', value: 86_401 }, { versions: '<7.3.0', value: 0 }],
        },
        rolling: { from: { always: false } },
      },
      facts: { refusesEmptyKey: true },
    },
  ],
} satisfies LibraryModel;

const SESSIONS = ['FastifyRequest#.session', 'FastifySessionObject#'];

/** What handlers do with the session, whichever of the two puts it there. */
export const fastifyRequestSession = {
  name: 'request.session',
  packages: FASTIFY_PACKAGES,
  vocabulary: ['req.session', 'request.session'],
  operations: [
    // `regenerate(['userId'])` takes members along (@fastify/session 11.1.3 lib/session.js).
    sessionMemberWrites(SESSIONS, { keptOnRenewal: true }),
    {
      kind: 'session.write',
      path: SESSIONS.map((session) => `${session}.set`),
      fields: { key: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
      facts: { keptOnRenewal: true },
    },
    {
      kind: 'session.regenerate',
      path: SESSIONS.map((session) => `${session}.regenerate`),
      fields: { callback: { from: [{ arg: 1 }, { arg: 0 }] } },
    },
    {
      kind: 'session.destroy',
      path: SESSIONS.flatMap((session) => [`${session}.destroy`, `${session}.delete`]),
      fields: { callback: { from: { arg: 0 } } },
    },
  ],
} satisfies LibraryModel;
