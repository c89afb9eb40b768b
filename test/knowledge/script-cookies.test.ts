import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const FLAGS = ['name', 'script', 'secure', 'sameSite', 'maxAge', 'path'];

describe('cookies that scripts write', () => {
  it('with universal-cookie and react-cookie, as the call says and then as all cookies', () => {
    const operations = operationsIn(`
      import Cookies from 'universal-cookie';
      import { useCookies } from 'react-cookie';
      const cookies = new Cookies(null, { path: '/', secure: true });
      cookies.set('a', value, { maxAge: 60, path: '/app' });
      cookies.remove('b');
      export function Login() {
        const [all, setCookie, removeCookie] = useCookies(['c']);
        setCookie('c', value, { sameSite: 'strict' });
        removeCookie('d');
      }
    `);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([
      ['a', true, true, 'absent', 60, '/app'],
      ['c', true, 'absent', 'strict', 'absent', 'absent'],
    ]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['b'], ['d']]);
  });

  it('with cookies-next and nookies, unless a server hands them its response', () => {
    const operations = operationsIn(`
      import { setCookie } from 'cookies-next';
      import nookies from 'nookies';
      import { cookies } from 'next/headers';
      setCookie('a', value, { maxAge: 60 });
      setCookie('b', value);
      setCookie('c', value, { cookies, secure: true });
      nookies.set(null, 'd', value, { secure: true });
      export const getServerSideProps = (context) => nookies.set(context, 'e', value);
    `);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([
      ['a', true, 'absent', 'absent', 60, '/'],
      ['b', true, 'absent', 'absent', 'absent', '/'],
      ['c', 'next/headers:cookies', true, 'absent', 'absent', '/'],
      ['d', true, true, 'absent', 'absent', 'absent'],
      ['e', 'param context', 'absent', 'absent', 'absent', 'absent'],
    ]);
  });

  it('with the Cookie Store, which is Secure and Strict by itself', () => {
    const operations = operationsIn(`
      cookieStore.set('a', value);
      window.cookieStore.set({ name: 'b', value, sameSite: 'lax', path: '/app' });
      cookieStore.delete('c');
      cookieStore.delete({ name: 'd', path: '/app' });
    `);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'script', 'secure', 'sameSite', 'expires', 'path')).toEqual([
      ['a', true, true, 'strict', 'absent', '/'],
      ['b', true, true, 'lax', 'absent', '/app'],
    ]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['c'], ['d']]);
  });

  it('with Nuxt, unless they are to be HttpOnly', () => {
    const operations = operationsIn(`
      import { useCookie } from '#app';
      const a = useCookie('a');
      const b = useCookie('b', { httpOnly: false });
      const c = useCookie('c', { httpOnly: true });
      a.value = b.value = c.value = value;
    `);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'script')).toEqual([['a', true], ['b', true], ['c', false]]);
  });
});
