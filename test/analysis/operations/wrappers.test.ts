import { describe } from 'vitest';
import { table } from '../../support/table.js';

describe('what functions return', () => {
  table([
    ['a constant', 'function f() { return 1; } use(f());', '1'],
    ['an argument', 'const f = (a, b) => b; use(f(1, 2));', '2'],
    ['a member of an argument', 'const f = ({ a }) => a; use(f({ a: 1 }));', '1'],
    ['nothing', 'function f() {} use(f());', 'absent'],
    ['nothing, sometimes', 'function f(a) { if (c) return a; } use(f(1));', '1 | absent'],
    ['an error', 'function f() { throw new Error(); } use(f());', 'unknown'],
    ['a value or an error', 'function f(a) { if (!a) throw new Error(); return a; } use(f(1));', '1'],
    ['one of several', 'function f(a) { if (c) { return a; } return 2; } use(f(1));', '1 | 2'],
    ['what the arguments decide', 'function f(a) { if (a) return 1; return 2; } use([f(true), f(false), f()]);', '[1, 2, 2]'],
    ['a promised value', 'async function f() { return 1; } use(await f());', '1'],
    ['a function', 'const f = (a) => (b) => [a, b]; use(f(1)(2));', '[1, 2]'],
    ['a generator', 'function* f() { return 1; } use(f());', 'unknown'],
    ['a local', 'function f(a) { const b = a + 1; return b; } use([f(1), f(2)]);', '[2, 3]'],
    ['itself', 'function f(n) { return f(n); } use(f(1));', 'unknown'],
    ['itself, until it ends', 'function f(n) { return n > 2 ? n : f(n + 1); } use(f(0));', '3'],
    ['each other', 'function f(n) { return g(n); } function g(n) { return f(n); } use(f(1));', 'unknown'],
    ['what is called at once', 'use((() => 1)()); use((function (a) { return a; })(2));', '1; 2'],
  ]);
});

describe('arguments', () => {
  table([
    ['a default', 'const f = (a = 1) => a; use([f(), f(undefined), f(2)]);', '[1, 1, 2]'],
    ['a default of options', 'const f = ({ a = 1, b } = {}) => [a, b]; use([f(), f({ b: 2 })]);', '[[1, absent], [1, 2]]'],
    ['a default from another parameter', 'const f = (a, b = a + 1) => b; use(f(1));', '2'],
    ['options that are passed on', 'const g = (o) => o.a; const f = (o) => g({ b: 1, ...o }); use([f({ a: 2 }), f({}), f()]);', '[2, absent, absent]'],
    ['a rest', 'const f = (a, ...rest) => rest; use(f(1, 2, 3));', '[2, 3]'],
    ['a spread of what is known', 'const f = (a, b) => b; const args = [1, 2]; use(f(...args));', '2'],
    ['a spread of what is not', 'const f = (a, b) => [a, b]; use(f(1, ...x));', '[1, unknown]'],
    ['a rest with a spread', 'const f = (...a) => a; use(f(1, ...x));', '[1, unknown, …]'],
    ['call, apply and bind', 'function f(a) { return [this.b, a]; } const o = { b: 1 }; use([f.call(o, 2), f.apply(o, [3]), f.bind(o)(4)]);',
      '[[1, 2], [1, 3], [1, 4]]'],
    ['a function', 'const f = (g) => g(1); use(f((a) => a + 1));', '2'],
    ['nobody\'s', 'function f({ a: { b }, ...rest }, [c], ...d) { use([b, c]); }', '[param options.a.b, param options.0]'],
    ['a conditional test of a default', 'const f = (o) => o?.a ?? 1; use([f({ a: 2 }), f()]);', '[2, 1]'],
  ]);
});

describe('functions of other files', () => {
  const files = (text: string, imports: string, expression: string) => ({ 'main.ts': `${imports} use(${expression});`, 'lib.ts': text });
  table([
    ['a named one', files('export function f(a) { return a; }', 'import { f } from "./lib";', 'f(1)'), '1'],
    ['a default one', files('export default (a) => a;', 'import f from "./lib";', 'f(1)'), '1'],
    ['a method of an object', files('export const o = { f: (a) => a, g(a) { return this.f(a); } };', 'import { o } from "./lib";', 'o.g(1)'), '1'],
    ['a method of an instance', files('class A { f(a) { return a; } } export const x = new A();', 'import { x } from "./lib";', 'x.f(1)'), '1'],
    ['a static method', files('export class A { static f(a) { return a; } }', 'import { A } from "./lib";', 'A.f(1)'), '1'],
    ['through a barrel', {
      ...files('export * from "./f";', 'import { f } from "./lib";', 'f(1)'), 'f.ts': 'const d = 2; export function f(a) { return [a, d]; }',
    }, '[1, 2]'],
    ['a wrapper of a wrapper', {
      ...files('import { g } from "./g"; export const f = (a) => g(a, 2);', 'import { f } from "./lib";', 'f(1)'), 'g.ts': 'export const g = (a, b) => [a, b];',
    }, '[1, 2]'],
    ['a factory', files('export const make = (a) => ({ get: () => a });', 'import { make } from "./lib";', 'make(1).get()'), '1'],
  ]);
});
