import { BY_SERVER, COOKIE_HEADER_KEYS, cookieAttributes, SETS_COOKIE_HEADER, unpartitioned } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all', 'use'] as const;

/** Results of `express()` and `Router()`, and their types (@types/express-serve-static-core 5.1.3 index.d.ts). */
const ROUTERS = ['()', 'Express#', 'Application#', 'Router()', 'Router#', 'IRouter#'];

/** `app.set('trust proxy', 1)`, `app.enable('trust proxy')` of these applications. */
export function trustsProxy(applications: readonly string[]): OperationModel<'proxy.trust'>[] {
  const when = [{ arg: 0, is: ['trust proxy'] }];
  return [
    { kind: 'proxy.trust', path: applications.map((one) => `${one}.set`), when, fields: { value: { from: { arg: 1 } } } },
    { kind: 'proxy.trust', path: applications.map((one) => `${one}.enable`), when, fields: { value: { from: { always: true } } } },
  ];
}

const ROUTES = [...ROUTERS.map((router) => `${router}.route()`), 'IRoute#', 'Route#'];

/** `app.get(name)` with one argument reads a setting. */
function registration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: ROUTERS.map((router) => `${router}.${method}`),
    fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
    ...(method === 'get' ? { minArgs: 2 } : {}),
  };
}

function routeRegistration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: ROUTES.map((route) => `${route}.${method}`),
    fields: { path: { from: { chain: 'route', arg: 0 } }, method: { from: { always: method } } },
  };
}

function headerObject(key: string): OperationModel<'cookie.set'>[] {
  return [
    {
      kind: 'cookie.set',
      path: ['Response#.set', 'Response#.header'],
      fields: BY_SERVER,
      cookieHeader: { arg: 0, path: key },
    },
    { kind: 'cookie.set', path: 'Response#.writeHead', fields: BY_SERVER, cookieHeader: { arg: 1, path: key } },
  ];
}

export const express = {
  name: 'express',
  packages: ['express', 'express-serve-static-core'],
  everyday: ['express'],
  vocabulary: ['.cookie(', 'req.cookies', 'request.cookies', '.clearCookie(', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: 'Response#.cookie',
      fields: {
        ...cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'milliseconds'),
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        // express 4.22.3 and 5.3.0 lib/response.js.
        path: { from: { arg: 2, path: 'path' }, default: '/' },
        signed: { from: { arg: 2, path: 'signed' }, default: false },
        script: { from: { always: false } },
      },
      // Up to 4.18 it has cookie 0.5 (package.json of 4.18.3 and 4.19.2).
      ineffective: [unpartitioned('<4.19.0')],
    },
    { kind: 'cookie.clear', path: 'Response#.clearCookie', fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'cookie.set',
      path: ['setHeader', 'appendHeader', 'append', 'set', 'header'].map((name) => `Response#.${name}`),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.flatMap(headerObject),
    ...trustsProxy(['()', 'Express#', 'Application#']),
    ...METHODS.map(registration),
    ...METHODS.filter((method) => method !== 'use').map(routeRegistration),
  ],
  handlers: [
    {
      // The types are of handlers that stand in a constant of that type (@types/express-serve-static-core 5.1.3 index.d.ts).
      path: [...[...ROUTERS, ...ROUTES].flatMap((router) => METHODS.map((method) => `${router}.${method}`)), 'RequestHandler#', 'Handler#'],
      parameters: ['Request#', 'Response#', 'NextFunction#'],
      errorParameters: ['Error#', 'Request#', 'Response#', 'NextFunction#'],
    },
  ],
  parameterNames: [
    { is: 'Request#', names: ['req', 'request'] },
    { is: 'Response#', names: ['res', 'response'] },
  ],
  // express 5.3.0 lib/application.js, `defaultConfiguration`.
  environmentReads: [{ path: '().get', argument: 'env', variable: 'NODE_ENV', fallback: 'development' }],
  callbacks: ['NextFunction#'],
  tokenCarriers: {
    'Request#.cookies': 'cookie', 'Request#.signedCookies': 'cookie', 'Request#.body': 'body', 'Request#.headers': 'header', 'Request#.header()': 'header', 'Request#.get()': 'header',
  },
  urlParameters: ['Request#.query', 'Request#.params'],
  // cookie-parser 1.4.7 index.js moves what a signature fits to `signedCookies`.
  requestCookies: ['Request#.cookies'],
  fluent: ['Response#', ...ROUTES],
} satisfies LibraryModel;
