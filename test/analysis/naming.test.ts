import { expect, it } from 'vitest';
import { namesOf } from '../../src/analysis/naming.js';
import { alternatives } from '../../src/analysis/evaluate/values.js';
import { ask, type Sources } from '../support/ask.js';

const names = (sources: Sources): string[][] => ask(sources).values.flatMap((value) => alternatives(value).map((one) => namesOf(one.value)));

it.each<readonly [string, Sources, string[][]]>([
  ['a constant', 'const token = f(); use(token);', [['token']]],
  ['the nearest name first', 'const token = f(); const t = token; use(t);', [['t', 'token']]],
  ['a member, not its object', 'const user = { token: f() }; use(user.token);', [['token']]],
  ['a constant of a member', 'const data = { accessToken: f() }; const t = data.accessToken; use(t);', [['t', 'accessToken']]],
  ['a parameter', 'function g(token) { use(token); }', [['token', 'token']]],
  ['a parameter\'s member', 'function g(req) { use(req.body.token); }', [['token']]],
  ['an environment variable', 'use(process.env.JWT_SECRET);', [['JWT_SECRET']]],
  ['each alternative', 'const a = f(); const b = g(); const t = c ? a : b; use(t);', [['t', 'a'], ['t', 'b']]],
  ['a member of one of several', 'const o = c ? { token: f() } : { token: g() }; use(o.token);', [['token'], ['token']]],
])('a value goes by %s', (_, sources, expected) => {
  expect(names(sources)).toEqual(expected);
});
