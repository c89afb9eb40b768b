import { describe } from 'vitest';
import { table } from '../../support/table.js';

describe('names refer to', () => {
  table([
    ['the module\'s constant', 'const a = 1; function f() { use(a); }', '1'],
    ['the nearest declaration', 'const a = 1; function f() { const a = 2; use(a); }', '2'],
    ['a block\'s own constant, only inside', 'const a = 1; { const a = 2; use(a); } use(a);', '2; 1'],
    ['a `var` of a block, outside of it', 'function f() { { var a = 1; } use(a); }', '1'],
    ['a `var` of a loop, outside of it', 'function f() { for (var a = "x"; ;) {} use(a); }', '"x"'],
    ['a `var` declared again without a value', 'var a = 1; var a; use(a);', '1'],
    ['a `var` that has several values', 'function f(c) { if (c) { var a = 1; } else { var a = 2; } use(a); }', '1 | 2'],
    ['a parameter, declared again as `var`', 'function f(a) { var a; use(a); }', 'param a'],
    ['a parameter with a `var` as its default', 'function f(a) { var a = a || 1; use(a); }', 'param a | 1'],
    ['a function declared further down', 'use(f()); function f() { return 1; }', '1'],
    ['a function of a block', 'function f() { return 1; } { use(f()); function f() { return 2; } } use(f());', '2; 1'],
    ['a parameter before a constant outside', 'const a = 1; function f(a) { use(a); }', 'param a'],
    ['a caught error before a constant outside', 'const a = 1; try {} catch (a) { use(a); } use(a);', 'unknown; 1'],
    ['a property of a caught error', 'try {} catch ({ message }) { use(message); }', 'unknown'],
    ['a switch\'s own constant', 'const a = 1; switch (c) { case 1: const a = 2; use(a); } use(a);', '2; 1'],
    ['a loop\'s own variable', 'const a = 1; for (const a of [2]) use(a); use(a);', '2; 1'],
    ['a function expression by its own name', 'const a = 1; const f = function a() { use(a); }; use(a);', 'function a; 1'],
    ['a class by its name', 'class A { static x = 1; } use(A.x);', '1'],
    ['a class expression by its own name', 'const A = 1; const B = class A { static x = 2; static y = A.x; }; use(B.y); use(A);', '2; 1'],
    ['an enum', 'enum E { A = 1 } use(E.A);', '1'],
    ['another member of the same enum', 'const A = 9; enum E { A = 1, B = A << 3, C = A | B } use(E.C);', '9'],
    ['a type and a value of one name: the value', 'const A = 1; interface A { a: string } use(A);', '1'],
    ['a namespace\'s own member', 'namespace N { export const a = 1; export const b = a + 1; } use(N.b);', '2'],
    ['a nested namespace\'s member', 'namespace N.M { export const a = 1; } use(N.M.a);', '1'],
    ['a label\'s block', 'l: { const a = 1; use(a); }', '1'],
    ['nothing in the module: a global', 'use(crypto.subtle);', 'global:crypto.subtle'],
    ['a global through `globalThis`', 'use(globalThis.crypto.subtle);', 'global:crypto.subtle'],
    ['a local that hides a global', 'const crypto = { subtle: 1 }; use(crypto.subtle);', '1'],
    ['a local `undefined` hides nothing that is asked', 'use(undefined);', 'absent'],
    ['a destructured parameter', 'function f({ a: { b = 1 } }) { use(b); }', 'param options.a.b'],
    ['a destructured constant', 'const { a: { b }, ...rest } = { a: { b: 1 }, c: 2 }; use(b); use(rest);', '1; {c: 2}'],
    ['an element of a list', 'const [, a, ...rest] = [1, 2, 3]; use(a); use(rest);', '2; [3]'],
  ]);
});
