import { describe, expect, it } from 'vitest';
import { ask } from '../../support/ask.js';
import { table } from '../../support/table.js';

describe('literals and operators', () => {
  table([
    ['scalars', 'use([1_000, 0x1f, 1e3, "a", true, null, 10n, undefined, void 0, -1, +"2", ~0, !0]);',
      '[1000, 31, 1000, "a", true, null, 10n, absent, absent, -1, 2, -1, true]'],
    ['a regular expression', 'use(/a+/g);', '/a+/g'],
    ['templates', 'const a = "b"; use(`x${a}y${1}`);', '"xby1"'],
    ['templates with holes', 'function f(a) { use(`x${a}y`); }', '`x${param a}y`'],
    ['templates of one of several', 'const a = c ? "b" : "d"; use(`x${a}`);', '"xb" | "xd"'],
    ['arithmetic', 'const day = 24 * 60 * 60; use([day * 30, 7 / 2, 7 % 2, 2 ** 3, 1 << 4, 6 & 3, 6 | 1, 6 ^ 3]);', '[2592000, 3.5, 1, 8, 16, 2, 7, 5]'],
    ['text and numbers', 'use(1 + "a" + 2);', '"1a2"'],
    ['what is no number', 'use("a" * 2);', 'unknown'],
    ['comparisons', 'use([1 < 2, "a" < "b", "b" <= "a", 1 === 1, "1" == 1, 1 !== 2, null == undefined, null === undefined]);',
      '[true, true, false, true, true, true, true, false]'],
    ['comparisons with what is not there', 'const o = { a: 1 }; use([o.b === undefined, o.a === undefined, o != null]);', '[true, false, true]'],
    ['typeof', 'use([typeof "a", typeof undefined, typeof {}, typeof (() => 1)]);', '["string", "undefined", "object", "function"]'],
    ['a sequence', 'use((1, 2));', '2'],
    ['an awaited value', 'use(await 1);', '1'],
    ['what only asserts', 'const a = { b: 1 } as const satisfies object; use(a!.b as number);', '1'],
    ['ternaries', 'use([true ? 1 : 2, "" ? 1 : 2]); use(c ? 1 : 2);', '[1, 2]; 1 | 2'],
    ['ternaries in ternaries', 'use(a ? 1 : b ? 2 : 1);', '1 | 2 | 1'],
    ['||', 'use(["" || 1, "a" || 1, 0 || undefined]); function f(a) { use(a || 1); }', '[1, "a", absent]; param a | 1'],
    ['??', 'use(["" ?? 1, null ?? 1, undefined ?? 1]); function f(a) { use(a ?? 1); }', '["", 1, 1]; param a | 1'],
    ['&&', 'use(["" && 1, "a" && 1]); function f(a) { use(a && 1); }', '["", 1]; false | 1'],
    ['?? undefined', 'function f(a) { use(a ?? undefined); }', 'param a'],
    ['assignments as values', 'let a; use(a = 1);', '1'],
    ['text methods', 'use(["aB".toLowerCase(), "a,b".split(","), "abc".slice(1), " a ".trim(), "a".repeat(3), "abc".length]);',
      '["ab", ["a", "b"], "bc", "a", "aaa", 3]'],
    ['numbers from text', 'use([Number("5"), parseInt("15m", 10), parseInt("ff", 16), parseFloat("1.5s"), Math.floor(1.7)]);', '[5, 15, 255, 1.5, 1]'],
    ['text of numbers', 'use([String(5), (5).toString()]);', '["5", "5"]'],
  ]);
});

describe('objects', () => {
  table([
    ['members', 'const o = { a: 1, "b-c": 2, 3: 4, ["d" + 1]: 5 }; use([o.a, o["b-c"], o[3], o.d1, o.e]);', '[1, 2, 4, 5, absent]'],
    ['shorthand and methods', 'const a = 1; const o = { a, f() { return this.a; } }; use([o.a, o.f()]);', '[1, 1]'],
    ['getters', 'const o = { get a() { return this.b; }, b: 1 }; use(o.a);', '1'],
    ['a getter that a later member overrides', 'use({ get a() { return 1; }, a: 2 });', '{a: 2}'],
    ['setters', 'use({ set a(x) {} });', '{}'],
    ['spreads', 'const b = { a: 1, b: 2 }; use({ ...b, b: 3 }); use({ b: 3, ...b });', '{a: 1, b: 3}; {b: 2, a: 1}'],
    ['spreads of nothing', 'use({ a: 1, ...undefined, ...null, ...false });', '{a: 1}'],
    ['spreads of what is not known', 'function f(o) { use({ a: 1, ...o, b: 2 }); }', '{a: unknown, b: 2, …}'],
    ['conditional spreads', 'use({ a: 1, ...(c && { b: 2 }) });', '{a: 1, b: absent | 2}'],
    ['conditional spreads that override', 'use({ a: 1, ...(c ? { a: 2 } : {}) });', '{a: 2 | 1}'],
    ['spreads that depend on a variable', 'use({ a: 1, ...(process.env.X && { b: 2 }) });', '{a: 1, b: absent | 2}'],
    ['spreads that depend on the environment', 'use({ a: 1, ...(process.env.NODE_ENV === "production" && { b: 2 }) });',
      '{a: 1, b: 2@production | absent@development}'],
    ['computed keys', 'function f(k) { use({ a: 1, [k]: 2 }); }', '{a: 1, …}'],
    ['Object.assign', 'use(Object.assign({}, { a: 1 }, { b: 2 }));', '{a: 1, b: 2}'],
    ['Object.freeze', 'use(Object.freeze({ a: 1 }).a);', '1'],
    ['Object.entries', 'for (const [k, v] of Object.entries({ a: 1 })) use([k, v]);', '["a", 1]'],
    ['Object.keys and values', 'const o = { a: 1, b: 2 }; use([Object.keys(o), Object.values(o)]);', '[["a", "b"], [1, 2]]'],
    ['optional chains', 'const o = { a: undefined }; use([o?.b?.c.d, o.a?.b, o.a?.()]);', '[absent, absent, absent]'],
    ['members of undefined', 'const o = {}; use(o.a.b);', 'unknown'],
    ['what is not listed in an open object', 'function f(o) { const p = { ...o }; use(p.a); }', 'unknown'],
    ['nested members', 'const o = { a: { b: { c: 1 } } }; use(o.a.b.c);', '1'],
    ['of one of several', 'const o = c ? { a: 1 } : { b: 2 }; use(o.a);', '1 | absent'],
  ]);
});

describe('lists', () => {
  table([
    ['elements', 'const a = [1, , 2]; use([a[0], a[1], a[2], a[9], a.length]);', '[1, absent, 2, absent, 3]'],
    ['spreads', 'const a = [1, 2]; use([0, ...a, 3]);', '[0, 1, 2, 3]'],
    ['open spreads', 'function f(a) { const b = [...a, 1]; use(b); use(b[0]); }', '[1, …]; unknown'],
    ['loops', 'for (const a of [1, 2]) use(a);', '1 | 2'],
    ['map', 'use([1, 2].map((n, i) => n * 10 + i));', '[10, 21]'],
    ['join', 'use(["a", "b"].join("-"));', '"a-b"'],
    ['includes', 'use([["a"].includes("a"), ["a"].includes("b")]);', '[true, false]'],
    ['at', 'use([1, 2].at(-1));', '2'],
    ['concat', 'use([1].concat([2], [3]));', '[1, 2, 3]'],
    ['filter', 'use([1, 2].filter(Boolean));', '[1, 2, …]'],
    ['one of several', 'const a = c ? ["x"] : ["y"]; use(a[0]); use(a.join());', '"x" | "y"; "x" | "y"'],
    ['as const', 'const a = ["HS256"] as const; use(a);', '["HS256"]'],
  ]);
});

describe('enums and constants', () => {
  table([
    ['numbers', 'enum E { A, B = 5, C } use([E.A, E.B, E.C]);', '[0, 5, 6]'],
    ['text', 'enum E { A = "a" } use(E["A"]);', '"a"'],
    ['const enums', 'const enum E { A = 1 << 2 } use(E.A);', '4'],
    ['a const', 'const a = 1; use(a);', '1'],
    ['a let that is never written again', 'let a = 1; use(a);', '1'],
    ['a destructured default', 'const { a = 1, b = 2 } = { a: undefined, b: 3 }; use([a, b]);', '[1, 3]'],
    ['a nested default', 'const { a: { b = 1 } = {} } = {}; use(b);', '1'],
    ['an element default', 'const [a = 1] = []; use(a);', '1'],
    ['a rest of an object', 'const { a, ...rest } = { a: 1, b: 2 }; use(rest);', '{b: 2}'],
    ['a rest of one of several', 'const { a, ...rest } = c ? { a: 1, b: 2 } : { b: 3 }; use(rest.b);', '2 | 3'],
    ['a rest of a module', { 'main.ts': 'import * as ns from "./a"; const { a, ...rest } = ns; use(rest);', 'a.ts': 'export const a = 1, b = 2;' }, '{b: 2}'],
    ['a swapped pair', 'let a = 1, b = 2; [a, b] = [b, a]; use([a, b]);', '[2, 1]'],
  ]);
});

describe('where a value stands and how it got there', () => {
  const trail = (source: string): readonly string[] => {
    const { values: [value], textAt } = ask(source);
    const steps: string[] = [];
    for (let hop = value?.via; hop !== undefined; hop = hop.next) steps.push(`${hop.name ?? ''}@${textAt(hop.place)}`);
    return value === undefined ? [] : [...steps, textAt(value.at)];
  };

  it.each([
    ['a literal', 'use("a");', ['"a"']],
    ['a constant', 'const a = "x"; use(a);', ['a@a', '"x"']],
    ['constants of constants', 'const a = "x"; const b = a; use(b);', ['b@b', 'a@a', '"x"']],
    ['a member', 'const o = { a: "x" }; use(o.a);', ['a@o.a', '"x"']],
    ['a member of a member', 'const o = { a: { b: "x" } }; use(o.a.b);', ['b@o.a.b', '"x"']],
    ['a destructured member', 'const o = { a: "x" }; const { a: b } = o; use(b);', ['b@b', 'a@a', '"x"']],
    ['what is not there, at the object', 'const o = { a: "x" }; use(o.b);', ['b@o.b', 'o@o', '{']],
    ['an argument', 'const f = (a) => a; use(f("x"));', ['a@a', '"x"']],
    ['an argument that is a name', 'const s = "x"; const f = (a) => a; use(f(s));', ['a@a', '@s', 's@s', '"x"']],
    ['a missing argument, at the call', 'const f = (a) => a; use(f());', ['a@a', 'f']],
    ['a sum, as a whole', 'const a = "x"; use(a + "y");', ['a + "y"']],
  ])('%s', (_, source, expected) => {
    expect(trail(source)).toEqual(expected);
  });
});
