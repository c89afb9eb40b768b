import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFrontEnds, firstDifference } from '../../bench/compare.js';

const EQUAL = { kind: 'equal' };
const SOURCE = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx']);

/** Each snippet is compared by itself, so that one difference does not hide another. */
const TYPESCRIPT: Readonly<Record<string, readonly string[]>> = {
  decorators: [
    '@a @b() export class C {}',
    'export @a class C {}',
    '@a export default class {}',
    'export default @a class C {}',
    '@a() abstract class C { @b() m(@c() x: T, @d() ...rest: U[]) {} @e @f({ g: 1 }) static readonly h: I = 1; }',
    'class C { constructor(@Inject(T) private readonly x: X = y, @O() z?: Z) {} @g get v() { return 1 } @s set ' +
      'v(x) {} }',
    'class C { @a accessor b = 1; @c [d] = 2; @e async *f() {} @g() declare h: string; }',
    'const C = @a class { };',
  ],
  classes: [
    'export abstract class A<T> extends B.C<T> implements D { abstract m(): void; abstract x: string; y!: Z; n() {} }',
    'export default abstract class { abstract get a(): string; protected abstract b; }',
    'class A { declare a: string; b?: B; [key: string]: unknown; "c d" = 1; 0x10 = 2; [`e`] = 3; 1n() {} static #f; }',
    'class A { private constructor() {} }',
    'class A { "constructor"(a) {} }',
    'class A { static constructor() {} }',
    'class A { /* c */ public /* d */ constructor /* e */ (x: number); constructor(private x, protected override ' +
      'y = 1) {} }',
    'class A { static { this.x = 1; } static static = 1; static async = 2; get = 1; set; async; static get; }',
    'class A { m?(): void; m?(a: string) {} async ["a" + b]() {} * /* x */ g() {}; ; static async * [h]() {} }',
    'class A extends (b as any) {}; class D extends f<string>() {}; (class extends class {} {}); (class N {})',
    'class A { #x; static has(o) { return #x in o && o.#x?.y; } get #y() { return this.#x } }',
    'class A { override async m(this: A, b: B) {} accessor = 1; static accessor x; readonly accessor y: T = 1 }',
    'class A { fn = (req: Request) => req; h = async function named() {}; i }',
    'class A {\n  a\n  b = 1\n  ["c"]\n}',
  ],
  functions: [
    'function f(a: string): void; function f(a: number): void; function f(a: any) { return a }',
    'export function f(): void; export function f() {}',
    'export default function f(): void; export default function f() {}',
    'export default function () {}', 'export default async function* () {}', 'export default function named() {}',
    'export default (function () {})', 'export default () => {}', 'export default async x => x',
    'declare function f(): void; export declare function g(): void; export declare const h: 1, i: 2;',
    'function f(this: Express.Request, { a, b: { c = 1 } = {}, ...d }: Body = {}, [e, , g = 2, ...h]: T[], ' +
      '...rest: R[]) {}',
    'function f({ a, }: A, [b, , ]: B, [,]: C, {}: D, [ /* ] */ ]: E, { x = (1), /* } */ } /* } */ : G) {}',
    'const f = async <T,>(x: T): Promise<T> => ({ x } as T), g = (a?: string) => <B>{ a }, h = (x): x is Y => (x, y)',
    'f(async (a) => a, async a => a, async function () {}, async () => { }, (a = 1, ...b) => ((a)))',
    'const f = x => /* => */ y; const g = x => // => z\n ({ a: 1 });',
    'const f = function* () { const a = yield; yield* b; yield c; }',
    'const o = (): (() => void) => () => {};',
  ],
  declarations: [
    'enum A { B, C = 1, "D e" = "x", F = B | C }',
    'export enum A { B } export const enum C { D = 1 } declare enum E { F } export declare const enum G { H } ' +
      'const enum I {}',
    'namespace A { export const b = 1 } namespace A.B.C { export function f() {} } export namespace D.E { class F {} }',
    'declare namespace A { const b: 1 } declare module "x" { export const y: 1 } declare global { interface ' +
      'Window {} }',
    'export declare namespace A.B {} module M { } export module N.O {}',
    'interface A extends B, C.D<E, string, F.G>, H<string> { a: B; "b-c"?: D | null; 1: E; m(): F; get g(): H; ' +
      'set g(v); [k: string]: any }',
    'export interface A { new (): A; (): B; readonly c: (D) | undefined; [Symbol.iterator](): E; ["f"]: G }',
    'export default interface A { b: C }',
    'declare interface A {} export declare interface B {} declare type C = { d: E }',
    'type A = { b: C<D>; e(): F, g?: import("h").I.J<K> }; export type L = string; type M = ({ n: O }); export ' +
      'type P = { }',
    'let a!: A; let b: B.C | null = x, c: undefined | D<null, E, string>, d: E[], { e }: F = y, [g]: H = z, i: ' +
      'typeof j',
    'let a: import("x"); let b: typeof import("x"); let c: import("x", { with: { "resolution-mode": "import" } }).Y;',
    'let a: (A | (null)) | undefined; let b: A | B; let c: Promise<Array<string>, A, (B)>;',
    'export const a = 1, { b, c: [d, ...e], ...f } = g; export let h; export var {} = i;',
    'const a = b as const; const c = <const>["d"]; e satisfies F; (g as H).i = j!; k!.l!()!; m! = n; (o as P) = ' +
      'q; [r as S] = t',
    'using a = b; async function f() { await using c = d; for (await using e of g) {} for (using h of i) {} }',
    'abstract class A { private static readonly b?: C; } export { A as default, A as "string name" }',
    'a<b>(c); new D<E>; new F<G>(); h<i>`j`; k = l<m>; n?.<o>(p); import<q>("r");',
    'for (const a of <B>c) { } for (x as any of y) { } for ((z) in w) ;',
    'try { a } catch (e: unknown) { b } finally { c }',
    'let x = y as any as Z[]; if (a < b || c > d) { }',
  ],
  modules: [
    'import a, * as b from "c"; import d, { e, f as g, default as h, "i j" as k } from "l"; import "m"; import ' +
      '{} from "n"',
    'import type A from "a"; import type * as B from "b"; import type { C } from "c"; import { type D, type E as ' +
      'F, type as as g } from "d"',
    'import a = require("b"); export import c = require("d"); import type e = require("f"); import g = H.I; ' +
      'export import j = K.L;',
    'export { a, b as c } from "d"; export { type E, type F as G }; export type { H } from "i"; export * from ' +
      '"j"; export * as k from "l"; export * as "m n" from "o"; export type * from "p"; export type * as q from ' +
      '"r"; export {}',
    'import a from "b" with { type: "json" }; export { c } from "d" with { type: "json" }; export * from "e" ' +
      'with { type: "json" };',
    'const a = await import("b", { with: { type: "json" } }); import.meta.url; function f() { new.target; new ' +
      'new.target.x }',
    'export default a = b', 'export default { a }', 'export default [] as A', 'export default (class A {})',
    'export = a.b', 'export as namespace A;', 'export default enum_', 'export default abstract',
    'export default async () => {}', 'export default class A {}', 'export default class extends B {}',
  ],
};

const JAVASCRIPT: Readonly<Record<string, readonly string[]>> = {
  objects: [
    'x = { a, b: 1, "c": 2, 3: 4, 0x10: 5, 1_0: 6, 1e3: 7, .5: 8, 1n: 9, [d]: 10, ["e"]: 11, [`f`]: 12, [(g)]: ' +
      '(13), ...h }',
    'x = { a() {}, async b() {}, *c() {}, async *d() {}, get e() { return 1 }, set e(v) {}, [f]() {}, get [g]() ' +
      '{}, "h"() {}, 1() {}, get() {}, set() {}, async() {}, get: 1, async: 2, async get() {}, get async() {} }',
    'x = { a: function () {}, b: function c() {}, d: (function () {}), e: () => {}, f: async (x) => ({}), ' +
      '__proto__: null }',
    'x = [, a, , ...b, (c), ,]; y = [,]; z = []',
    'x = { "\\u0061": 1, \\u0062: 2, async, await: 3 }',
  ],
  patterns: [
    '({ a, b: c, d = 1, e: f = 2, g: { h }, [i]: j, "k": l.m, n: o[p], ...q } = r)',
    '[a, , b = 1, [c], { d }, e.f, ...[g, ...h]] = i; [(a), (b.c) = (1), ...(d)] = e; ({ a: (b) = (2), ...(c) } = d)',
    'for (const { a, b = 1 } of c) d; for (var [e] in f) ; for (let i = 0, j = 1; i < j; i++, j--) { continue } ' +
      'for (;;) break; for (a.b of c) ; for ([d] of e) {} for ({ f } of g) {} for (h = 0; ; ) ; for (i in j) k',
    'async function f() { for await (const a of b) c; for await (d of e) { } }',
    'const { a: { b: [c = 1] = [] } = {}, ...d } = e, [f, { g } = {}, ...[h]] = i',
    'a = b = c; a += 1; a **= 2; a >>>= 3; a ||= b; a &&= c; a ??= d; a.b ||= (c)',
    'try { } catch ({ message, ...rest }) { } try { } catch { } try { } finally { }',
  ],
  expressions: [
    'a?.b; a?.[b]; a?.(b); (a?.b).c; a?.b.c; (a?.b)(); (a?.b.c).d?.e; a.b?.c(d)?.[e].f; (a)?.b; delete a?.b; new ' +
      '(a?.b)()',
    'a, b, c; (a, b), c; a, (b, c); x = (a, b)',
    '((a)); (a).b; (a)(); (a) + (b); -(a); (a)++; --(a.b); (a) ? (b) : (c); (a && b) || c; a ?? (b || c); !(a); ' +
      'typeof (a); void 0; delete a[b]; ~a; +a',
    'a in b; a instanceof b; a ** b; a === b !== c; a << b >> c >>> d; a % b; a + b - c * d / e | f & g ^ h',
    'f`a${b}c${`d${e}`}`; a.b`c`; `\\u0041\\n${x}\\``; f`\\unicode ${a} \\x\\u{110000} ok \\\\u`; ' +
      'f`\\u{10FFFF}\\u{0041}\\x41\\0`; `line\\\ncontinued`; ``',
    '/a[/]b/giu; a / b / c; /[\\]]/.test(x); x = /\\//; y = a++ / 2',
    '1_000; 0xFF; 0b1; 0o7; 1e-5; .5; 5.; 10n; 0xFFn; 1_0n; Infinity; NaN',
    '"a\\u{1F600}\\x41\\n\\\nb"; \'c\'; "\u2028"; "\\ud800"; "𝒳"; "use strict"',
    'new A; new A(); new a.b.C(d, ...e); new (f())(); new (a.b().c)(); (new A).b',
    'function f() { return; } function g() { return (a) } function h() { throw new Error("x") } throw a',
    'function f() { super_; } class A extends B { constructor() { super(); super.m(); super["n"] } }',
    'this.a; null; true; false; undefined; x = async; async(); async (a); await_; let_; of; get; set; static_',
    'import("a"); import(b); import(`c`).then(d)',
    'f(...a, ...(b), c,); f((a, b)); f(((a)))',
    '(function () {})(); (() => {})(); (async () => { await a; await (b); })(); !function () {}()',
    'a = b ? c : d ? e : f; a = (b, c) => d ? e => f : (g) => h',
    '\\u0061bc = 1; a.\\u0062; ünï.ćode; $; _; "\\u0061".length',
    'a\n++b\nc\n;[d]\n`e`',
  ],
  statements: [
    'if (a) b; else if (c) { d } else { } if (e); else f; if (g) { }',
    'switch (a) { case 1: case (2): b; break; default: c; case "x": { d } } switch (e) { }',
    'a: for (;;) { continue a; } b: { break b } c: d: e; while (f) g; do h; while (i); do { } while (j) k',
    'while (a) { if (b) continue; else break } ; ; { } { ; } { let a; } debugger',
    'var a, b = 1; let c; const d = 2; var { } = e; let [] = f',
    'var yield_ = 1; function f() { function g() {} class H {} return g }',
    'export const a = 1; export function b() {} export async function* c() {} export class D {} export { a as e ' +
      '}; export * from "f"; export default function () {}',
    'import a, { b as c } from "d"; import * as e from "f"; import "g"; import h from "i" with { type: "json" }',
  ],
  comments: [
    '// eslint-disable-next-line no-x\na; /* eslint-disable */ b; /* eslint-enable a, b -- why */ // ' +
      'eslint-disable-line',
    '/* eslint-disable\n x */ a(/* eslint-disable-line */); f(a, // eslint-disable-line y\n b)',
    '/*eslint-disable*/\n//eslint-disable-line\n/** eslint-disable */ /// eslint-disable\n// x // ' +
      'eslint-disable\n/* // eslint-disable */ //',
    '"// eslint-disable"; `/* eslint-disable */ ${a /* eslint-disable-line b */ } // eslint-disable`; /\\/* ' +
      'eslint-disable/; x = "a" // eslint-disable-line',
    '/* eslint x: 0 */ // eslint-disabled\n/* see eslint-disable */ a / b /* eslint-disable-line */ / c; ' +
      '/[/*]/.eslint_',
    'function f(/* eslint-disable a */) { /* eslint-enable a */ } class A { /* eslint-disable b */ m() {} // ' +
      'eslint-disable-line\n }\n// eslint-enable',
    'switch (a) { /* eslint-disable */ case 1: // eslint-disable-line\n } [/* eslint-disable */]; ({ /* ' +
      'eslint-disable */ })',
    'a // eslint-disable-line\r\nb /* eslint-disable\r\n */\rc // eslint-disable-line\u2028d',
    '`${a}` // eslint-disable-line\n`${ // eslint-disable-line\n a}`; // \u00e9 eslint-disable\n/* eslint-disable */',
    '// eslint-disable-next-line',
  ],
  texts: [
    '#!/usr/bin/env node\nconst a = 1;',
    '#!/usr/bin/env node // eslint-disable\n// eslint-disable a\nb',
    '\uFEFFconst a = 1; // eslint-disable-line',
    '\uFEFF#!/usr/bin/env node\na',
    'const a = 1;\r\nconst b = `x\r\ny\rz`;\r\n// eslint-disable-next-line\r\nf(\r\n  a,\r\n);\r\n',
    '', ' \n', '// only a comment', '\u00a0a\u2003=\u3000b',
    '"use strict"; \'use client\'\nmodule.exports = { a }; exports.b = require("c"); module.exports.d = function () {}',
  ],
};

const JSX: readonly string[] = [
  '<a/>; <a></a>; <></>; <a.b.c d/>; <a:b c:d="e"/>; <this.x/>; <a-b data-c="d"/>; <A {...b} c={d} e={"f"} ' +
    'g=<h/> i=<></>/>',
  '<a>text {b} {/* comment */} {} <d/> &amp; &copy; {"e"} {`f`}</a>',
  '<a b="&quot;c&amp;" d=\'e"f\' g="h\ni" j=""/>',
  '<a b={/* eslint-disable */ c} /* eslint-disable d */ e // eslint-disable-line\n>{/* eslint-disable f */}{ ' +
    '// eslint-enable\n}// eslint-disable /* eslint-disable */</a>',
  '<A b={() => <c onClick={async (e) => { await d }}>{e ? <f/> : null}{g && <h/>}{i.map((j) => <k key={j}/>)}</c>}/>',
  '<a dangerouslySetInnerHTML={{ __html: b }} c={(d)}>{(e)}</a>; const x = (<b>\n  c\n</b>);',
  'function F() { return <><a/>b{c}</> } <a\n  . b/>',
];

const TSX: readonly string[] = [
  '<a>{...b}{...(c as D)}</a>',
  'const f = <T,>(x: T) => <A<T> b={x as any}>{x!}</A>; <B<string> {...(c as D)}/>; const g = <T extends U>(x: T) => x',
];

describe.each(Object.entries(TYPESCRIPT))('both front ends agree on TypeScript %s', (_, snippets) => {
  it.each(snippets)('%s', (text) => {
    expect(compareFrontEnds('a.ts', text)).toEqual([EQUAL]);
  });
});

describe.each(Object.entries(JAVASCRIPT))('both front ends agree on JavaScript %s', (_, snippets) => {
  it.each(snippets)('%s', (text) => {
    expect(compareFrontEnds('a.js', text)).toEqual([EQUAL, EQUAL]);
    expect(compareFrontEnds('a.ts', text)).toEqual([EQUAL]);
  });
});

describe('both front ends agree on JSX', () => {
  it.each(JSX)('%s', (text) => {
    expect(compareFrontEnds('a.js', text)).toEqual([EQUAL, EQUAL]);
    expect(compareFrontEnds('a.tsx', text)).toEqual([EQUAL]);
  });
  it.each(TSX)('%s', (text) => {
    expect(compareFrontEnds('a.tsx', text)).toEqual([EQUAL]);
  });
});

describe('both front ends agree on the fixtures', () => {
  const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.has(extname(name)))
    .map((name) => join('fixtures', name));
  it.each(fixtures)('%s', (path) => {
    for (const result of compareFrontEnds(path, readFileSync(path, 'utf8'))) expect(result).toEqual(EQUAL);
  });
});

describe('compareFrontEnds', () => {
  it('names the parser that refuses a text', () => {
    expect(compareFrontEnds('a.ts', 'const = 1')).toMatchObject([{ kind: 'refused', parser: 'ts-morph' }]);
    expect(compareFrontEnds('a.js', 'let a: string')).toMatchObject([EQUAL, { kind: 'refused', parser: 'espree' }]);
  });

  it('finds the first difference of two values', () => {
    const difference = firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, '');
    expect(difference).toEqual({ path: 'a[1].b', estree: 2, tsmorph: 3 });
    expect(firstDifference({ a: 1 }, { a: 1, b: undefined }, '')).toMatchObject({ path: 'b' });
    expect(firstDifference({ a: 1, b: 2 }, { b: 2, a: 1 }, '')).toBeUndefined();
  });
});
