import { BY_SERVER, cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel, Source } from './model.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'use'] as const;

/** h3 1's router and application, h3 2's application. */
const ROUTERS = ['createRouter()', 'createApp()', 'H3#', 'H3Core#', 'Router#', 'App#'];

const DEFINERS = [
  'defineEventHandler', 'eventHandler', 'defineHandler', 'defineMiddleware', 'defineRequestMiddleware', 'defineResponseMiddleware', 'defineCachedEventHandler',
  'cachedEventHandler', 'defineWebSocketHandler',
];

const SESSIONS = ['useSession', 'getSession', 'updateSession'];

/** `Set-Cookie` set by its name. */
const NAMES_HEADER = [{ arg: 1, is: ['set-cookie'] }] as const;

function sessionOption(name: string): readonly Source[] {
  return [{ arg: 1, path: name }];
}

const cookieFields = cookieAttributes((attribute) => [{ arg: 3, path: attribute }], 'seconds');
const sessionFields = cookieAttributes((attribute) => sessionOption(`cookie.${attribute}`), 'seconds');

/** Defaults: h3 1.15.11 dist/index.mjs (`DEFAULT_COOKIE`, `setCookie`), h3 2.0.8 dist/h3.mjs (`DEFAULT_SESSION_COOKIE`). */
export const h3 = {
  name: 'h3',
  packages: ['h3', 'h3-nightly', 'nitropack/runtime', 'nitro/h3', '#imports'],
  vocabulary: ['setCookie(', 'getCookie(', 'parseCookies(', 'useSession(event', 'useSession<', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['setCookie', 'setChunkedCookie'],
      // `setCookie(name, value, days)` is somebody else's.
      minArgs: 3,
      fields: {
        ...cookieFields,
        path: { ...cookieFields.path, default: '/' },
        name: { from: { arg: 1 } },
        value: { from: { arg: 2 } },
        script: { from: { always: false } },
      },
    },
    { kind: 'cookie.clear', path: ['deleteCookie', 'deleteChunkedCookie'], fields: { name: { from: { arg: 1 } } } },
    {
      kind: 'cookie.set',
      path: ['setHeader', 'setResponseHeader', 'appendHeader', 'appendResponseHeader'],
      when: NAMES_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 2 },
    },
    {
      kind: 'cookie.set',
      path: ['H3Event#.node.res.setHeader', 'H3Event#.node.res.appendHeader', 'H3Event#.res.headers.set', 'H3Event#.res.headers.append'],
      when: [{ arg: 0, is: ['set-cookie'] }],
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    {
      // The whole session, sealed, is the cookie.
      kind: 'session.configure',
      path: SESSIONS,
      minArgs: 2,
      fields: {
        name: { from: sessionOption('name'), default: 'h3' },
        secret: { from: sessionOption('password') },
        httpOnly: { ...sessionFields.httpOnly, default: true },
        secure: { ...sessionFields.secure, default: true },
        sameSite: { ...sessionFields.sameSite, default: [{ versions: '<2.0.0-0' }, { versions: '*', value: 'lax' }] },
        maxAge: { from: [{ arg: 1, path: 'cookie.maxAge', duration: 'seconds' }, { arg: 1, path: 'maxAge', duration: 'seconds' }] },
        domain: sessionFields.domain,
        generateId: { from: sessionOption('generateId') },
        // The seal itself, and the check of `createdAt`; `idleTimeout` is 2's (2.0.8 dist/h3.mjs, `sealSession`).
        validity: {
          from: [
            { arg: 1, path: 'maxAge', duration: 'seconds' }, { arg: 1, path: 'idleTimeout', duration: 'seconds' },
            { arg: 1, path: 'seal.ttl', duration: 'milliseconds' },
          ],
          default: 0,
        },
        absolute: { from: { arg: 1, path: 'maxAge', duration: 'seconds' } },
        // Each use moves the end of `idleTimeout`, as far as `maxAge` lets it.
        rolling: { from: sessionOption('idleTimeout') },
      },
    },
    ...METHODS.map((method) => ({
      kind: 'route.register' as const,
      path: ROUTERS.map((router) => `${router}.${method}`),
      fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
    })),
  ],
  requestCookies: ['getCookie()', 'parseCookies()'],
  handlers: [
    { path: [...DEFINERS, ...ROUTERS.flatMap((router) => METHODS.map((method) => `${router}.${method}`))], parameters: ['H3Event#'] },
  ],
  // nitro brings every export in; these are what anything is known of.
  autoImports: [
    {
      names: [...DEFINERS, ...SESSIONS, 'setCookie', 'setChunkedCookie', 'deleteCookie', 'setHeader', 'setResponseHeader', 'appendHeader', 'appendResponseHeader'],
      files: /(?:^|\/)server\/.*\.[cm]?[jt]s$/,
      dependsOn: ['nuxt', 'nuxt-nightly', 'nitropack', 'nitro'],
    },
  ],
  fluent: ROUTERS,
} satisfies LibraryModel;
