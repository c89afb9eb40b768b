import type { FieldModel, LibraryModel, OperationModel } from './model.js';

/** The options, which are an argument. */
function configured(arg: number): OperationModel<'cors.configure'>['fields'] {
  return {
    origin: { from: { arg, path: 'origin' }, default: '*' },
    credentials: { from: { arg, path: 'credentials' }, default: false },
  };
}

/**
 * `true` reflects the request's origin, and a function says what to do with it by a callback (cors 2.8.6 lib/index.js,
 * `isOriginAllowed` and `middlewareWrapper`; the same in @fastify/cors 11.4.3 index.js, `getAccessControlAllowOriginHeader`).
 * An `origin` that is given as `undefined` sends no header, and one that is not given is `*`: browsers refuse both.
 */
const BY_CALLBACK = { originFrom: 'callback' } as const;

export const cors = {
  name: 'cors',
  packages: ['cors'],
  operations: [{ kind: 'cors.configure', path: '', fields: configured(0), facts: BY_CALLBACK }],
} satisfies LibraryModel;

export const fastifyCors = {
  name: '@fastify/cors',
  packages: ['@fastify/cors', 'fastify-cors'],
  operations: [{ kind: 'cors.configure', path: ['', 'fastifyCors'], on: 'register', fields: configured(1), facts: BY_CALLBACK }],
} satisfies LibraryModel;

/** It hands the options to cors or @fastify/cors (@nestjs/platform-express 11.2.10 adapters/express-adapter.js, `enableCors`). */
export const nestCors = {
  name: '@nestjs/core',
  packages: ['@nestjs/core', '@nestjs/common', '@nestjs/platform-express', '@nestjs/platform-fastify'],
  vocabulary: ['.enableCors('],
  operations: [
    {
      kind: 'cors.configure',
      path: ['NestFactory.create()', 'INestApplication#', 'NestExpressApplication#', 'NestFastifyApplication#'].map((app) => `${app}.enableCors`),
      fields: configured(0),
      facts: BY_CALLBACK,
    },
  ],
} satisfies LibraryModel;

/** Any `origin` that is no text and no function is an error, or no origin, there. */
const NO_REFLECTION = { true: 'true' } as const;

/** A function's result is the origin that is allowed (hono 4.13.19 dist/middleware/cors/index.js). */
export const honoCors = {
  name: 'hono/cors',
  packages: ['hono/cors'],
  operations: [
    {
      kind: 'cors.configure',
      path: 'cors',
      fields: { ...configured(0), origin: { from: { arg: 0, path: 'origin' }, default: '*', means: NO_REFLECTION } },
      facts: { originFrom: 'result' },
    },
  ],
} satisfies LibraryModel;

/**
 * With credentials `*` is the request's own origin, and so is what is assumed when none is given (@koa/cors 3.4.3, 4.0.0
 * and 5.0.0 index.js). A function is given the context.
 */
const KOA_ORIGIN: FieldModel = { from: { arg: 0, path: 'origin' }, default: '*', means: { ...NO_REFLECTION, '*': true } };

export const koaCors = {
  name: '@koa/cors',
  packages: ['@koa/cors'],
  operations: [
    { kind: 'cors.configure', path: '', fields: { ...configured(0), origin: KOA_ORIGIN }, facts: { originFrom: 'result' } },
  ],
} satisfies LibraryModel;

/** The headers of CORS that decide who may read answers to requests with cookies (Fetch standard, section 3.3). */
const HEADERS = [{ arg: 0, is: ['access-control-allow-origin', 'access-control-allow-credentials'] }];

function writesHeaders(name: string, packages: readonly string[], path: readonly string[]) {
  return {
    name: `CORS headers of ${name}`,
    packages,
    vocabulary: ['Access-Control-Allow-Credentials', 'access-control-allow-credentials'],
    operations: [{ kind: 'cors.header', path, when: HEADERS, fields: { name: { from: { arg: 0 } }, value: { from: { arg: 1 } } } }],
  } satisfies LibraryModel;
}

/** Servers' own ways to write a header. */
export const corsHeaders: readonly LibraryModel[] = [
  writesHeaders('express', ['express', 'express-serve-static-core'], ['header', 'set', 'setHeader', 'append'].map((name) => `Response#.${name}`)),
  writesHeaders('fastify', ['fastify', 'fastify-plugin'], ['header', 'raw.setHeader'].map((name) => `FastifyReply#.${name}`)),
  writesHeaders('koa', ['koa', '@koa/router', 'koa-router'], ['set', 'append', 'response.set'].map((name) => `Context#.${name}`)),
  writesHeaders('hono', ['hono'], ['Context#.header']),
  writesHeaders('node:http', ['node:http'], ['ServerResponse#.setHeader']),
  writesHeaders('Headers', ['global'], ['Headers#', 'Response#.headers'].flatMap((list) => [`${list}.set`, `${list}.append`])),
];
