import type { LibraryModel } from './model.js';

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
