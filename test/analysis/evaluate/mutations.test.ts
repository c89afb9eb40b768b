import { describe } from 'vitest';
import { table } from '../../support/table.js';

describe('objects that change after their creation', () => {
  table([
    ['a new member', 'const o = {}; o.a = 1; use(o);', '{a: 1}'],
    ['a member that changes', 'const o = { a: 1 }; o.a = 2; use(o.a);', '2'],
    ['a change that comes too late', 'const o = { a: 1 }; use(o.a); o.a = 2;', '1'],
    ['a later change, for another function', 'const o = { a: 1 }; function f() { use(o.a); } o.a = 2;', '2'],
    ['a nested member', 'const o = { a: { b: 1 } }; o.a.b = 2; o["a"]["c"] = 3; use(o.a);', '{b: 2, c: 3}'],
    ['delete', 'const o = { a: 1, b: 2 }; delete o.a; use(o.a); use(o.b);', 'absent; 2'],
    ['Object.assign', 'const o = { a: 1 }; Object.assign(o, { b: 2 }); use(o);', '{a: 1, b: 2}'],
    ['Object.assign to a member', 'const o = { a: {} }; Object.assign(o.a, { b: 2 }); use(o.a);', '{b: 2}'],
    ['under a condition', 'const o = { a: 1 }; if (c) o.a = 2; use(o.a);', '1 | 2'],
    ['a new member under a condition', 'const o = {}; if (c) { o.a = 2; } use(o.a);', 'absent | 2'],
    ['Object.assign under a condition', 'const o = {}; if (c) Object.assign(o, { a: 1 }); use(o);', '{} | {a: 1}'],
    ['in every branch', 'const o = { a: 1 }; if (c) o.a = 2; else o.a = 3; use(o.a);', '2 | 3'],
    ['in every branch but one', 'const o = { a: 1 }; if (c) o.a = 2; else if (d) o.a = 3; use(o.a);', '1 | 2 | 3'],
    ['in every branch that does not leave', 'const o = { a: 1 }; if (c) o.a = 2; else if (d) o.a = 3; else throw e; use(o.a);', '2 | 3'],
    ['in every case', 'const o = { a: 1 }; switch (c) { case 1: o.a = 2; break; default: o.a = 3; } use(o.a);', '2 | 3'],
    ['in every case without a default', 'const o = { a: 1 }; switch (c) { case 1: o.a = 2; break; case 2: o.a = 3; } use(o.a);', '1 | 2 | 3'],
    ['in either environment', 'const o = { a: 1 }; if (process.env.NODE_ENV === "production") o.a = 2; else o.a = 3; use(o.a);', '2@production | 3@development'],
    ['of other members in each branch', 'const o = { a: 1 }; if (c) o.a = 2; else o.b = 3; use(o.a);', '1 | 2'],
    ['in the same branch', 'const o = {}; if (c) { o.a = 1; use(o.a); }', '1'],
    ['behind &&', 'const o = { a: 1 }; c && (o.a = 2); use(o.a);', '1 | 2'],
    ['in production only', 'const o = { a: 1 }; if (process.env.NODE_ENV === "production") o.a = 2; use(o.a);', '1@development | 2@production'],
    ['under a condition that is false', 'const o = { a: 1 }; if (false) o.a = 2; use(o.a);', '1'],
    ['in a try', 'const o = {}; try { o.a = 1; } catch {} use(o.a);', '1'],
    ['??= and ||=', 'const o = { a: "" }; o.a ||= 1; o.b ??= 2; use(o);', '{a: 1, b: 2}'],
    ['+=', 'const o = { a: 1 }; o.a += 2; use(o.a);', '3'],
    ['++', 'const o = { a: 1 }; o.a++; use(o.a);', 'unknown'],
    ['a destructuring assignment', 'const o = { a: 1 }; [o.a] = [2]; use(o.a);', 'unknown'],
    ['a computed key', 'const o = { a: 1 }; o[k] = 2; use(o.b);', 'unknown'],
    ['a known key in brackets', 'const k = "b"; const o = {}; o[k] = 2; use(o.b);', '2'],
    ['of one of several', 'const o = c ? { a: 1 } : { b: 2 }; o.d = 3; use(o);', '{a: 1, d: 3} | {b: 2, d: 3}'],
    ['in another file', { 'main.ts': 'import { o } from "./o"; use(o.a);', 'o.ts': 'export const o = {}; o.a = 1;' }, '1'],
    ['what a function returns', 'function make() { const o = {}; o.a = 1; return o; } use(make());', '{a: 1}'],
    ['of a parameter\'s members', 'function f(o) { o.a = 1; use(o.a); }', 'param o.a'],
    ['a call of what is imported opens nothing', 'import { f } from "x"; const o = { a: 1 }; f(o); use(o.b);', 'absent'],
  ]);
});

describe('fields that other methods write into', () => {
  table([
    ['one member', 'class C { o = { b: 1 }; set() { this.o.a = 2; } run() { use(this.o.a); use(this.o.b); } }', 'unknown; 1'],
    ['a computed member', 'class C { o = {}; set(k) { this.o[k] = 2; } run() { use(this.o.a); } }', 'unknown'],
    ['Object.assign', 'class C { o = {}; set(x) { Object.assign(this.o, x); } run() { use(this.o.a); } }', 'unknown'],
    ['push', 'class C { o = [1]; add(x) { this.o.push(x); } run() { use(this.o); } }', '[1, …]'],
    ['another field', 'class C { o = {}; p = {}; set() { this.p.a = 2; } run() { use(this.o.a); } }', 'absent'],
  ]);
});

describe('names that are written in every branch', () => {
  table([
    ['if and else', 'let a = 1; if (c) a = 2; else a = 3; use(a);', '2 | 3'],
    ['if alone', 'let a = 1; if (c) a = 2; use(a);', '1 | 2'],
    ['an empty object that a function replaces', 'let o = {}; function set(x) { o = x; } function f() { use(o.a); }', 'param x.a'],
  ]);
});

describe('lists that change', () => {
  table([
    ['push', 'const a = [1]; a.push(2, 3); use(a);', '[1, 2, 3]'],
    ['push under a condition', 'const a = [1]; if (c) a.push(2); use(a);', '[1, 2, …]'],
    ['push of a list', 'const a = [1]; a.push(...b); use(a);', '[1, unknown, …]'],
    ['push to a member', 'const o = { a: [1] }; o.a.push(2); use(o.a);', '[1, 2]'],
    ['push that comes too late', 'const a = [1]; use(a); a.push(2);', '[1]'],
    ['splice', 'const a = [1, 2]; a.splice(0, 1); use(a[0]);', 'unknown'],
    ['an assigned element', 'const a = [1]; a[1] = 2; use(a[1]);', 'unknown'],
  ]);
});

describe('names that are written again', () => {
  table([
    ['before the use', 'let a = 1; a = 2; use(a);', '2'],
    ['after the use', 'let a = 1; use(a); a = 2;', '1'],
    ['under a condition', 'let a = 1; if (c) a = 2; use(a);', '1 | 2'],
    ['on both sides', 'let a; if (c) a = 1; else a = 2; use(a);', '1 | 2'],
    ['in the same branch', 'let a = 1; if (c) { a = 2; use(a); }', '2'],
    ['in production only', 'let a = 1; if (process.env.NODE_ENV === "production") a = 2; use(a);', '1@development | 2@production'],
    ['in either environment', 'let a; if (process.env.NODE_ENV === "production") { a = 1; } else { a = 2; } use(a);', '1@production | 2@development'],
    ['in a try', 'let a; try { a = 1; } catch {} use(a);', '1'],
    ['in a try, with a first value', 'let a = 1; try { a = 2; } catch {} use(a);', '1 | 2'],
    ['in a try that ends otherwise', 'function f() { let a = 1; try { a = 2; } catch { return; } use(a); }', '2'],
    ['in try and catch', 'let a; try { a = 1; } catch { a = 2; } use(a);', '1 | 2'],
    ['in a switch on the environment', 'let a; switch (process.env.NODE_ENV) { case "production": a = 1; break; case "test": default: a = 2; } use(a);',
      '1@production | 2@development'],
    ['in another function', 'let a = 1; function set() { a = 2; } use(a);', '1 | 2'],
    ['for another function', 'let a = 1; a = 2; function f() { use(a); }', '2'],
    ['from itself', 'let a = 1; a = a + 1; use(a);', '2'],
    ['a parameter with a default', 'function f(a) { a = a || 1; use(a); }', 'param a | 1'],
    ['an environment variable with a fallback', 'let a = process.env.A; a ??= "x"; use(a);', 'env A ?? "x"'],
    ['an environment variable with a default', 'let a = process.env.A; if (!a) a = "x"; use(a);', 'env A | "x"'],
    ['+= in a loop', 'let a = ""; for (const c of cs) a += "x"; use(a);', '"" | +=("", "x")'],
    ['in a loop, before it is written there', 'let a = 1; while (c) { use(a); a = 2; }', '1 | 2'],
    ['too often', 'let a = 0; if (c) a = 1; if (c) a = 2; if (c) a = 3; if (c) a = 4; if (c) a = 5; if (c) a = 6; if (c) a = 7; use(a);', 'unknown'],
    ['by counting', 'let a = 0; a++; use(a);', 'unknown'],
    ['by destructuring', 'let a = 1; ({ a } = { a: 2 }); use(a);', '2'],
    ['by a loop', 'let a = 1; for (a of [2]) use(a);', 'unknown'],
    ['never, but declared without a value', 'let a; use(a);', 'absent'],
  ]);
});
