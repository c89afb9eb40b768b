import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const COOKIE = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'secret'];
const MONTH = 2_592_000;

describe('NextAuth', () => {
  it('has defaults for all of the session cookie', () => {
    const operations = operationsIn(`
      import NextAuth from 'next-auth';
      export const { handlers, auth } = NextAuth({ secret: 'key', providers: [], session: { maxAge: 3600 } });
      export const other = NextAuth({ providers: [], useSecureCookies: false });
    `, { versions: { 'next-auth': '5.0.0-beta.29' } });
    expect(fieldsOf(operations, 'session.configure', ...COOKIE)).toEqual([
      ['authjs.session-token', true, 'auto', 'lax', 3600, 'key'],
      ['authjs.session-token', true, false, 'lax', MONTH, 'absent'],
    ]);
  });

  const overridden = `
    import NextAuth, { type NextAuthOptions } from 'next-auth';
    export const authOptions: NextAuthOptions = {
      cookies: { sessionToken: { name: 'sid', options: { sameSite: 'none' } } },
    };
    export default NextAuth(authOptions);
  `;

  it.each([
    ['4.24.15', ['sid', 'absent', 'absent', 'none']],
    ['^4.22.0', ['sid', 'absent', 'absent', 'none']],
    ['5.0.0-beta.29', ['sid', true, 'auto', 'none']],
    ['>=4', ['sid', true, 'auto', 'none']],
  ])('%s: an overridden cookie is %j', (version, expected) => {
    const operations = operationsIn(overridden, { versions: { 'next-auth': version } });
    expect(fieldsOf(operations, 'session.configure', 'name', 'httpOnly', 'secure', 'sameSite')).toEqual([expected]);
  });

  it('takes a request, a response and options in 4', () => {
    const operations = operationsIn(`
      import NextAuth from 'next-auth';
      export default (req, res) => NextAuth(req, res, { secret: 'key' });
    `, { versions: { 'next-auth': '4.24.15', next: '15.5.29' } });
    expect(fieldsOf(operations, 'session.configure', 'secret', 'name')).toEqual([['key', 'next-auth.session-token']]);
  });

  it('issues encrypted tokens for 30 days', () => {
    const operations = operationsIn(`
      import { encode, getToken } from 'next-auth/jwt';
      await encode({ token: { sub, role }, secret: 'key' });
      await encode({ token: { sub }, secret: 'key', maxAge: 60 });
      await getToken({ req, secret: 'key' });
    `, { versions: { 'next-auth': '4.24.15' } });
    expect(fieldsOf(operations, 'token.issue', 'lifetime', 'encrypted', 'key')).toEqual([[MONTH, true, 'key'], [60, true, 'key']]);
    expect(fieldsOf(operations, 'secret.use', 'secret', 'purpose')).toEqual([['key', 'token']]);
    expect(fieldsOf(operations, 'token.verify')).toEqual([]);
  });

  it('is Auth.js elsewhere', () => {
    const operations = operationsIn(`
      import { Auth } from '@auth/core';
      import { ExpressAuth } from '@auth/express';
      import { SvelteKitAuth } from '@auth/sveltekit';
      await Auth(request, { secret: 'a', cookies: { sessionToken: { options: { httpOnly: false } } } });
      ExpressAuth({ secret: 'b' });
      export const { handle } = SvelteKitAuth({ secret: 'c' });
    `, { versions: { '@auth/core': '0.41.3' } });
    expect(fieldsOf(operations, 'session.configure', 'secret', 'httpOnly')).toEqual([['a', false], ['b', true], ['c', true]]);
  });
});

describe('better-auth', () => {
  it('has defaults, which attributes of all cookies and then of the session cookie override', () => {
    const operations = operationsIn(`
      import { betterAuth } from 'better-auth';
      export const auth = betterAuth({ secret: 'key' });
      export const other = betterAuth({
        session: { expiresIn: 3600 },
        advanced: {
          useSecureCookies: true,
          defaultCookieAttributes: { sameSite: 'none', httpOnly: false },
          cookies: { session_token: { name: 'sid', attributes: { sameSite: 'strict' } } },
        },
      });
    `, { versions: { 'better-auth': '1.7.25' } });
    expect(fieldsOf(operations, 'session.configure', ...COOKIE)).toEqual([
      ['better-auth.session_token', true, 'auto', 'lax', 604_800, 'key'],
      ['sid', false, true, 'strict', 3600, 'absent'],
    ]);
  });
});

describe('iron-session', () => {
  it.each([
    ['6.3.1', "import { withIronSessionApiRoute } from 'iron-session/next'; export default withIronSessionApiRoute(handler, OPTIONS);", 1_295_940],
    ['6.3.1', "import { ironSession } from 'iron-session/express'; app.use(ironSession(OPTIONS));", 1_295_940],
    ['6.3.1', "import { getIronSession } from 'iron-session'; getIronSession(req, res, OPTIONS);", 1_295_940],
    ['8.0.4', "import { getIronSession } from 'iron-session'; await getIronSession(await cookies(), OPTIONS);", 1_209_540],
    ['9.0.1', "import { getIronSession } from 'iron-session'; await getIronSession(req, res, OPTIONS);", 1_209_540],
  ])('%s has defaults for all of the cookie: %s', (version, call, maxAge) => {
    const text = `const OPTIONS = { cookieName: 'sid', password: 'key', cookieOptions: { path: '/' } };\n${call}`;
    const operations = operationsIn(text, { versions: { 'iron-session': version } });
    expect(fieldsOf(operations, 'session.configure', ...COOKIE)).toEqual([['sid', true, true, 'lax', maxAge, 'key']]);
  });

  it('seals with a password', () => {
    const operations = operationsIn("import { sealData } from 'iron-session'; await sealData({ id }, { password: 'key' });");
    expect(fieldsOf(operations, 'secret.use', 'secret', 'purpose')).toEqual([['key', 'encryption']]);
  });
});

describe('sessions of React Router', () => {
  it('are Lax and nothing else by default', () => {
    const operations = operationsIn(`
      import { createCookieSessionStorage, createSessionStorage } from 'react-router';
      export const { getSession, commitSession } = createCookieSessionStorage({ cookie: { secrets: ['key'], maxAge: 60, httpOnly: true } });
      createSessionStorage({ cookie: { name: 'sid', secure: true, sameSite: 'none' }, createData });
    `, { versions: { 'react-router': '7.18.5' } });
    expect(fieldsOf(operations, 'session.configure', ...COOKIE)).toEqual([
      ['__session', true, 'absent', 'lax', 60, '["key"]'],
      ['sid', 'absent', true, 'none', 'absent', 'absent'],
    ]);
  });

  it('have cookies of their own', () => {
    const operations = operationsIn(`
      import { createCookie } from '@remix-run/node';
      export const remember = createCookie('remember', { httpOnly: true, maxAge: 60, secrets: ['key'] });
      export const headers = { 'Set-Cookie': await remember.serialize(value, { secure: true, maxAge: 30 }) };
    `);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'path')).toEqual([
      ['remember', true, true, 'lax', 30, '/'],
    ]);
    expect(fieldsOf(operations, 'secret.use', 'secret')).toEqual([['["key"]']]);
  });
});
