import { BY_SERVER, COOKIE_HEADER_KEYS, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'] as const;

const MADE = ['()', 'fastify()', 'FastifyInstance#'];

/** Instances, and what their methods return that return the instance (fastify 5.12.8 types/instance.d.ts). */
export const INSTANCES = [
  ...MADE,
  ...MADE.flatMap((instance) => [`${instance}.withTypeProvider()`, `${instance}.register()`]),
];

/** Packages whose functions are given fastify's objects; `fp(plugin)` hands a plugin on. */
export const FASTIFY_PACKAGES = ['fastify', 'fastify-plugin'] as const;

function registration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: INSTANCES.map((instance) => `${instance}.${method}`),
    fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
  };
}

const TAKES_HANDLERS = [...METHODS, 'route', 'addHook', 'setNotFoundHandler'];

export const fastify = {
  name: 'fastify',
  packages: FASTIFY_PACKAGES,
  everyday: FASTIFY_PACKAGES,
  vocabulary: ['Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['header', 'raw.setHeader', 'raw.appendHeader'].map((name) => `FastifyReply#.${name}`),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.flatMap((key): OperationModel<'cookie.set'>[] => [
      { kind: 'cookie.set', path: 'FastifyReply#.headers', fields: BY_SERVER, cookieHeader: { arg: 0, path: key } },
      {
        kind: 'cookie.set',
        path: 'FastifyReply#.raw.writeHead',
        fields: BY_SERVER,
        cookieHeader: { arg: 1, path: key },
      },
    ]),
    ...METHODS.map(registration),
    {
      // A hook runs before the handlers of its instance.
      kind: 'route.register',
      path: INSTANCES.map((instance) => `${instance}.addHook`),
      fields: { method: { from: { always: 'use' } } },
    },
    {
      kind: 'route.register',
      path: INSTANCES.map((instance) => `${instance}.route`),
      fields: {
        path: { from: [{ arg: 0, path: 'url' }, { arg: 0, path: 'path' }] },
        method: { from: { arg: 0, path: 'method' } },
      },
    },
  ],
  handlers: [
    {
      // The types are of handlers that stand in a constant of that type.
      path: [
        ...INSTANCES.flatMap((instance) => TAKES_HANDLERS.map((name) => `${instance}.${name}`)),
        'RouteHandlerMethod#', 'RouteHandler#', 'onRequestHookHandler#', 'onRequestAsyncHookHandler#',
        'preValidationHookHandler#', 'preHandlerHookHandler#', 'preHandlerAsyncHookHandler#',
      ],
      parameters: ['FastifyRequest#', 'FastifyReply#'],
      // In the order in which they run (fastify 5.12.8 docs/Reference/Lifecycle.md).
      members: [
        'onRequest', 'preParsing', 'preValidation', 'preHandler', 'handler', 'preSerialization', 'onSend', 'onResponse',
      ],
    },
    {
      path: INSTANCES.map((instance) => `${instance}.setErrorHandler`),
      parameters: ['Error#', 'FastifyRequest#', 'FastifyReply#'],
    },
    {
      path: [
        ...INSTANCES.map((instance) => `${instance}.register`), '', 'fastifyPlugin',
        'FastifyPluginAsync#', 'FastifyPluginCallback#', 'FastifyPlugin#',
      ],
      parameters: ['FastifyInstance#'],
    },
  ],
  parameterNames: [
    { is: 'FastifyInstance#', names: ['fastify', 'app', 'server', 'instance'] },
    { is: 'FastifyRequest#', names: ['request', 'req'] },
    { is: 'FastifyReply#', names: ['reply', 'res'] },
  ],
  fluent: ['FastifyReply#'],
  tokenCarriers: { 'FastifyRequest#.cookies': 'cookie', 'FastifyRequest#.body': 'body', 'FastifyRequest#.headers': 'header' },
  requestCookies: ['FastifyRequest#.cookies'],
  urlParameters: ['FastifyRequest#.query', 'FastifyRequest#.params'],
} satisfies LibraryModel;
