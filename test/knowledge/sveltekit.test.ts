import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const OPTIONS = { versions: { '@sveltejs/kit': '2.70.4' } };
const FLAGS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'script'];

describe('cookies of SvelteKit', () => {
  it.each([
    ['src/routes/login/+server.ts', "export const POST: RequestHandler = async ({ cookies }) => { cookies.set('a', value, { path: '/' }); };"],
    ['src/routes/login/+server.js', "export async function POST(event) { event.cookies.set('a', value, { path: '/' }); }"],
    ['src/routes/+page.server.ts', "export const actions = { default: async ({ cookies }) => { cookies.set('a', value, { path: '/' }); } } satisfies Actions;"],
    ['src/routes/+layout.server.js', "export const load = ({ cookies: jar }) => { jar.set('a', value, { path: '/' }); };"],
    ['src/hooks.server.ts', "export const handle: Handle = async ({ event, resolve }) => { event.cookies.set('a', value, { path: '/' }); return resolve(event); };"],
    ['src/hooks.server.js', `
      import { sequence } from '@sveltejs/kit/hooks';
      const first = async ({ event, resolve }) => { event.cookies.set('a', value, { path: '/' }); return resolve(event); };
      export const handle = sequence(first, second);
    `],
    ['src/lib/server/session.ts', `
      import type { RequestEvent } from '@sveltejs/kit';
      export function start(event: RequestEvent) { event.cookies.set('a', value, { path: '/' }); }
    `],
    ['src/lib/server/jar.ts', `
      import type { Cookies } from '@sveltejs/kit';
      export class Jar { constructor(private readonly cookies: Cookies) {} start() { this.cookies.set('a', value, { path: '/' }); } }
    `],
    ['src/lib/server/remote.ts', `
      import { getRequestEvent } from '$app/server';
      export function start() { getRequestEvent().cookies.set('a', value, { path: '/' }); }
    `],
  ])('in %s are HttpOnly, Secure and Lax by default', (file, text) => {
    const operations = operationsIn({ [file]: text }, OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([['a', true, true, 'lax', 'absent', false]]);
  });

  it('are what the options say, in seconds, and likely where a helper is not typed', () => {
    const operations = operationsIn({
      'src/lib/server/session.js': `
        export function start(event, token) {
          event.cookies.set('a', token, { path: '/', httpOnly: false, secure: false, sameSite: 'none', maxAge: 60 });
          event.cookies.delete('b', { path: '/' });
        }
      `,
    }, OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS, 'likely')).toEqual([['a', false, false, 'none', 60, false, true]]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['b']]);
  });

  it('are none where the project is another', () => {
    const files = { 'src/routes/+server.js': "export async function POST({ cookies }) { cookies.set('a', value); }" };
    expect(operationsIn(files, { versions: { express: '5.1.0' } })).toEqual([]);
  });
});

it('$env/dynamic/private is the environment', () => {
  const operations = operationsIn({
    'src/lib/server/token.ts': `
      import { env } from '$env/dynamic/private';
      import jwt from 'jsonwebtoken';
      export const issue = () => jwt.sign({}, env.JWT_SECRET);
    `,
  }, OPTIONS);
  expect(fieldsOf(operations, 'token.issue', 'key')).toEqual([['env JWT_SECRET']]);
});
