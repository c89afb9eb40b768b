import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const FASTIFY = { versions: { fastify: '5.6.0', '@fastify/cookie': '11.0.2', '@fastify/jwt': '10.0.0', '@fastify/session': '11.1.1' } };

describe("cookies of fastify's replies", () => {
  const SET = "reply.setCookie('sid', id, { httpOnly: true, maxAge: 60 })";
  const FIELDS = ['name', 'httpOnly', 'maxAge', 'likely'];
  const certain = ['sid', true, 60, false];
  const likely = ['sid', true, 60, true];

  it.each<[string, string, readonly unknown[]]>([
    ['of a route', `import Fastify from 'fastify'; const app = Fastify(); app.post('/', async (request, reply) => { ${SET}; });`, certain],
    ['of a route with options', `const app = require('fastify')({ logger: true }); app.post('/', { schema }, async (request, reply) => ${SET});`, certain],
    ['of a full declaration', `import { fastify } from 'fastify'; fastify().route({ method: 'POST', url: '/', handler: async (request, reply) => { ${SET}; } });`, certain],
    ['of a method of a full declaration', `import { fastify } from 'fastify'; fastify().route({ url: '/', async handler(request, reply) { ${SET}; } });`, certain],
    ['of hooks of a route', `import Fastify from 'fastify'; Fastify().get('/', { preHandler: [async (request, reply) => { ${SET}; }] }, list);`, certain],
    ['of a hook', `import Fastify from 'fastify'; Fastify().addHook('onRequest', async (request, reply) => { ${SET}; });`, certain],
    ['of an error handler', `import Fastify from 'fastify'; Fastify().setErrorHandler((error, request, reply) => { ${SET}; });`, certain],
    ['with a provider of types', `import Fastify from 'fastify'; const app = Fastify().withTypeProvider(); app.get('/', (request, reply) => ${SET});`, certain],
    ['by its name', `import Fastify from 'fastify'; const app = Fastify(); const login = async (request, reply) => { ${SET}; }; app.post('/', login);`, certain],
    ['in a plugin that is registered', `import Fastify from 'fastify'; Fastify().register(async (api) => { api.get('/', (request, reply) => ${SET}); });`, certain],
    ['in a plugin that is handed on', `import fp from 'fastify-plugin'; export default fp(async (api) => { api.get('/', (request, reply) => ${SET}); });`, certain],
    ['in a typed plugin', `import type { FastifyPluginAsync } from 'fastify'; const routes: FastifyPluginAsync = async (api) => { api.get('/', (request, reply) => ${SET}); };`, certain],
    ['with a typed instance', `import type { FastifyInstance } from 'fastify'; export async function routes(api: FastifyInstance) { api.get('/', (request, reply) => ${SET}); }`, certain],
    ['with a type', `import type { FastifyReply, FastifyRequest } from 'fastify'; export class Login { async post(request: FastifyRequest, reply: FastifyReply) { ${SET}; } }`, certain],
    ['by the names of a plugin', `module.exports = async function (fastify, opts) { fastify.get('/', (request, reply) => ${SET}); };`, certain],
    ['by its name alone', `export const login = async (request, reply) => { ${SET}; };`, likely],
    ['in a chain', `import Fastify from 'fastify'; Fastify().get('/', (request, reply) => reply.code(200).header('x', 'y').setCookie('sid', id, { httpOnly: true, maxAge: 60 }).send({}));`, certain],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(operationsIn(text, FASTIFY), 'cookie.set', ...FIELDS)).toEqual([expected]);
  });

  const APP = "import Fastify from 'fastify'; import cookie from '@fastify/cookie'; const app = Fastify();";
  const ROUTE = "app.get('/', (request, reply) => { reply.cookie('sid', id, { path: '/' }); });";
  const attributes = (registration: string, versions = FASTIFY.versions as Readonly<Record<string, string>>) =>
    fieldsOf(operationsIn(`${APP} ${registration} ${ROUTE}`, { versions }), 'cookie.set', 'httpOnly', 'secure', 'sameSite');

  it('start from what the plugin was registered with', () => {
    expect(attributes('app.register(cookie);')).toEqual([['absent', 'absent', 'lax']]);
    expect(attributes("app.register(cookie, { parseOptions: { httpOnly: true, secure: 'auto', sameSite: 'strict' } });")).toEqual([[true, 'auto', 'strict']]);
    expect(attributes("app.register(import('@fastify/cookie'), { parseOptions: { secure: true } });")).toEqual([['absent', true, 'lax']]);
    expect(attributes('')).toEqual([['unknown', 'unknown', 'unknown']]);
  });

  it('have SameSite from version 10 on', () => {
    expect(attributes('app.register(cookie);', { fastify: '4.28.0', '@fastify/cookie': '9.4.0' })).toEqual([['absent', 'absent', false]]);
    expect(attributes('app.register(cookie);', { fastify: '4.28.0' })).toEqual([['absent', 'absent', 'lax']]);
    expect(attributes('app.register(cookie);', { fastify: '4.28.0', '@fastify/cookie': '>=9' })).toEqual([['absent', 'absent', 'lax']]);
  });

  it('may be written as headers', () => {
    const text = "import Fastify from 'fastify'; Fastify().get('/', (request, reply) => { reply.header('Set-Cookie', 'a=1; Secure'); reply.headers({ 'set-cookie': 'b=2' }); reply.raw.setHeader('Set-Cookie', ['c=3; HttpOnly']); });";
    expect(fieldsOf(operationsIn(text), 'cookie.set', 'name', 'secure', 'httpOnly')).toEqual([
      ['a', true, 'absent'], ['b', 'absent', 'absent'], ['c', 'absent', true],
    ]);
  });

  it('are signed with the secret of the plugin', () => {
    expect(fieldsOf(operationsIn("export default async (anything) => { await anything.register(require('@fastify/cookie'), { secret: 's' }); };"), 'secret.use', 'secret', 'purpose')).toEqual([['s', 'cookie']]);
  });
});

describe('@fastify/jwt', () => {
  const APP = "import Fastify from 'fastify'; import jwt from '@fastify/jwt'; const app = Fastify();";
  const ISSUED = ['key', 'algorithm', 'lifetime', 'issuer'];
  const issued = (registration: string, call: string) =>
    fieldsOf(operationsIn(`${APP} app.register(jwt, ${registration}); app.post('/', async (request, reply) => { ${call}; });`, FASTIFY), 'token.issue', ...ISSUED);

  it.each<[string, string, readonly unknown[]]>([
    ["{ secret: 's' }", 'app.jwt.sign({ id })', ['s', 'absent', 'absent', 'absent']],
    ["{ secret: 's', sign: { expiresIn: '15m', iss: 'me', algorithm: 'HS512' } }", 'app.jwt.sign({ id })', ['s', 'HS512', 900, 'me']],
    ["{ secret: 's', sign: { expiresIn: 900 } }", 'reply.jwtSign({ id })', ['s', 'absent', 900, 'absent']],
    ["{ secret: 's', sign: { expiresIn: 900 } }", 'reply.jwtSign({ id }, { expiresIn: 60 })', ['s', 'absent', 60, 'absent']],
    ["{ secret: 's' }", "reply.jwtSign({ id }, { sign: { expiresIn: '1h', key: 'k' } })", ['k', 'absent', 3600, 'absent']],
    ["{ secret: 's', namespace: 'refresh' }", 'app.jwt.refresh.sign({ id }, { expiresIn: 60 })', ['s', 'absent', 60, 'absent']],
    ["{ secret: 's' }", 'request.server.jwt.sign({ id, exp: Math.floor(Date.now() / 1000) + 60 })', ['s', 'absent', 60, 'absent']],
    ["{ secret: 's', namespace: 'refresh' }", 'reply.refreshJwtSign({ id }, { expiresIn: 60 })', ['s', 'absent', 60, 'absent']],
    ["{ secret: 's' }", "app.jwt.sign({ id }, { expiresIn: '900000' })", ['s', 'absent', 900, 'absent']],
  ])('registered with %s issues by %s', (registration, call, expected) => {
    expect(issued(registration, call)).toEqual([expected]);
  });

  const VERIFIED = ['key', 'algorithms', 'withoutAlgorithms', 'issuer', 'audience', 'ignoreExpiration', 'clockTolerance'];

  it.each<[string, string, readonly unknown[]]>([
    ["{ secret: 's' }", 'request.jwtVerify()', ['s', 'absent', 'key', 'absent', 'absent', 'absent', 'absent']],
    ["{ secret: 's', verify: { algorithms: ['HS256'], allowedIss: 'me', clockTolerance: 5000 } }", 'request.jwtVerify()', ['s', '["HS256"]', 'key', 'me', 'absent', 'absent', 5]],
    ["{ secret: 's' }", 'request.jwtVerify({ verify: { ignoreExpiration: true } })', ['s', 'absent', 'key', 'absent', 'absent', true, 'absent']],
    ["{ secret: 's' }", "app.jwt.verify(token, { allowedAud: 'us' })", ['s', 'absent', 'key', 'absent', 'us', 'absent', 'absent']],
  ])('registered with %s verifies by %s', (registration, call, expected) => {
    const text = `${APP} app.register(jwt, ${registration}); app.get('/', async (request, reply) => { ${call}; });`;
    expect(fieldsOf(operationsIn(text, FASTIFY), 'token.verify', ...VERIFIED)).toEqual([expected]);
  });

  it('decodes without verifying', () => {
    const text = `${APP} app.get('/', async (request) => { app.jwt.decode(request.query.token); await request.jwtDecode(); });`;
    expect(fieldsOf(operationsIn(text), 'token.decode', 'token')).toEqual([['fastify:FastifyRequest#.query.token'], ['unknown']]);
  });

  it('may be registered in another file', () => {
    const files = {
      'plugin.ts': "import fp from 'fastify-plugin'; import jwt from '@fastify/jwt'; export default fp(async (api) => { api.register(jwt, { secret: process.env.JWT_SECRET, sign: { expiresIn: '1h' } }); });",
      'routes.ts': "import type { FastifyInstance } from 'fastify'; export default async (api: FastifyInstance) => { api.post('/', async () => api.jwt.sign({ id })); };",
    };
    expect(fieldsOf(operationsIn(files, FASTIFY), 'token.issue', 'key', 'lifetime')).toEqual([['env JWT_SECRET', 3600]]);
    expect(fieldsOf(operationsIn(files, { ...FASTIFY, editor: true }), 'token.issue', 'key', 'lifetime')).toEqual([['unknown', 'unknown']]);
  });
});

describe('sessions of fastify', () => {
  const FIELDS = ['name', 'secret', 'httpOnly', 'secure', 'sameSite', 'maxAge'];

  it.each<[string, string, readonly unknown[]]>([
    ['@fastify/session', "import session from '@fastify/session'; export default async (fastify) => { fastify.register(session, { secret: 's', cookie: { maxAge: 60_000 } }); };",
      ['sessionId', 's', true, true, 'absent', 60]],
    ['@fastify/session by its named export', "import { fastifySession } from '@fastify/session'; app.register(fastifySession, { secret: 's', cookieName: 'sid', cookie: { secure: false, sameSite: 'lax' } });",
      ['sid', 's', true, false, 'lax', 'absent']],
    ['@fastify/secure-session', "app.register(require('@fastify/secure-session'), { key: k, cookie: { path: '/', maxAge: 60 } });",
      ['session', 'global:k', true, 'absent', 'lax', 60]],
    ['@fastify/secure-session in its older form', "app.register(require('@fastify/secure-session'), { secret: 's', sessionName: 'mine', cookieOptions: { secure: true } });",
      ['mine', 's', true, true, 'lax', 'absent']],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(operationsIn(text), 'session.configure', ...FIELDS)).toEqual([expected]);
  });

  it('are written into, renewed and destroyed', () => {
    const body = "request.session.user = 1; request.session.set('id', 2); request.session.regenerate(); request.session.destroy();";
    const text = `import Fastify from 'fastify'; Fastify().get('/', (request) => { ${body} });`;
    expect(fieldsOf(operationsIn(text), 'session.write', 'key', 'value')).toEqual([['id', 2], ['user', 1]]);
    expect(fieldsOf(operationsIn(text), 'session.regenerate', 'callback')).toEqual([['absent']]);
    expect(fieldsOf(operationsIn(text), 'session.destroy', 'callback')).toEqual([['absent']]);
  });
});

describe('routes of fastify', () => {
  it('are short and full declarations', () => {
    const text = "import Fastify from 'fastify'; const app = Fastify(); app.get('/a', list); app.route({ method: 'POST', url: '/b', handler: add }); app.register(plugin, { prefix: '/c' });";
    expect(fieldsOf(operationsIn(text), 'route.register', 'path', 'method')).toEqual([['/a', 'get'], ['/b', 'POST']]);
  });
});
