import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const FLAGS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge'];

describe('cookies of h3', () => {
  it('have no default but the path', () => {
    const operations = operationsIn(`
      import { defineEventHandler, deleteCookie, setCookie, setResponseHeader } from 'h3';
      export default defineEventHandler(async (event) => {
        setCookie(event, 'a', value);
        setCookie(event, 'b', value, { httpOnly: true, secure: true, sameSite: true, maxAge: 900 });
        setResponseHeader(event, 'Set-Cookie', 'c=1; Secure');
        event.node.res.setHeader('set-cookie', 'd=1');
        deleteCookie(event, 'a');
      });
    `, { versions: { h3: '1.15.11' } });
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS, 'path')).toEqual([
      ['a', 'absent', 'absent', 'absent', 'absent', '/'],
      ['b', true, true, 'strict', 900, '/'],
      ['c', 'absent', true, 'absent', 'absent', 'absent'],
      ['d', 'absent', 'absent', 'absent', 'absent', 'absent'],
    ]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['a']]);
  });

  it('are set by functions that nobody imports in server files of Nuxt, and nowhere else', () => {
    const text = "export default defineEventHandler((event) => { setCookie(event, 'a', value); event.node.res.setHeader('Set-Cookie', 'b=1'); });";
    const cookies = (file: string, versions: Record<string, string>): unknown => fieldsOf(operationsIn({ [file]: text }, { versions }), 'cookie.set', 'name');
    expect(cookies('server/api/login.post.ts', { nuxt: '4.0.0' })).toEqual([['a'], ['b']]);
    expect(cookies('apps/web/server/routes/login.js', { nitropack: '2.11.0' })).toEqual([['a'], ['b']]);
    expect(cookies('components/login.ts', { nuxt: '4.0.0' })).toEqual([]);
    expect(cookies('server/api/login.ts', { express: '5.1.0' })).toEqual([]);
    const own = { 'server/api/login.ts': `function setCookie(...all) {} ${text}` };
    expect(fieldsOf(operationsIn(own, { versions: { nuxt: '4.0.0' } }), 'cookie.set', 'name')).toEqual([['b']]);
  });

  it('are set on the response of h3 2', () => {
    const operations = operationsIn(`
      import { H3 } from 'h3';
      const app = new H3().get('/', (event) => event.res.headers.append('set-cookie', 'a=1; HttpOnly'));
    `, { versions: { h3: '2.0.8' } });
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([['a', true, 'absent', 'absent', 'absent']]);
    expect(fieldsOf(operations, 'route.register', 'path', 'method')).toEqual([['/', 'get']]);
  });
});

describe('sessions of h3', () => {
  const text = `
    import { useSession } from 'h3';
    export const session = (event) => useSession(event, { password: 'key', maxAge: 3600, cookie: { httpOnly: false } });
  `;

  it.each([
    ['1.15.11', 'absent'], ['2.0.8', 'lax'], ['^2.0.0', 'lax'], ['>=1', 'lax'],
  ])('%s: SameSite is %s', (version, sameSite) => {
    const operations = operationsIn(text, { versions: { h3: version } });
    expect(fieldsOf(operations, 'session.configure', ...FLAGS, 'secret')).toEqual([['h3', false, true, sameSite, 3600, 'key']]);
  });
});

describe('useCookie', () => {
  it('writes a cookie from a script', () => {
    const text = `
      const token = useCookie('token', { maxAge: 900, secure: true });
      const theme = useCookie('theme');
      export function keep(value) { token.value = value; theme.value = 'dark'; }
    `;
    const operations = operationsIn({ 'composables/useLogin.ts': text }, { versions: { nuxt: '3.21.11' } });
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS, 'script')).toEqual([
      ['token', 'absent', true, 'absent', 900, true],
      ['theme', 'absent', 'absent', 'absent', 'absent', true],
    ]);
    expect(operationsIn({ 'composables/useLogin.ts': text }, { versions: { vue: '3.5.0' } })).toEqual([]);
  });
});
