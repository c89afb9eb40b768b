import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const HAPI = { versions: { '@hapi/hapi': '21.4.0', '@hapi/cookie': '12.0.1' } };
const FIELDS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'likely'];

describe('cookies of hapi', () => {
  const SET = "h.state('sid', id, { isSameSite: 'Lax', ttl: 60_000 })";
  const certain = ['sid', true, true, 'lax', 60, false];

  it.each<[string, string, readonly unknown[]]>([
    ['of a route', `import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.route({ method: 'GET', path: '/', handler: (request, h) => { ${SET}; } });`, certain],
    ['of a required server', `const { Server } = require('@hapi/hapi'); new Server().route({ handler(request, h) { ${SET}; } });`, certain],
    ['of an extension', `import Hapi from '@hapi/hapi'; Hapi.server().ext('onPreResponse', (request, h) => { ${SET}; });`, certain],
    ['with a type', `import type { Request, ResponseToolkit } from '@hapi/hapi'; export const login = (request: Request, h: ResponseToolkit) => { ${SET}; };`, certain],
    ['of a response', "import type { ResponseToolkit } from '@hapi/hapi'; export const login = (_: unknown, h: ResponseToolkit) => h.response('').state('sid', id, { isSameSite: 'Lax', ttl: 60_000 });", certain],
    ['by name', `export const login = { handler: (request, h) => { ${SET}; } };`, [...certain.slice(0, -1), true]],
  ])('%s', (_, text, expected) => {
    expect(fieldsOf(operationsIn(text, HAPI), 'cookie.set', ...FIELDS)).toEqual([expected]);
  });

  it('are defined once', () => {
    const text = "import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.state('sid', { isSecure: false, encoding: 'iron', password: 'p' }); server.state('theme');";
    expect(fieldsOf(operationsIn(text), 'cookie.set', ...FIELDS)).toEqual([
      ['sid', true, false, 'strict', 'absent', false], ['theme', true, true, 'strict', 'absent', false],
    ]);
    expect(fieldsOf(operationsIn(text), 'secret.use', 'secret')).toEqual([['p']]);
  });
});

describe('@hapi/cookie', () => {
  it('is a strategy', () => {
    const text = "import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.auth.strategy('session', 'cookie', { cookie: { password: 'p', isSecure: false } }); server.auth.strategy('token', 'jwt', {});";
    expect(fieldsOf(operationsIn(text), 'session.configure', 'name', 'secret', 'httpOnly', 'secure', 'sameSite')).toEqual([['sid', 'p', true, false, 'strict']]);
  });
});
