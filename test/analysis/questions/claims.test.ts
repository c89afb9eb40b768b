import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/analysis/questions/claims.js';
import { ask } from '../../support/ask.js';

/** The claims of what `use(…)` is given: path, the text at their place, and whether they are sure. */
function claims(text: string): string[] {
  const asked = ask(text);
  return asked.values.flatMap((value) => claimsOf(asked.evaluator, value))
    .map(({ path, at, confidence }) => `${path} at ${asked.textAt(at)}${confidence === 'certain' ? '' : '?'}`);
}

describe('claims of a payload', () => {
  it.each([
    ['of a literal', 'use({ sub: id, role: user.role });', ['sub at sub', 'role at role']],
    ['of a shorthand stand in the literal, not where they are computed', 'const role = user.role; use({ role });', ['role at role']],
    ['with a quoted name', "use({ 'x-role': 1 });", ["x-role at 'x-role'"]],
    ['of a spread object stand in that object', 'const base = { a: 1 }; use({ ...base, b: 2 });', ['a at a', 'b at b']],
    ['of a nested object', 'use({ user: { role: 1 } });', ['user at user', 'user.role at role']],
    ['that are assigned later', 'const p = { a: 1 }; p.email = mail; use(p);', ['a at a', 'email at email']],
    ['that are merged', 'use(Object.assign({ a: 1 }, { b: 2 }));', ['a at a', 'b at b']],
    ['that are undefined are none', 'use({ a: undefined });', []],
    ['that are deleted are none', 'const p = { a: 1, b: 2 }; delete p.a; use(p);', ['b at b']],
    ['of one of two payloads', 'use(x ? { a: 1 } : { b: 2 });', ['a at a?', 'b at b?']],
    ['that a condition adds', 'use({ a: 1, ...(x ? { b: 2 } : {}) });', ['a at a', 'b at b?']],
    ['of an instance stand at its use', 'class P { a = 1; #b = 2; static c = 3; m() {} constructor(readonly d: string) {} } const p = new P("x"); use({ ...p });', ['a at p', 'd at p']],
    ['of what is not known', 'use(claims); use({ ...claims });', []],
  ])('%s', (_, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});
