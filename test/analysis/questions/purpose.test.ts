import { describe, expect, it } from 'vitest';
import { purposeOf, type Purpose } from '../../../src/analysis/questions/purpose.js';
import { analysisOf } from '../../support/operations.js';

const NOWHERE = { functions: new Map<string, string>(), calls: new Map() };

/** What the first `Math.random()` of a module is for. */
function purpose(text: string): Purpose | undefined {
  const { evaluator, callSites, modules: [module] } = analysisOf(text, { editor: true });
  const node = module?.sites.calls.find(({ callee }) => callee.kind === 'member' && callee.property === 'random');
  if (module === undefined || node === undefined) throw new Error('no Math.random()');
  return purposeOf({ node, module, callers: [] }, evaluator, callSites, NOWHERE);
}

describe('purpose of a value', () => {
  it.each([
    ['a variable', 'const token = Math.random();', 'token'],
    ['a conversion', 'const token = Math.floor(Math.random() * 9).toString(36).slice(2);', 'token'],
    ['a text', 'const token = `a${Math.random()}b` + 1;', 'token'],
    ['a condition', 'const token = old ? old : old || Math.random();', 'token'],
    ['a joined list', "const token = [1, Math.random()].join('');", 'token'],
    ['a hash', "const token = createHash('md5').update('a').update(String(Math.random())).digest('hex');", 'token'],
    ['a property', 'send({ otp: Math.random() });', 'otp'],
    ['a member', 'user.resetToken = Math.random();', 'resetToken'],
    ['a field', 'class A { secret = Math.random(); }', 'secret'],
    ['a default', 'function make(token = Math.random()) {}', 'token'],
    ['a result', 'function newToken() { return Math.random(); }', 'newToken'],
    ['an arrow function', 'const newToken = () => Math.random();', 'newToken'],
    ['a method', 'class A { newToken() { return Math.random(); } }', 'newToken'],
    ['another variable', 'const text = Math.random(); const token = text + 1;', 'token'],
    ['a call', 'const text = () => Math.random(); user.token = text();', 'token'],
    ['a parameter', 'function save(token) {} save(Math.random());', 'token'],
  ])('is found through %s', (_, text, name) => {
    expect(purpose(text)).toMatchObject({ name, repeated: false });
  });

  it.each([
    ['a loop', "const chars = 'abc'; let token = ''; while (more) token += chars[Math.floor(Math.random() * 9)];"],
    ['a list', "const token = []; while (more) token.push(Math.random()); save(token.join(''));"],
    ['a callback', "const token = Array.from({ length: 9 }, () => Math.random()).join('');"],
    ['a replacement', "const token = 'xx'.replace(/x/g, () => String(Math.random()));"],
  ])('is that of many draws in %s', (_, text) => {
    expect(purpose(text)).toMatchObject({ name: 'token', repeated: true });
  });

  it.each([
    ['another name', 'const colour = Math.random();'],
    ['a name that says otherwise on the way', 'const jitter = Math.random(); const token = base + jitter;'],
    ['a comparison', 'const token = Math.random() > 0.5;'],
    ['a choice among things', "const token = ['first', 'second'][Math.floor(Math.random() * 2)];"],
    ['an argument of what is not known', 'const token = make(Math.random());'],
    ['a keyed hash', "const token = createHmac('md5', key).update(String(Math.random())).digest();"],
    ['a property of it', 'const token = String(Math.random()).length;'],
  ])('is not told by %s', (_, text) => {
    expect(purpose(text)).toBeUndefined();
  });

  it('leads from the name back', () => {
    const found = purpose('const text = () => Math.random();\nconst value = text();\nuser.token = value;');
    expect(found?.steps.map(({ note }) => note)).toEqual([
      'it is the `token`', 'becomes `value`', 'is asked for here', 'is what this function returns',
    ]);
  });
});
