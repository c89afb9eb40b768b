import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const VERSIONS = { hono: '4.13.19' };

describe('hono/jwt', () => {
  it('issues tokens that live as long as `exp` says, with HS256 by default', () => {
    const operations = operationsIn(`
      import { sign } from 'hono/jwt';
      import * as jwt from 'hono/jwt';
      await sign({ sub: id, exp: Math.floor(Date.now() / 1000) + 900 }, 'key');
      await jwt.sign({ sub: id }, 'key', 'RS256');
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'token.issue', 'lifetime', 'algorithm', 'key', 'encrypted')).toEqual([
      [900, 'HS256', 'key', false],
      ['absent', 'RS256', 'key', false],
    ]);
  });

  it('takes the algorithm, or options that hold it', () => {
    const operations = operationsIn(`
      import { verify } from 'hono/jwt';
      await verify(token, 'key', 'HS512');
      await verify(token, 'key', { alg: 'HS256', exp: false, iss: 'https://login.example' });
      await verify(token, 'key');
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'token.verify', 'algorithms', 'ignoreExpiration', 'issuer', 'withoutAlgorithms')).toEqual([
      ['HS512', 'absent', 'absent', 'throws'],
      ['HS256', true, 'https://login.example', 'throws'],
      ['absent', 'absent', 'absent', 'throws'],
    ]);
  });

  it.each([
    ['3.12.12', 'hmac'], ['4.11.3', 'hmac'], ['^4.0.0', 'absent'], ['4.11.4', 'throws'], ['^4.12.0', 'throws'],
  ])('%s: without an algorithm it is %s', (version, expected) => {
    const operations = operationsIn("import { jwt } from 'hono/jwt'; jwt({ secret: 'key' });", { versions: { hono: version } });
    expect(fieldsOf(operations, 'token.verify', 'key', 'algorithms', 'withoutAlgorithms')).toEqual([['key', 'absent', expected]]);
  });

  it('verifies in middleware, where checks stand under `verification`', () => {
    const operations = operationsIn(`
      import { Hono } from 'hono';
      import { jwt } from 'hono/jwt';
      import { jwk } from 'hono/jwk';
      const app = new Hono();
      app.use('/api/*', jwt({ secret: 'key', alg: 'HS256', verification: { exp: false, nbf: true } }));
      app.use('/other/*', jwk({ jwks_uri: 'https://login.example/jwks', alg: ['RS256'] }));
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'token.verify', 'key', 'algorithms', 'ignoreExpiration', 'ignoreNotBefore')).toEqual([
      ['key', 'HS256', true, false],
      ['unknown', '["RS256"]', 'absent', 'absent'],
    ]);
    expect(fieldsOf(operations, 'route.register', 'path', 'method')).toEqual([['/api/*', 'use'], ['/other/*', 'use']]);
  });
});

describe('hono/cookie', () => {
  it('has no default but the path, counts in seconds, and a prefix makes the cookie Secure', () => {
    const operations = operationsIn(`
      import { deleteCookie, setCookie, setSignedCookie } from 'hono/cookie';
      export const login = async (c) => {
        setCookie(c, 'sid', value);
        setCookie(c, 'sid', value, { prefix: 'host', httpOnly: true, maxAge: 900, sameSite: 'Lax' });
        await setSignedCookie(c, 'token', value, 'secret', { secure: true });
        deleteCookie(c, 'sid');
      };
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'cookie.set', 'name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'path', 'signed')).toEqual([
      ['sid', 'absent', 'absent', 'absent', 'absent', '/', false],
      ['sid', true, true, 'lax', 900, '/', false],
      ['token', 'absent', true, 'absent', 'absent', '/', true],
    ]);
    expect(fieldsOf(operations, 'secret.use', 'secret', 'purpose')).toEqual([['secret', 'cookie']]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['sid']]);
  });
});

describe("hono's context", () => {
  it('is what handlers and middleware are given, through chains, wrappers and factories', () => {
    const operations = operationsIn(`
      import { Hono } from 'hono';
      import { createFactory, createMiddleware } from 'hono/factory';
      import { guarded } from './guarded';
      new Hono<{ Bindings: Env }>().basePath('/api').get('/', (c) => c.text('')).post('/login', guarded, async (c) => {
        c.header('Set-Cookie', 'a=1; Secure');
        return c.body('', 200, { 'Set-Cookie': 'b=2; HttpOnly' });
      });
      export const renew = createMiddleware(async (c, next) => {
        await next();
        c.res.headers.append('Set-Cookie', 'c=3');
      });
      createFactory().createHandlers(async (c) => c.header('set-cookie', 'd=4'));
      function typed(context: import('hono').Context) {
        context.header('Set-Cookie', 'e=5');
      }
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'cookie.set', 'name', 'secure', 'httpOnly', 'script')).toEqual([
      ['a', true, 'absent', false],
      ['b', 'absent', true, false],
      ['c', 'absent', 'absent', false],
      ['d', 'absent', 'absent', false],
      ['e', 'absent', 'absent', false],
    ]);
  });

  it('is given to members of classes, to wrapped handlers and in CommonJS', () => {
    const operations = operationsIn({
      'api.ts': `
        import { Hono, type Context } from 'hono';
        import { caught } from './caught';
        export class Api {
          private readonly app = new Hono();
          constructor() {
            this.app.post('/login', caught(async (c) => c.header('Set-Cookie', 'a=1')));
            this.app.on('POST', '/renew', this.renew);
          }
          private readonly renew = (c: Context) => c.header('Set-Cookie', 'b=2');
        }
      `,
      'caught.ts': 'export const caught = (handler) => async (c, next) => { try { return await handler(c, next); } catch { return c.text(""); } };',
      'old.cjs': `
        const { Hono } = require('hono');
        const { setCookie } = require('hono/cookie');
        const login = async (c) => { setCookie(c, 'c', value); c.header('Set-Cookie', 'd=4'); };
        module.exports = new Hono().post('/login', login);
      `,
    }, { versions: VERSIONS });
    expect(fieldsOf(operations, 'cookie.set', 'name', 'likely')).toEqual([['a', false], ['b', false], ['c', false], ['d', false]]);
  });

  it('holds the environment of the worker', () => {
    const operations = operationsIn(`
      import { Hono } from 'hono';
      import { env } from 'hono/adapter';
      import { sign } from 'hono/jwt';
      const app = new Hono();
      app.post('/login', async (c) => {
        await sign({}, c.env.JWT_SECRET);
        await sign({}, env(c).JWT_SECRET);
      });
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'token.issue', 'key')).toEqual([['env JWT_SECRET'], ['env JWT_SECRET']]);
  });

  it('is no other object of the same name', () => {
    const operations = operationsIn(`
      import { Hono } from 'hono';
      const app = new Hono();
      const cards = [];
      cards.forEach((c) => c.header('Set-Cookie', 'a=1'));
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'cookie.set')).toEqual([]);
  });
});
