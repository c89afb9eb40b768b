import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const KOA = { versions: { koa: '3.0.3', '@koa/router': '14.0.0', 'koa-session': '7.0.2' } };

describe("koa's cookies", () => {
  const SET = "ctx.cookies.set('sid', id, { maxAge: 60_000, sameSite: true })";
  const FIELDS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'path', 'likely'];
  const certain = ['sid', true, 'auto', 'strict', 60, '/', false];
  const likely = [...certain.slice(0, -1), true];

  it.each<[string, string, readonly unknown[]]>([
    ['of the application', `import Koa from 'koa'; const app = new Koa(); app.use(async (ctx, next) => { ${SET}; });`, certain],
    ['required', `const Koa = require('koa'); new Koa().use(async (ctx) => ${SET});`, certain],
    ['in a chain', `import Koa from 'koa'; new Koa().use(first).use((ctx) => { ${SET}; });`, certain],
    ['of a router', `import Router from '@koa/router'; const router = new Router(); router.post('/', auth, async (ctx) => { ${SET}; });`, certain],
    ['of a named router', `import { Router } from '@koa/router'; new Router().post('/', (ctx) => ${SET});`, certain],
    ['of an old router', `const router = require('koa-router')(); router.post('/', (ctx) => ${SET});`, certain],
    ['behind a wrapper', `import Router from '@koa/router'; new Router().post('/', wrap(async (ctx) => ${SET}));`, certain],
    ['with a type', `import type { Context } from 'koa'; export function login(ctx: Context) { ${SET}; }`, certain],
    ['with a type of the namespace', `import Koa from 'koa'; export const login = (ctx: Koa.ParameterizedContext) => ${SET};`, certain],
    ["with a router's type", `import Router from 'koa-router'; export const login = (ctx: Router.IRouterContext) => ${SET};`, certain],
    ['with a type of its own', `import type { Context } from 'koa'; interface Mine extends Context { user: string } const f = (ctx: Mine) => ${SET};`, certain],
    ['in a typed constant', `import type { Middleware } from 'koa'; export const login: Middleware = async (ctx) => { ${SET}; };`, certain],
    ['by name', `export const login = async (ctx, next) => { ${SET}; };`, likely],
    ['by name, in a class', `export class Login { async post(ctx) { ${SET}; } }`, likely],
    ['destructured', `import Router from '@koa/router'; new Router().get('/', ({ cookies }) => cookies.set('sid', id, { maxAge: 60_000, sameSite: true }));`, certain],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(operationsIn(text, KOA), 'cookie.set', ...FIELDS)).toEqual([expected]);
  });

  it('are nobody\'s in a project without koa', () => {
    expect(fieldsOf(operationsIn(`export const login = async (ctx) => { ${SET}; };`), 'cookie.set', ...FIELDS)).toEqual([]);
  });

  it('may be switched off and on', () => {
    const text = "import Koa from 'koa'; new Koa().use((ctx) => { ctx.cookies.set('a', b, { httpOnly: false, secure: false, sameSite: 'lax' }); ctx.cookies.set('c', null); });";
    expect(fieldsOf(operationsIn(text), 'cookie.set', 'httpOnly', 'secure', 'sameSite', 'value')).toEqual([
      [false, false, 'lax', 'global:b'],
      [true, 'auto', 'absent', null],
    ]);
  });

  it('may be written as headers', () => {
    const text = "import Koa from 'koa'; new Koa().use((ctx) => { ctx.set('Set-Cookie', 'a=1; Secure'); ctx.append('set-cookie', 'b=2'); ctx.set({ 'Set-Cookie': 'c=3; HttpOnly' }); ctx.res.setHeader('Set-Cookie', 'd=4'); ctx.set('Vary', 'x'); });";
    expect(fieldsOf(operationsIn(text), 'cookie.set', 'name', 'secure', 'httpOnly')).toEqual([
      ['a', true, 'absent'], ['b', 'absent', 'absent'], ['c', 'absent', true], ['d', 'absent', 'absent'],
    ]);
  });
});

describe('cookies', () => {
  it('follow the constructor, then the request', () => {
    const text = "import Cookies from 'cookies'; new Cookies(req, res).set('a', b); new Cookies(req, res, { secure: false }).set('a', b); new Cookies(req, res, { secure: false }).set('a', b, { secure: true });";
    expect(fieldsOf(operationsIn(text), 'cookie.set', 'secure', 'httpOnly')).toEqual([['auto', true], [false, true], [true, true]]);
  });

  it('are signed with keys', () => {
    const text = "import Cookies from 'cookies'; import Keygrip from 'keygrip'; new Cookies(req, res, { keys: ['k'] }); new Cookies(req, res, { secure: true }); app.use(Cookies.express(['l']));";
    expect(fieldsOf(operationsIn(text), 'secret.use', 'secret', 'purpose')).toEqual([
      ['["k"]', 'cookie'], ['absent', 'cookie'], ['["l"]', 'cookie'],
    ]);
  });

  it.each([
    ["import Koa from 'koa'; const app = new Koa(); app.keys = ['k'];"],
    ["import Koa from 'koa'; export function configure(app: Koa) { app.keys = ['k']; }"],
    ["export const configure = (app) => { app.keys = ['k']; };"],
    ["import Koa from 'koa'; class Server { app = new Koa(); constructor() { this.app.keys = ['k']; } }"],
  ])('are signed with the keys of the application: %s', (text) => {
    expect(fieldsOf(operationsIn(text, KOA), 'secret.use', 'secret', 'purpose')).toEqual([['["k"]', 'cookie']]);
  });
});

describe('koa-jwt', () => {
  it('verifies with the options of jsonwebtoken', () => {
    const text = "import jwt from 'koa-jwt'; app.use(jwt({ secret: 's', audience: 'a', clockTolerance: 5 }).unless({ path: ['/'] }));";
    expect(fieldsOf(operationsIn(text), 'token.verify', 'key', 'algorithms', 'withoutAlgorithms', 'issuer', 'audience', 'clockTolerance')).toEqual([
      ['s', 'absent', 'key', 'absent', 'a', 5],
    ]);
  });
});

describe('sessions of koa', () => {
  const FIELDS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'store'];

  it.each<[string, string, readonly unknown[]]>([
    ['options first', "import session from 'koa-session'; import Koa from 'koa'; const app = new Koa(); app.use(session({ maxAge: 60_000, store }, app));",
      ['koa.sess', true, 'auto', 'absent', 60, 'global:store']],
    ['application first', "import session from 'koa-session'; import Koa from 'koa'; const app = new Koa(); app.use(session(app, { key: 's', secure: true }));",
      ['s', true, true, 'absent', 'absent', 'absent']],
    ['application alone', "const session = require('koa-session'); const Koa = require('koa'); const app = new Koa(); app.use(session(app));",
      ['koa.sess', true, 'auto', 'absent', 'absent', 'absent']],
    ['by a named export', "import { createSession } from 'koa-session'; export function sessions(app) { app.use(createSession({ sameSite: 'lax' }, app)); }",
      ['koa.sess', true, 'auto', 'lax', 'absent', 'absent']],
    ['koa-generic-session', "import session from 'koa-generic-session'; app.use(session({ cookie: { httpOnly: false } }));",
      ['koa.sid', false, 'auto', 'absent', 86_400, 'memory']],
    ['koa-session-minimal', "import session from 'koa-session-minimal'; app.use(session({ key: 'id', cookie: { maxAge: 1000 } }));",
      ['id', true, 'auto', 'absent', 1, 'memory']],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(operationsIn(text, KOA), 'session.configure', ...FIELDS)).toEqual([expected]);
  });

  it('are written into, as a whole as well', () => {
    const text = "import Koa from 'koa'; new Koa().use((ctx) => { ctx.session.user = 1; ctx.session = { id: 2, name: 3 }; ctx.session = null; });";
    expect(fieldsOf(operationsIn(text), 'session.write', 'key', 'value')).toEqual([['user', 1], ['id', 2], ['name', 3]]);
  });

  it.each(['ctx.session.regenerate()', 'ctx.regenerateSession()', 'ctx.sessionHandler.regenerateId()'])('get a new id by %s', (call) => {
    expect(fieldsOf(operationsIn(`import Koa from 'koa'; new Koa().use(async (ctx) => { await ${call}; });`), 'session.regenerate', 'callback')).toEqual([['absent']]);
  });
});

describe('logins of koa-passport', () => {
  it('are those of routes and of the context', () => {
    const text = "import passport from 'koa-passport'; import Router from '@koa/router'; new Router().post('/', passport.authenticate('local', { session: false }), (ctx) => ctx.login(user));";
    expect(fieldsOf(operationsIn(text), 'login.delegate', 'strategy', 'session', 'keepSessionInfo')).toEqual([
      ['local', false, false], ['unknown', true, false],
    ]);
  });
});

describe('routes of koa', () => {
  it('are those of routers', () => {
    const text = "import Router from '@koa/router'; const router = new Router({ prefix: '/api' }); router.get('/a', list).post('/b', add); router.use(auth);";
    expect(fieldsOf(operationsIn(text), 'route.register', 'path', 'method')).toEqual(expect.arrayContaining([['/a', 'get'], ['/b', 'post']]));
  });
});
