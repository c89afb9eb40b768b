import { SAME_SITE } from './cookie-attributes.js';
import { CONTEXTS, COOKIES_FACTS, KOA_PACKAGES } from './koa.js';
import type { LibraryModel, OperationModel } from './model.js';
import { sessionMemberWrites } from './session-writes.js';

const DAY = 86_400;

const APPLICATION = ['#', 'Application#', '#.use()'];

/** `session(options, app)` and `session(app, options)`: which argument is the application tells the other one. */
function koaSessionOptions(options: number, application: number): OperationModel<'session.configure'> {
  return {
    kind: 'session.configure',
    // The module itself, and a named export of 7.
    path: ['', 'createSession'],
    into: { arg: application, is: APPLICATION },
    fields: {
      name: { from: { arg: options, path: 'key' }, default: 'koa.sess' },
      httpOnly: { from: { arg: options, path: 'httpOnly' }, default: true },
      secure: { from: { arg: options, path: 'secure' }, default: 'auto' },
      sameSite: { from: { arg: options, path: 'sameSite' }, means: SAME_SITE },
      maxAge: { from: { arg: options, path: 'maxAge', duration: 'milliseconds' } },
      domain: { from: { arg: options, path: 'domain' } },
      generateId: { from: { arg: options, path: 'genid' } },
      store: { from: [{ arg: options, path: 'store' }, { arg: options, path: 'ContextStore' }] },
      rolling: {
        from: [{ arg: options, path: 'rolling', only: { true: true } }, { arg: options, path: 'renew', only: { true: true } }],
        default: false,
      },
      // A day where the cookie has no end, or 0; `'session'` leaves it out of the payload as well (6.4.0 lib/context.js, `save`).
      validity: {
        from: [{ arg: options, path: 'maxAge', only: { session: 0, 0: DAY } }, { arg: options, path: 'maxAge', duration: 'milliseconds' }],
        default: DAY,
      },
      absolute: { from: [] },
      signed: { from: { arg: options, path: 'signed' }, default: true },
      encode: { from: { arg: options, path: 'encode' } },
    },
    facts: { ...COOKIES_FACTS, readable: true },
  };
}

/** Defaults: koa-session 6.4.0 index.js and 7.0.2 src/index.ts; without a store the cookie is the session. */
export const koaSession = {
  name: 'koa-session',
  packages: ['koa-session'],
  sessionsIn: 'store',
  operations: [koaSessionOptions(0, 1), koaSessionOptions(1, 0)],
} satisfies LibraryModel;

/** Defaults: koa-generic-session 2.3.1 lib/session.js. */
export const koaGenericSession = {
  name: 'koa-generic-session',
  packages: ['koa-generic-session'],
  sessionsIn: 'server',
  operations: [
    {
      kind: 'session.configure',
      path: '',
      fields: {
        name: { from: { arg: 0, path: 'key' }, default: 'koa.sid' },
        httpOnly: { from: { arg: 0, path: 'cookie.httpOnly' }, default: true },
        secure: { from: { arg: 0, path: 'cookie.secure' }, default: 'auto' },
        sameSite: { from: { arg: 0, path: 'cookie.sameSite' }, means: SAME_SITE },
        maxAge: { from: { arg: 0, path: 'cookie.maxAge', duration: 'milliseconds' }, default: DAY },
        domain: { from: { arg: 0, path: 'cookie.domain' } },
        generateId: { from: { arg: 0, path: 'genSid' } },
        store: { from: { arg: 0, path: 'store' }, default: 'memory' },
        rolling: { from: { arg: 0, path: 'rolling' }, default: false },
        absolute: { from: [] },
      },
      facts: { ...COOKIES_FACTS, memoryStores: ['MemoryStore'] },
    },
  ],
} satisfies LibraryModel;

/** Defaults: koa-session-minimal 4.0.3 src/session.js. */
export const koaSessionMinimal = {
  name: 'koa-session-minimal',
  packages: ['koa-session-minimal'],
  sessionsIn: 'server',
  operations: [
    {
      kind: 'session.configure',
      path: '',
      fields: {
        name: { from: { arg: 0, path: 'key' }, default: 'koa:sess' },
        httpOnly: { from: { arg: 0, path: 'cookie.httpOnly' }, default: true },
        secure: { from: { arg: 0, path: 'cookie.secure' }, default: 'auto' },
        sameSite: { from: { arg: 0, path: 'cookie.sameSite' }, means: SAME_SITE },
        maxAge: { from: { arg: 0, path: 'cookie.maxAge', duration: 'milliseconds' } },
        domain: { from: { arg: 0, path: 'cookie.domain' } },
        store: { from: { arg: 0, path: 'store' }, default: 'memory' },
      },
      facts: { ...COOKIES_FACTS, memoryStores: [] },
    },
  ],
} satisfies LibraryModel;

const SESSIONS = CONTEXTS.map((context) => `${context}.session`);

/** What handlers do with the session, whichever of the packages puts it there. */
export const contextSession = {
  name: 'ctx.session',
  packages: KOA_PACKAGES,
  vocabulary: ['ctx.session', 'context.session'],
  operations: [
    // koa-session's `regenerate` takes the session's members along (6.4.0 lib/context.js, `commit`).
    sessionMemberWrites(SESSIONS, { keptOnRenewal: true }),
    {
      // A session of its own members keeps the id (koa-session 6.4.0 lib/context.js, `set`; koa-generic-session 2.3.1).
      kind: 'session.write',
      path: SESSIONS,
      on: 'assign',
      entries: { assigned: true },
      fields: {},
      facts: { keptOnRenewal: true },
    },
    {
      kind: 'session.regenerate',
      path: [
        ...SESSIONS.map((session) => `${session}.regenerate`),
        ...CONTEXTS.flatMap((context) => [`${context}.regenerateSession`, `${context}.sessionHandler.regenerateId`]),
      ],
      fields: { callback: { from: { arg: 0 } } },
    },
  ],
} satisfies LibraryModel;
