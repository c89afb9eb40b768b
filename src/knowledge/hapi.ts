import { BY_SERVER } from './cookie-attributes.js';
import type { LibraryModel, Source } from './model.js';

/** `Hapi.server()`, `new Hapi.Server()` and the type of both (@hapi/hapi 21.4.10 lib/types/server). */
const SERVERS = ['server()', 'Server#'];

/** Values of `isSameSite` (@hapi/statehood 8.2.1 lib/index.js). */
const SAME_SITE = { strict: 'strict', lax: 'lax', none: 'none' } as const;

/** In the mode `try` a request goes on after any error (@hapi/hapi 21.4.10 lib/auth.js). */
const TRIES = { try: 'invalid' } as const;

/** What hapi writes unless it is told otherwise: everything that protects (@hapi/statehood 8.2.1 lib/index.js). */
function attributes(at: (name: string) => Source) {
  return {
    httpOnly: { from: at('isHttpOnly'), default: true },
    secure: { from: at('isSecure'), default: true },
    sameSite: { from: at('isSameSite'), means: SAME_SITE, default: 'strict' },
    maxAge: { from: { ...at('ttl'), duration: 'milliseconds' } },
    domain: { from: at('domain') },
    path: { from: at('path') },
  } as const;
}

export const hapi = {
  name: '@hapi/hapi',
  packages: ['@hapi/hapi', 'hapi'],
  vocabulary: ['server.state(', '.unstate(', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['ResponseToolkit#.state', 'ResponseToolkit#.response().state', 'ResponseObject#.state'],
      fields: {
        ...attributes((path) => ({ arg: 2, path })),
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        ...BY_SERVER,
      },
      facts: { definedByName: true },
    },
    {
      // What every cookie of the name starts from; its values come later.
      kind: 'cookie.set',
      path: SERVERS.map((server) => `${server}.state`),
      fields: { ...attributes((path) => ({ arg: 1, path })), name: { from: { arg: 0 } }, ...BY_SERVER },
    },
    {
      kind: 'secret.use',
      path: SERVERS.map((server) => `${server}.state`),
      minArgs: 2,
      fields: {
        secret: { from: [{ arg: 1, path: 'password' }, { arg: 1, path: 'sign.password' }] },
        purpose: { from: { always: 'cookie' } },
      },
    },
    { kind: 'cookie.clear', path: 'ResponseToolkit#.unstate', fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'route.register',
      path: SERVERS.map((server) => `${server}.route`),
      fields: { path: { from: { arg: 0, path: 'path' } }, method: { from: { arg: 0, path: 'method' } } },
    },
    {
      // @hapi/jwt 3.2.4 lib/plugin.js; `cookieKey` and `headerKey` are hapi-auth-jwt2's.
      kind: 'token.accept',
      path: SERVERS.map((server) => `${server}.auth.strategy`),
      when: [{ arg: 1, is: ['jwt'] }],
      fields: {
        cookie: { from: [{ arg: 2, path: 'cookieName' }, { arg: 2, path: 'cookieKey' }] },
        header: { from: [{ arg: 2, path: 'headerName' }, { arg: 2, path: 'headerKey' }] },
      },
    },
    {
      kind: 'auth.guard',
      path: SERVERS.map((server) => `${server}.route`),
      fields: { optional: { from: [{ arg: 0, path: 'options.auth.mode' }, { arg: 0, path: 'config.auth.mode' }], means: TRIES } },
    },
    {
      kind: 'auth.guard',
      path: SERVERS.map((server) => `${server}.auth.default`),
      fields: { optional: { from: { arg: 0, path: 'mode' }, means: TRIES } },
    },
  ],
  handlers: [
    {
      path: SERVERS.flatMap((server) => [`${server}.route`, `${server}.ext`]),
      parameters: ['Request#', 'ResponseToolkit#'],
      members: ['handler'],
    },
  ],
  parameterNames: [{ is: 'ResponseToolkit#', names: ['h'] }],
  fluent: ['ResponseObject#'],
} satisfies LibraryModel;

/**
 * A sealed cookie with an id, and with all of the session as long as it is small; registered as hapi registers any plugin
 * (@hapi/yar 10.1.1 and 11.0.3 lib/index.js, `defaults`).
 */
export const hapiYar = {
  name: '@hapi/yar',
  packages: ['@hapi/yar', '@hapi/hapi', 'hapi'],
  operations: [
    {
      kind: 'session.configure',
      path: SERVERS.map((server) => `${server}.register`),
      into: { arg: 0, path: 'plugin', is: ['', 'plugin'], of: '@hapi/yar' },
      fields: {
        ...attributes((path) => ({ arg: 0, path: `options.cookieOptions.${path}` })),
        sameSite: { from: { arg: 0, path: 'options.cookieOptions.isSameSite' }, means: SAME_SITE, default: 'lax' },
        name: { from: { arg: 0, path: 'options.name' }, default: 'session' },
        secret: { from: { arg: 0, path: 'options.cookieOptions.password' } },
        generateId: { from: { arg: 0, path: 'options.customSessionIDGenerator' } },
        validity: { from: { arg: 0, path: 'options.cache.expiresIn', duration: 'milliseconds' }, default: 86_400 },
      },
    },
  ],
} satisfies LibraryModel;

/** The cookie is the sealed session (@hapi/cookie 12.0.1 lib/index.js). */
export const hapiCookie = {
  name: '@hapi/cookie',
  packages: ['@hapi/cookie', '@hapi/hapi', 'hapi'],
  vocabulary: ['auth.strategy('],
  operations: [
    {
      kind: 'session.configure',
      path: SERVERS.map((server) => `${server}.auth.strategy`),
      when: [{ arg: 1, is: ['cookie'] }],
      fields: {
        ...attributes((path) => ({ arg: 2, path: `cookie.${path}` })),
        name: { from: { arg: 2, path: 'cookie.name' }, default: 'sid' },
        secret: { from: { arg: 2, path: 'cookie.password' } },
        rolling: { from: { arg: 2, path: 'keepAlive' }, default: false },
        absolute: { from: [] },
      },
    },
  ],
} satisfies LibraryModel;
