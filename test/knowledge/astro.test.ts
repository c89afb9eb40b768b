import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const PROJECT = { versions: { astro: '5.0.0' } };
const FLAGS = ['name', 'httpOnly', 'secure', 'sameSite', 'path', 'maxAge'];

describe('Astro', () => {
  it('sets cookies with the attributes that are given and no others', () => {
    const operations = operationsIn(`
      import type { APIRoute, AstroCookies } from 'astro';
      export const POST: APIRoute = async ({ cookies }) => {
        cookies.set('session', 'x');
        cookies.set('session', 'x', { httpOnly: true, secure: true, sameSite: 'strict', path: '/', maxAge: 60 });
      };
      export function attach(jar: AstroCookies, token: string) { jar.set('token', token, { secure: false }); }
    `, PROJECT);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([
      ['session', 'absent', 'absent', 'absent', 'absent', 'absent'],
      ['session', true, true, 'strict', '/', 60],
      ['token', 'absent', false, 'absent', 'absent', 'absent'],
    ]);
  });

  it('knows the context of middleware, actions and pages', () => {
    const operations = operationsIn(`
      import { defineMiddleware } from 'astro:middleware';
      import { defineAction } from 'astro:actions';
      export const onRequest = defineMiddleware((context, next) => { context.cookies.set('a', '1', { secure: true }); return next(); });
      export const server = { login: defineAction({ handler: async (input, context) => { context.cookies.set('b', '2', { secure: true }); } }) };
      Astro.cookies.set('c', '3', { secure: true });
      Astro.cookies.delete('d');
    `, PROJECT);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'secure', 'script')).toEqual([['a', true, false], ['b', true, false], ['c', true, false]]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['d']]);
  });

  it('reads headers that middleware adds to a response', () => {
    const operations = operationsIn(`
      import { defineMiddleware } from 'astro:middleware';
      export const onRequest = defineMiddleware(async (_, next) => {
        const response = await next();
        response.headers.append('Set-Cookie', 'session=1; HttpOnly');
        response.headers.append('Vary', 'Cookie');
        return response;
      });
    `, PROJECT);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'httpOnly', 'secure')).toEqual([['session', true, 'absent']]);
  });
});
