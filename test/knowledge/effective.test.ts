import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/analysis/operations/operations.js';
import { fieldsOf, operationsIn, valuesOf } from '../support/operations.js';

const EXPRESS = { versions: { express: '5.1.0' } };

/** The kind of the first operation, then the asked fields. */
function first(text: string, fields: readonly string[], versions: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const [operation] = operationsIn(text, { versions });
  return operation === undefined ? [] : [operation.kind, ...valuesOf(operation, ...fields)];
}

describe('effective values', () => {
  it.each<[string, string[], unknown[]]>([
    [
      "import jwt from 'jsonwebtoken'; jwt.sign({ sub }, key, { expiresIn: '15m' });",
      ['lifetime', 'algorithm'],
      ['token.issue', 900, 'HS256'],
    ],
    [
      "import jwt from 'jsonwebtoken'; jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 }, key);",
      ['lifetime'],
      ['token.issue', 60],
    ],
    [
      "import jwt from 'jsonwebtoken'; jwt.sign({ sub }, key, { header: { alg: 'none' } });",
      ['lifetime', 'algorithm'],
      ['token.issue', 'absent', 'none'],
    ],
    [
      "import jwt from 'jsonwebtoken'; jwt.verify(t, 'k');",
      ['key', 'algorithms', 'withoutAlgorithms'],
      ['token.verify', 'k', 'absent', 'key'],
    ],
    [
      "import { jwtDecrypt } from 'jose'; jwtDecrypt(t, k, {});",
      ['withoutAlgorithms', 'issuer'],
      ['token.verify', 'unknown', 'absent'],
    ],
    [
      "import { SignJWT } from 'jose'; await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setIssuedAt()" +
        ".setExpirationTime('2h').setIssuer('i').sign(k);",
      ['algorithm', 'lifetime', 'issuer', 'encrypted'],
      ['token.issue', 'HS256', 7200, 'i', false],
    ],
    [
      "import { UnsecuredJWT } from 'jose'; new UnsecuredJWT({}).setExpirationTime('1h').encode();",
      ['algorithm', 'lifetime'],
      ['token.issue', 'none', 3600],
    ],
    [
      "import session from 'express-session'; session({ secret: 's', cookie: { maxAge: 60_000 } });",
      ['name', 'secret', 'httpOnly', 'secure', 'maxAge'],
      ['session.configure', 'connect.sid', 's', true, 'absent', 60],
    ],
    [
      "import session from 'cookie-session'; session({ secret: 's', sameSite: true });",
      ['httpOnly', 'secure', 'sameSite'],
      ['session.configure', true, 'auto', 'strict'],
    ],
    [
      "import * as cookie from 'cookie'; cookie.serialize(name, v, { maxAge: 60, sameSite: 'Lax' });",
      ['maxAge', 'sameSite', 'httpOnly'],
      ['cookie.set', 60, 'lax', 'absent'],
    ],
    [
      "import { stringifySetCookie } from 'cookie'; stringifySetCookie({ name: 'n', value: 'v', secure: true });",
      ['name', 'value', 'secure', 'httpOnly'],
      ['cookie.set', 'n', 'v', true, 'absent'],
    ],
    [
      "import Cookies from 'js-cookie'; Cookies.set('t', v, { expires: 7 });",
      ['expires', 'script', 'secure', 'path'],
      ['cookie.set', 604_800, true, 'absent', '/'],
    ],
    [
      "import Cookies from 'js-cookie'; Cookies.withAttributes({ secure: true }).withConverter(c).set('t', v);",
      ['secure', 'httpOnly'],
      ['cookie.set', true, 'absent'],
    ],
    ["localStorage['token'] = v;", ['store', 'key'], ['storage.write', 'localStorage', 'token']],
    ["document.cookie = 'a=b; Secure';", ['name', 'secure', 'script'], ['cookie.set', 'a', true, true]],
    ["import { randomBytes } from 'crypto'; randomBytes(16);", ['bits', 'secure'], ['random.generate', 128, true]],
    ["import { nanoid } from 'nanoid'; nanoid();", ['bits'], ['random.generate', 126]],
    [
      "import { customAlphabet } from 'nanoid'; const id = customAlphabet('abcdefgh', 10); id();",
      ['bits', 'size'],
      ['random.generate', 30, 10],
    ],
    ["import { nanoid } from 'nanoid/non-secure'; nanoid();", ['secure'], ['random.generate', false]],
    ["import argon2 from 'argon2'; argon2.verify(hash, 'pw');", ['password'], ['password.verify', 'pw']],
    [
      "import passport from 'passport'; passport.authenticate('local', { keepSessionInfo: true });",
      ['strategy', 'keepSessionInfo'],
      ['login.delegate', 'local', true],
    ],
    [
      "import { createSigner } from 'fast-jwt'; createSigner({ key: 'k', algorithm: 'HS512', expiresIn: 900_000 })({ sub });",
      ['key', 'algorithm', 'lifetime'],
      ['token.issue', 'k', 'HS512', 900],
    ],
    [
      "import { createVerifier } from 'fast-jwt'; const verify = createVerifier({ key: 'k', clockTolerance: 500 }); verify(token);",
      ['key', 'algorithms', 'withoutAlgorithms', 'clockTolerance'],
      ['token.verify', 'k', 'absent', 'key', 0.5],
    ],
    ["import njwt from 'njwt'; njwt.create({ sub }, 'k').compact();", ['key', 'algorithm', 'lifetime'], ['token.issue', 'k', 'HS256', 3600]],
    [
      "import njwt from 'njwt'; const token = njwt.create({ sub }, 'k', 'HS512'); token.setExpiration(Date.now() + 60_000); token.compact();",
      ['algorithm', 'lifetime'],
      ['token.issue', 'HS512', 60],
    ],
    ["import jwt from 'jwt-simple'; jwt.decode(token, 'k');", ['key', 'algorithms', 'withoutAlgorithms'], ['token.verify', 'k', 'absent', 'header']],
    ["import jwt from 'jwt-simple'; jwt.encode({ sub }, 'k');", ['algorithm', 'lifetime'], ['token.issue', 'HS256', 'absent']],
    [
      "import Jwt from '@hapi/jwt'; Jwt.token.generate({ sub }, { key: 'k', algorithm: 'HS512' }, { ttlSec: 900 });",
      ['algorithm', 'lifetime'],
      ['token.issue', 'HS512', 900],
    ],
    [
      "import Jwt from '@hapi/jwt'; Jwt.token.verify(decoded, 'k', { aud: 'shop', timeSkewSec: 15 });",
      ['algorithms', 'audience', 'clockTolerance'],
      ['token.verify', 'absent', 'shop', 15],
    ],
    [
      "import * as jwt from '@tsndr/cloudflare-worker-jwt'; jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 }, 'k', 'HS512');",
      ['algorithm', 'lifetime'],
      ['token.issue', 'HS512', 60],
    ],
    [
      "import { verify } from '@tsndr/cloudflare-worker-jwt'; verify(token, 'k', { algorithm: 'HS512', clockTolerance: 15 });",
      ['algorithms', 'withoutAlgorithms', 'clockTolerance'],
      ['token.verify', 'HS512', 'pinned', 15],
    ],
    ["import { generateKeyPairSync } from 'crypto'; generateKeyPairSync('rsa', { modulusLength: 1024 });", ['type', 'bits'], ['key.generate', 'rsa', 1024]],
    ["import { generateKeyPair } from 'jose'; generateKeyPair('PS256');", ['type', 'bits'], ['key.generate', 'rsa', 2048]],
    ["import parser from 'cookie-parser'; parser('s');", ['secret', 'purpose'], ['secret.use', 's', 'cookie']],
  ])('%s', (text, fields, expected) => {
    expect(first(text, fields)).toEqual(expected);
  });

  it('depend on the version', () => {
    const verify = "import jwt from 'jsonwebtoken'; jwt.verify(t, k);";
    expect(first(verify, ['withoutAlgorithms'], { jsonwebtoken: '8.5.1' })).toEqual(['token.verify', 'unsigned']);
    expect(first(verify, ['withoutAlgorithms'], { jsonwebtoken: '^8.0.0 || ^9.0.0' })).toEqual(['token.verify', 'key']);
    const hash = "import { hash } from 'argon2'; hash(p);";
    expect(first(hash, ['memory'], { argon2: '^0.40.0' })).toEqual(['password.hash', 65_536]);
    expect(first(hash, ['memory'])).toEqual(['password.hash', 'absent']);
  });

  it('of nothing, when only cookie-parser without signing is used', () => {
    expect(operationsIn("import parser from 'cookie-parser'; parser();")).toEqual([]);
  });
});

describe('in an express application', () => {
  const operations = operationsIn(`
    import express, { Router, type Response } from 'express';
    const app = express();
    Router().post('/login', (req, res) => {
      req.session.user = 1;
      req.session.cookie.maxAge = 2;
      req.session.regenerate(done);
      res.status(200).cookie('sid', value, { httpOnly: true, maxAge: 60_000 }).cookie('theme', 'dark');
      req.logIn(user, (error) => done(error));
    });
    app.route('/x').get(list).post((request, response) => response.clearCookie('sid'));
    app.use((error, req, res, next) => res.set({ 'Set-Cookie': 'a=b; Secure' }));
    function reply(res: Response) {
      res.setHeader('Set-Cookie', ['a=1', 'b=2; HttpOnly']);
    }
    app.get('env');
  `, EXPRESS);
  const of = (kind: Operation['kind'], ...fields: readonly string[]): readonly unknown[] => fieldsOf(operations, kind, ...fields);

  it('finds the cookies, through chains and headers', () => {
    expect(of('cookie.set', 'name', 'httpOnly', 'secure', 'maxAge', 'script')).toEqual(expect.arrayContaining([
      ['sid', true, 'absent', 60, false],
      ['theme', 'absent', 'absent', 'absent', false],
      ['a', 'absent', true, 'absent', false],
      ['a', 'absent', 'absent', 'absent', false],
      ['b', true, 'absent', 'absent', false],
    ]));
    expect(of('cookie.set')).toHaveLength(5);
    expect(of('cookie.clear', 'name')).toEqual([['sid']]);
  });

  it('finds what becomes of the session', () => {
    expect(of('session.write', 'key', 'value')).toEqual([['user', 1]]);
    expect(of('session.regenerate', 'callback')).toHaveLength(1);
    expect(of('login.delegate', 'keepSessionInfo')).toEqual([[false]]);
  });

  it('finds the routes, and reads no setting for one', () => {
    const routes = of('route.register', 'path', 'method');
    expect(routes).toHaveLength(4);
    const expected = [['/login', 'post'], ['/x', 'get'], ['/x', 'post'], ['function', 'use']];
    expect(routes).toEqual(expect.arrayContaining(expected));
  });
});
