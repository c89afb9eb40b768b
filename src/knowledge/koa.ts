import { BY_SERVER, COOKIE_HEADER_KEYS, cookieAttributes, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

/** HTTP methods of the routers (@koa/router 12.0.2 lib/router.js and 15.7.0, koa-router 7.4.0), and `use`. */
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all', 'use'] as const;

/** Applications: `new Koa()`, the class as a type, and what `use` returns. */
const APPLICATIONS = ['#', 'Application#', '#.use()'] as const;

/** `new Router()`, `Router()`, the named export of 15, and their types. */
const ROUTERS = [
  '#', '()', 'Router#', 'Router()',
  ...METHODS.flatMap((method) => [`#.${method}()`, `Router#.${method}()`]),
];

/** A handler's `ctx` and its types (@types/koa 3.0.3, @types/koa__router 12.0.5, @types/koa-router 7.4.9). */
export const CONTEXTS = [
  'Context#', 'ParameterizedContext#', 'ExtendableContext#', 'BaseContext#', 'DefaultContext#', 'RouterContext#',
  'IRouterContext#', 'RouterParamContext#', 'IRouterParamContext#',
] as const;

/** Packages whose handlers are given koa's context. */
export const KOA_PACKAGES = ['koa', '@koa/router', 'koa-router'] as const;

function registration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: ROUTERS.map((router) => `${router}.${method}`),
    fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
  };
}

/** Attributes that `cookies` 0.9.2 (index.js, `Cookie.prototype`) gives a cookie, and its options. */
export const COOKIES_ATTRIBUTES = {
  ...cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'milliseconds'),
  name: { from: { arg: 0 } },
  value: { from: { arg: 1 } },
  httpOnly: { from: { arg: 2, path: 'httpOnly' }, default: true },
  path: { from: { arg: 2, path: 'path' }, default: '/' },
  signed: { from: { arg: 2, path: 'signed' } },
  script: { from: { always: false } },
} as const;

/** `secure: true` over plain http is an error (cookies 0.9.2 index.js, `Cookies.prototype.set`). */
export const COOKIES_FACTS = { throwsOverHttp: true } as const;

/** keygrip makes an HMAC with whatever it is given (1.1.0 index.js, `sign`). */
export const KEYGRIP_FACTS = { acceptsEmptyKey: '*' } as const;

const HEADER_SETTERS = ['set', 'append', 'response.set', 'response.append', 'res.setHeader', 'res.appendHeader'];

export const koa = {
  name: 'koa',
  packages: KOA_PACKAGES,
  everyday: KOA_PACKAGES,
  vocabulary: ['cookies.set(', '.keys = [', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: CONTEXTS.map((context) => `${context}.cookies.set`),
      fields: {
        ...COOKIES_ATTRIBUTES,
        // Secure exactly when the request is (koa 2.16.4 and 3.3.0 lib/context.js).
        secure: { from: { arg: 2, path: 'secure' }, default: 'auto' },
      },
      facts: COOKIES_FACTS,
    },
    {
      kind: 'cookie.set',
      path: CONTEXTS.flatMap((context) => HEADER_SETTERS.map((name) => `${context}.${name}`)),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.map((key): OperationModel<'cookie.set'> => ({
      kind: 'cookie.set',
      path: CONTEXTS.flatMap((context) => [`${context}.set`, `${context}.response.set`]),
      fields: BY_SERVER,
      cookieHeader: { arg: 0, path: key },
    })),
    {
      // Signs every cookie that does not say otherwise.
      kind: 'secret.use',
      path: APPLICATIONS.map((application) => `${application}.keys`),
      on: 'assign',
      fields: { secret: { from: { assigned: true } }, purpose: { from: { always: 'cookie' } } },
      facts: KEYGRIP_FACTS,
    },
    ...METHODS.map(registration),
  ],
  handlers: [
    {
      // The types are of handlers that stand in a constant of that type.
      path: [
        ...ROUTERS.flatMap((router) => METHODS.map((method) => `${router}.${method}`)),
        'Middleware#', 'IMiddleware#',
      ],
      parameters: ['Context#', 'Next#'],
    },
  ],
  parameterNames: [
    { is: 'Context#', names: ['ctx'] },
    { is: '#', names: ['app'] },
  ],
  tokenCarriers: Object.fromEntries(CONTEXTS.flatMap((context) => [
    [`${context}.cookies.get()`, 'cookie'], [`${context}.request.body`, 'body'], [`${context}.get()`, 'header'], [`${context}.headers`, 'header'],
  ] as const)),
  urlParameters: CONTEXTS.flatMap((context) => ['query', 'params', 'request.query'].map((name) => `${context}.${name}`)),
} satisfies LibraryModel;
