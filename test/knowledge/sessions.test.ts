import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

describe('sessions', () => {
  it.each<[string, string, string, readonly unknown[]]>([
    ['iron-session', '8.0.4', "import { getIronSession } from 'iron-session'; getIronSession(c, { password })", [1_209_540, 1_209_600]],
    ['iron-session', '6.3.1', "import { getIronSession } from 'iron-session'; getIronSession(q, s, { password })", [1_295_940, 1_296_000]],
    ['iron-session', '8.0.4', "import { getIronSession } from 'iron-session'; getIronSession(c, { cookieOptions: { maxAge: 600 } })", [600, 1_209_600]],
    ['iron-session', '8.0.4', "import { getIronSession } from 'iron-session'; getIronSession(c, { ttl: 60, cookieOptions: { maxAge: void 0 } })", [60, 0]],
    ['next-iron-session', '4.2.0', "import { withIronSession } from 'next-iron-session'; withIronSession(f, { cookieOptions: { maxAge: undefined } })", [1_295_940, 1_296_000]],
    ['h3', '1.15.4', "import { useSession } from 'h3'; useSession(e, { password })", ['absent', 0]],
    ['h3', '2.0.8', "import { useSession } from 'h3'; useSession(e, { password, idleTimeout: 60 })", ['absent', 60]],
    ['h3', '1.15.4', "import { useSession } from 'h3'; useSession(e, { password, seal: { ttl: 60_000 } })", ['absent', 60]],
    ['koa-session', '7.0.2', "import Koa from 'koa'; import { createSession } from 'koa-session'; createSession({}, new Koa())", ['absent', 86_400]],
    ['@fastify/secure-session', '8.2.0', "import s from '@fastify/secure-session'; app.register(s, { key })", ['absent', 86_401]],
    ['@fastify/secure-session', '7.1.0', "import s from '@fastify/secure-session'; app.register(s, { key })", ['absent', 0]],
    ['@fastify/secure-session', '>=7', "import s from '@fastify/secure-session'; app.register(s, { key })", ['absent', 'absent']],
  ])('%s %s: %s', (name, version, text, expected) => {
    expect(fieldsOf(operationsIn(text, { versions: { [name]: version } }), 'session.configure', 'maxAge', 'validity')).toEqual([expected]);
  });

  it('of koa-session may go with the browser, and never end', () => {
    const text = "import Koa from 'koa'; import { createSession } from 'koa-session'; createSession({ maxAge: 'session', renew: true }, new Koa());";
    expect(fieldsOf(operationsIn(text), 'session.configure', 'validity', 'rolling', 'signed', 'encode')).toEqual([[0, true, true, 'absent']]);
  });

  it('may end for good', () => {
    const text = `
      import { auth } from 'express-openid-connect';
      import { initAuth0 } from '@auth0/nextjs-auth0';
      import { Auth0Client } from '@auth0/nextjs-auth0/server';
      auth(); auth({ session: { absoluteDuration: false } }); auth({ session: { rolling: false, absoluteDuration: 60 } });
      initAuth0(); new Auth0Client(); new Auth0Client({ session: { inactivityDuration: 600 } });
    `;
    expect(fieldsOf(operationsIn(text), 'session.configure', 'name', 'rolling', 'maxAge', 'absolute')).toEqual([
      ['appSession', true, 86_400, 604_800], ['appSession', true, 86_400, 0], ['appSession', false, 86_400, 60],
      ['appSession', true, 86_400, 604_800], ['__session', true, 86_400, 259_200], ['__session', true, 600, 259_200],
    ]);
  });

  it('of yar are registered with the server', () => {
    const text = `
      import Hapi from '@hapi/hapi'; import yar from '@hapi/yar'; import other from 'other';
      const server = Hapi.server();
      await server.register({ plugin: yar, options: { cookieOptions: { password, isSecure: false } } });
      await server.register({ plugin: other, options: {} }); await server.register(other);
    `;
    expect(fieldsOf(operationsIn(text), 'session.configure', 'name', 'httpOnly', 'secure', 'sameSite', 'validity')).toEqual([['session', true, false, 'lax', 86_400]]);
  });

  it('of Lucia, Supabase and oidc-provider have names and lifetimes', () => {
    const text = `
      import { Lucia } from 'lucia'; import { lucia } from 'lucia'; import { createServerClient } from '@supabase/ssr'; import Provider from 'oidc-provider';
      new Lucia(adapter); lucia({ adapter, sessionExpiresIn: { idlePeriod: 60_000 } });
      createServerClient(url, key, { cookies }); new Provider(issuer, { ttl: { Session: 3600 } });
    `;
    expect([...fieldsOf(operationsIn(text), 'session.configure', 'name', 'maxAge', 'sameSite')].sort()).toEqual([
      ['_session', 3600, 'none'], ['auth_session', 2_592_000, 'lax'], ['auth_session', 60, 'lax'], ['sb-auth-token', 34_560_000, 'lax'],
    ]);
  });

  it('take a cookie that was made of options for these', () => {
    const text = `
      import { createCookie, createCookieSessionStorage } from 'react-router';
      const options = { secrets: ['s'], httpOnly: true };
      const cookie = createCookie('sid', options);
      createCookieSessionStorage({ cookie }); createCookieSessionStorage({ cookie: createCookie('bare') });
      const { getSession } = createCookieSessionStorage({ cookie });
      const session = await getSession(); session.set('userId', id);
    `;
    const operations = operationsIn(text);
    expect(fieldsOf(operations, 'session.configure', 'name', 'httpOnly', 'secret', 'signed', 'sameSite')).toEqual([
      ['sid', true, '["s"]', '["s"]', 'lax'], ['bare', 'absent', 'absent', 'absent', 'lax'], ['sid', true, '["s"]', '["s"]', 'lax'],
    ]);
    expect(fieldsOf(operations, 'session.write', 'name', 'key')).toEqual([['sid', 'userId']]);
  });
});

describe('stores of sessions', () => {
  it.each([
    ["import { RedisStore } from 'connect-redis'; new RedisStore({ client });", [86_400, true]],
    ["import RedisStore from 'connect-redis'; new RedisStore({ client, ttl: 60, disableTouch: true });", [60, false]],
    ["const RedisStore = require('connect-redis')(session); new RedisStore({ client, disableTTL: true });", [0, true]],
    ["import MongoStore from 'connect-mongo'; MongoStore.create({ client, autoRemove: 'disabled' });", [1_209_600, true]],
    ["const MongoStore = require('connect-mongo')(session); new MongoStore({ ttl: 60 });", [60, true]],
    ["import connect from 'connect-pg-simple'; const Store = connect(session); new Store({ pool });", [86_400, true]],
    ["const Store = require('memorystore')(session); new Store({ ttl: 60_000 });", [60, true]],
    ["const Store = require('session-file-store')(session); new Store();", [3600, true]],
  ])('%s', (text, expected) => {
    expect(fieldsOf(operationsIn(text), 'session.store', 'validity', 'touch')).toEqual([expected]);
  });
});

describe('seals', () => {
  it('are good for ever by the defaults of @hapi/iron', () => {
    const text = "import Iron from '@hapi/iron'; Iron.seal(session, password, Iron.defaults); Iron.seal(session, password, { ...Iron.defaults, ttl: 60_000 });";
    expect(new Set(fieldsOf(operationsIn(text), 'data.seal', 'validity').flat())).toEqual(new Set([0, 'unknown', 60]));
  });

  it('are good for two weeks by those of iron-session', () => {
    const text = "import { sealData } from 'iron-session'; sealData(data, { password }); sealData(data, { password, ttl: 0 });";
    expect(fieldsOf(operationsIn(text, { versions: { 'iron-session': '8.0.4' } }), 'data.seal', 'validity')).toEqual([[1_209_600], [0]]);
  });
});

describe('connections', () => {
  it.each([
    ["import { createClient } from 'redis'; createClient({ url, socket: { connectTimeout: 1000 } });", [1, 'exit']],
    ["import { createClient } from 'redis'; createClient();", [5, 'exit']],
    ["import Redis from 'ioredis'; new Redis(url, { connectTimeout: 2000 });", [2, 'log']],
    ["import { Redis } from 'ioredis'; new Redis();", [10, 'log']],
    ["import { Pool } from 'pg'; new Pool();", [0, 'exit']],
    ["import pg from 'pg'; new pg.Pool({ connectionTimeoutMillis: 3000 });", [3, 'exit']],
    ["import mysql from 'mysql2/promise'; mysql.createPool({ host });", [10, undefined]],
  ])('%s', (text, expected) => {
    const connection = operationsIn(text).find(({ kind }) => kind === 'store.connect');
    expect([...fieldsOf(operationsIn(text), 'store.connect', 'connectTimeout').flat(), connection?.facts.unheardErrors]).toEqual(expected);
  });
});
