import { BY_SERVER, COOKIE_HEADER_KEYS, cookieAttributes, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel, Source } from './model.js';
import { SIGNED_PAYLOAD } from './signed-payload.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'all', 'use', 'query'] as const;

/** Applications: `Hono`, the one of `hono/factory`, and the subclass of `@hono/zod-openapi`. */
const APPS = ['Hono#', 'HonoBase#', 'OpenAPIHono#', 'createFactory().createApp()', 'Factory#.createApp()'];

const FACTORIES = ['createFactory()', 'Factory#'];

/** A handler may stand without a path (`app.use(handler)`); then the path is a function. */
function registration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: APPS.map((app) => `${app}.${method}`),
    fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
  };
}

/** Options of a verification: `alg` and what is checked (hono 4.13.19 dist/utils/jwt/jwt.js, `verify`). */
function checks(at: (option: string) => Source | readonly Source[]) {
  return {
    // 3.x and 4.x up to 4.11.3 take HS256, whatever key they get; later ones refuse (`JwtAlgorithmRequired`).
    withoutAlgorithms: { from: [], default: [{ versions: '<4.11.4', value: 'hmac' }, { versions: '>=4.11.4', value: 'throws' }] },
    ignoreExpiration: { from: at('exp'), means: NEGATED },
    ignoreNotBefore: { from: at('nbf'), means: NEGATED },
    issuer: { from: at('iss') },
    audience: { from: at('aud') },
    type: { from: at('typ') },
  } as const;
}

/** `exp: false` is "do not check". */
const NEGATED = { false: true, true: false } as const;

const JWKS = { from: [], default: [{ versions: '>=4.11.4', value: 'throws' }] } as const;

const REJECTS = { refusal: 'throws', promise: true } as const;

const SIGN = ['sign', 'Jwt.sign'];

/** Cookies: hono 4.13.19 dist/helper/cookie/index.js; `prefix` sets the attributes that it demands. */
function attributes(options: number) {
  const fields = cookieAttributes((attribute) => [{ arg: options, path: attribute }], 'seconds');
  return {
    ...fields,
    secure: { from: [{ arg: options, path: 'secure' }, { arg: options, path: 'prefix' }], means: { secure: true, host: true } },
    path: { ...fields.path, default: '/' },
    script: { from: { always: false } },
  } as const;
}

/** Methods that answer with headers as their third argument: `c.body(data, status, headers)`. */
const ANSWERS = ['body', 'json', 'text', 'html', 'newResponse'].map((name) => `Context#.${name}`);

export const hono = {
  name: 'hono',
  packages: ['hono', 'hono/jwt', 'hono/jwk', 'hono/cookie', 'hono/factory', 'hono/utils/jwt', 'hono/quick', 'hono/tiny', 'hono/adapter', '@hono/zod-openapi'],
  everyday: ['hono'],
  vocabulary: ['c.header(', 'Set-Cookie', 'set-cookie'],
  expiryErrors: ['JwtTokenExpired'],
  operations: [
    {
      kind: 'token.issue',
      path: SIGN,
      fields: {
        // `sign` adds neither `exp` nor `iat`.
        ...SIGNED_PAYLOAD,
        // Of a JWK the key's own `alg` counts.
        key: { from: { arg: 1 } },
        algorithm: { from: { arg: 2 }, default: 'HS256' },
      },
    },
    {
      // The third argument is the algorithm, or options that hold it.
      kind: 'token.verify',
      path: ['verify', 'Jwt.verify'],
      fields: {
        ...checks((option) => ({ arg: 2, path: option })),
        token: { from: { arg: 0 } },
        key: { from: { arg: 1 } },
        algorithms: { from: [{ arg: 2, path: 'alg' }, { arg: 2 }], single: true },
      },
      result: REJECTS,
    },
    {
      kind: 'token.verify',
      path: 'jwt',
      fields: {
        ...checks((option) => ({ arg: 0, path: `verification.${option}` })),
        key: { from: { arg: 0, path: 'secret' } },
        algorithms: { from: { arg: 0, path: 'alg' }, single: true },
      },
    },
    {
      kind: 'token.verify',
      path: 'jwk',
      fields: {
        ...checks((option) => ({ arg: 0, path: `verification.${option}` })),
        keySet: { from: { arg: 0, path: 'jwks_uri' } },
        algorithms: { from: { arg: 0, path: 'alg' } },
        // Up to 4.11.3 there is no such option: the key's `alg` counts, else the token's.
        withoutAlgorithms: JWKS,
      },
    },
    {
      // The cookie is asked for where there is no header (4.13.19 dist/middleware/jwt/jwt.js and jwk/jwk.js).
      kind: 'token.accept',
      path: ['jwt', 'jwk'],
      fields: { cookie: { from: [{ arg: 0, path: 'cookie.key' }, { arg: 0, path: 'cookie' }] }, header: { from: { arg: 0, path: 'headerName' } } },
    },
    {
      // Of a token that is there it refuses a wrong one all the same (4.13.19 dist/middleware/jwk/jwk.js).
      kind: 'auth.guard',
      path: 'jwk',
      fields: { optional: { from: { arg: 0, path: 'allow_anon' }, means: { true: 'missing' } } },
    },
    {
      kind: 'token.verify',
      path: ['verifyWithJwks', 'Jwt.verifyWithJwks'],
      fields: {
        ...checks((option) => ({ arg: 1, path: `verification.${option}` })),
        token: { from: { arg: 0 } },
        keySet: { from: { arg: 1, path: 'jwks_uri' } },
        algorithms: { from: { arg: 1, path: 'allowedAlgorithms' } },
        withoutAlgorithms: JWKS,
      },
      result: REJECTS,
    },
    { kind: 'token.decode', path: ['decode', 'Jwt.decode'], fields: { token: { from: { arg: 0 } } } },
    { kind: 'token.decode', path: ['decodeHeader', 'Jwt.decodeHeader'], fields: { token: { from: { arg: 0 } } }, facts: { headerOnly: true } },
    {
      kind: 'cookie.set',
      path: 'setCookie',
      fields: { ...attributes(3), name: { from: { arg: 1 } }, value: { from: { arg: 2 } }, signed: { from: { always: false } } },
    },
    {
      kind: 'cookie.set',
      path: 'setSignedCookie',
      fields: { ...attributes(4), name: { from: { arg: 1 } }, value: { from: { arg: 2 } }, signed: { from: { always: true } } },
    },
    { kind: 'secret.use', path: 'setSignedCookie', fields: { secret: { from: { arg: 3 } }, purpose: { from: { always: 'cookie' } } } },
    {
      kind: 'cookie.set',
      path: 'generateCookie',
      fields: { ...attributes(2), name: { from: { arg: 0 } }, value: { from: { arg: 1 } }, signed: { from: { always: false } } },
    },
    {
      kind: 'cookie.set',
      path: 'generateSignedCookie',
      fields: { ...attributes(3), name: { from: { arg: 0 } }, value: { from: { arg: 1 } }, signed: { from: { always: true } } },
    },
    { kind: 'secret.use', path: 'generateSignedCookie', fields: { secret: { from: { arg: 2 } }, purpose: { from: { always: 'cookie' } } } },
    { kind: 'secret.use', path: 'getSignedCookie', minArgs: 2, fields: { secret: { from: { arg: 1 } }, purpose: { from: { always: 'cookie' } } } },
    { kind: 'cookie.clear', path: 'deleteCookie', fields: { name: { from: { arg: 1 } } } },
    {
      kind: 'cookie.set',
      path: ['Context#.header', 'Context#.res.headers.append', 'Context#.res.headers.set'],
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.map((key): OperationModel<'cookie.set'> =>
      ({ kind: 'cookie.set', path: ANSWERS, fields: BY_SERVER, cookieHeader: { arg: 2, path: key } })),
    ...METHODS.map(registration),
    {
      kind: 'route.register',
      path: APPS.map((app) => `${app}.on`),
      fields: { path: { from: { arg: 1 } }, method: { from: { arg: 0 } } },
    },
    {
      kind: 'route.register',
      path: 'OpenAPIHono#.openapi',
      fields: { path: { from: { arg: 0, path: 'path' } }, method: { from: { arg: 0, path: 'method' } } },
    },
  ],
  handlers: [
    {
      path: [
        ...APPS.flatMap((app) => [...METHODS, 'on'].map((method) => `${app}.${method}`)),
        'OpenAPIHono#.openapi',
        'createMiddleware',
        ...FACTORIES.flatMap((factory) => [`${factory}.createMiddleware`, `${factory}.createHandlers`]),
        // The types are of handlers that stand in a constant of that type (hono 4.13.19 dist/types/types.d.ts).
        'Handler#', 'MiddlewareHandler#',
      ],
      parameters: ['Context#', 'Next#'],
    },
    { path: APPS.map((app) => `${app}.onError`), parameters: ['Error#', 'Context#'] },
    { path: APPS.map((app) => `${app}.notFound`), parameters: ['Context#'] },
  ],
  environments: ['Context#.env', 'env()'],
  callbacks: ['Next#'],
  fluent: APPS,
  tokenCarriers: { 'getCookie()': 'cookie', 'getSignedCookie()': 'cookie', 'Context#.req.header()': 'header' },
  requestCookies: ['getCookie()'],
  urlParameters: ['Context#.req.query()', 'Context#.req.param()', 'Context#.req.queries()'],
} satisfies LibraryModel;
