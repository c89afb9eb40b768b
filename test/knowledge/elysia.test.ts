import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const VERSIONS = { elysia: '1.4.30', '@elysiajs/jwt': '1.4.2' };

describe('@elysiajs/jwt', () => {
  it('issues and verifies with what the plugin was registered with', () => {
    const operations = operationsIn(`
      import { Elysia } from 'elysia';
      import { jwt } from '@elysiajs/jwt';
      new Elysia()
        .use(jwt({ name: 'tokens', secret: 'key', exp: '7d' }))
        .post('/login', async ({ tokens, body }) => tokens.sign({ sub: body.id }))
        .get('/me', async ({ tokens, headers }) => tokens.verify(headers.authorization));
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'token.issue', 'key', 'lifetime', 'algorithm', 'encrypted')).toEqual([['key', 604_800, 'HS256', false]]);
    expect(fieldsOf(operations, 'token.verify', 'key', 'algorithms', 'withoutAlgorithms')).toEqual([['key', 'absent', 'bound']]);
    expect(fieldsOf(operations, 'secret.use', 'secret', 'purpose')).toEqual([['key', 'token']]);
    expect(fieldsOf(operations, 'route.register', 'path', 'method')).toHaveLength(2);
  });

  it('never expires unless the plugin or the payload says when, and is unknown where several are registered', () => {
    const issued = (...plugins: string[]): unknown => fieldsOf(operationsIn({
      'plugins.ts': `
        import jwt from '@elysiajs/jwt';
        import { Elysia } from 'elysia';
        export const app = new Elysia()${plugins.map((options) => `.use(jwt(${options}))`).join('')};
      `,
      'routes.ts': "import { Elysia } from 'elysia'; export const routes = new Elysia().post('/', ({ jwt }) => jwt.sign({ sub }));",
    }, { versions: VERSIONS }), 'token.issue', 'key', 'lifetime');
    expect(issued("{ secret: 'key' }")).toEqual([['key', 'absent']]);
    expect(issued("{ name: 'jwt', secret: 'key', exp: '15m' }", "{ name: 'refresh', secret: 'other', exp: '7d' }")).toEqual([['unknown', 'unknown']]);
  });
});

describe('cookies of Elysia', () => {
  const login = `
    import { Elysia } from 'elysia';
    export const login = new Elysia().post('/login', ({ cookie: { auth }, cookie }) => {
      auth.set({ value, httpOnly: true, maxAge: 900 });
      cookie.sid.set({ value, secure: true });
      cookie.theme.remove();
    });
  `;

  it('start from what the application says', () => {
    const app = (options: string): string => `import { Elysia } from 'elysia'; new Elysia(${options}).use(login);`;
    const cookies = (options: string): unknown =>
      fieldsOf(operationsIn({ 'login.ts': login.replace('new Elysia()', `new Elysia(${options})`), 'app.ts': app(options) }, { versions: VERSIONS }), 'cookie.set', 'httpOnly', 'secure', 'maxAge');
    expect(cookies('')).toEqual([[true, 'absent', 900], ['absent', true, 'absent']]);
    expect(cookies('{ cookie: { httpOnly: true, secure: true } }')).toEqual([[true, true, 900], [true, true, 'absent']]);
  });

  it('are not known where the application cannot be seen', () => {
    const operations = operationsIn(login, { versions: VERSIONS, editor: true });
    expect(fieldsOf(operations, 'cookie.set', 'httpOnly', 'secure')).toEqual([[true, 'unknown'], ['unknown', true]]);
  });

  it('are set in groups and hooks', () => {
    const operations = operationsIn(`
      import { Elysia } from 'elysia';
      new Elysia().group('/auth', (app) => app.onBeforeHandle(({ cookie }) => { cookie.sid.set({ value }); }));
    `, { versions: VERSIONS });
    expect(fieldsOf(operations, 'cookie.set', 'httpOnly')).toEqual([['absent']]);
  });
});
