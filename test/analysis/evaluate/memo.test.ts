import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/analysis/analyse.js';
import type { AnalysisHost } from '../../../src/analysis/host.js';
import type { ModuleIR } from '../../../src/ir/types.js';
import { memoryHost } from '../../support/memory-host.js';
import { questionsIn, show, valueOf, type Sources } from '../../support/ask.js';

/** Programs whose values need each other, or need much. */
const PROGRAMS: Readonly<Record<string, Sources>> = {
  'constants in a circle': 'const a = { x: b.y, z: 1 }; const b = { y: a.z, w: a.x }; use(a); use(b); use(a.x); use(b.w); use([a, b]);',
  'a circle of three with a way out': 'const a = [b, c]; const b = c ? c : 1; const c = a ? b : 2; use(a); use(b); use(c); use([c, a, b]);',
  'functions in a circle': 'const a = f(1); function f(n) { return n > 3 ? b : g(n); } function g(n) { return f(n + a); } const b = g(0); use(a); use(b); use(f(2)); use(g(2));',
  'names that are written from each other': 'let a = 1, b = 2; function f() { a = b + 1; b = a + 1; use(a); use(b); } use(a); use(b); use([b, a]);',
  'instances in a circle': 'class A { b = new B(); x = 1 } class B { a = new A(); y = this.a.x } use(new A().b.y); use(new B().a.x); use(new B().y);',
  'getters in a circle': 'const o = { get a() { return this.b; }, get b() { return this.a; }, c: 1 }; use(o.a); use(o.b); use(o.c);',
  'modules in a circle': {
    'main.ts': 'import { a, d } from "./a"; import { b } from "./b"; use(a); use(b); use(d); use([b, a, d]);',
    'a.ts': 'import { b, c } from "./b"; export const a = { v: b.v, c }; export const d = 1;',
    'b.ts': 'import { a, d } from "./a"; export const b = { v: a.c, d }; export const c = d + 1;',
  },
  'much that is shared': doubled(24),
  'nested deeply': `const a = ${'['.repeat(150)}1${']'.repeat(150)}; const b = ${'['.repeat(150)}a${']'.repeat(150)}; use(a); use(b); use([b]); use([a]);`,
  'called deeply': `${Array.from({ length: 12 }, (_, n) => `const f${n + 1} = (x) => f${n}(x) + 1;`).join(' ')} const f0 = (x) => x; use(f12(0)); use(f6(0)); use(f7(f6(0)));`,
};

/** `a0 = [1, 1]`, `a1 = [a0, a0]`, …: 2^count elements, each asked for. */
function doubled(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => `const a${n + 1} = a${n} + a${n};`);
  return `const a0 = 1; ${lines.join(' ')} use(a${count}); use(a12); use(a13); use([a${count}, a12]); use(a${count - 1});`;
}

/** The answers by question, asked in an order of their indices by one evaluator. */
function answers(sources: Sources, order: readonly number[]): ReadonlyMap<number, string> {
  const { evaluator, questions } = questionsIn(sources);
  return new Map(order.flatMap((index) => {
    const question = questions[index];
    return question === undefined ? [] : [[index, show(evaluator.evaluate(...question))] as const];
  }));
}

describe('the order of questions', () => {
  it.each(Object.keys(PROGRAMS))('changes no answer: %s', (name) => {
    const sources = PROGRAMS[name] ?? '';
    const indices = questionsIn(sources).questions.map((_, index) => index);
    const alone = new Map(indices.flatMap((index) => [...answers(sources, [index])]));
    for (const start of indices) {
      const rotated = [...indices.slice(start), ...indices.slice(0, start)];
      for (const order of [rotated, [...rotated].reverse(), [...rotated, ...rotated]]) {
        const found = answers(sources, order);
        for (const index of indices) expect([order, index, found.get(index)]).toEqual([order, index, alone.get(index)]);
      }
    }
  });
});

describe('circles', () => {
  it.each([
    ['a constant of itself', 'const a = a; use(a);', 'unknown'],
    ['two constants', 'const a = b, b = a; use(a);', 'unknown'],
    ['a member of itself', 'const o = { a: o.b, b: 1 }; use(o.b);', '1'],
    ['a default of itself', 'function f(a = a) { return a; } use(f());', 'unknown'],
    ['an array of itself', 'const a = [a, 1]; use(a[1]);', '1'],
    ['a class that makes itself', 'class A { a = new A().a } use(new A().a);', 'unknown'],
    ['a function that returns its call', 'const f = () => f(); use(f());', 'unknown'],
    ['a spread of itself', 'const o = { ...o, a: 1 }; use(o.a);', '1'],
  ])('%s', (_, source, expected) => {
    expect(valueOf(source)).toBe(expected);
  });
});

describe('bounds', () => {
  const repeated = (count: number, part: (n: number) => string, separator = ' '): string =>
    Array.from({ length: count }, (_, n) => part(n)).join(separator);

  it.each([
    ['a long sum', `use(${repeated(1500, () => '1', ' + ')});`, /unknown|^\+\(/],
    ['many constants', `const a0 = 1; ${repeated(2000, (n) => `const a${n + 1} = a${n};`)} use(a2000);`, /^unknown$/],
    ['a long list', `const a = [${repeated(10_000, (n) => `{ n: ${n} }`, ',')}]; use(a[9999]);`, /^unknown$/],
    ['a loop over a long list', `for (const a of [${repeated(10_000, String, ',')}]) use(a);`, /^unknown$/],
    ['many alternatives', `use(${repeated(500, (n) => `c${n} ? ${n} : `, '')} 0);`, /unknown/],
    ['a large object', `const o = { ${repeated(10_000, (n) => `a${n}: ${n}`, ',')} }; use(o.b);`, /^unknown$/],
    ['many conditional spreads', `const o = { ${repeated(200, (n) => `...(c${n} && { a: ${n}, b${n}: 1 })`, ',')} }; use(o.a);`, /unknown/],
    ['many writes', `let a = 1; ${repeated(1000, (n) => `if (c) a = a + ${n};`)} use(a);`, /^unknown$/],
    ['many ways out', `function f() { ${repeated(1000, (n) => `if (c${n}) return ${n};`)} } use(f());`, /^unknown$/],
    ['functions that call themselves twice', 'function f(n) { return f(n - 1) + f(n - 2); } use(f(30));', /^\+\(/],
    ['a family of functions', `${repeated(8, (n) => `function f${n}(x) { return [${repeated(8, (m) => `f${m}(x)`, ',')}]; }`)} use(f0(1));`, /./],
    ['a long chain of members', `use(a${'.b'.repeat(1500)});`, /unknown|^global:/],
    ['a long chain of calls', `use(a()${'.b()'.repeat(700)});`, /unknown|^global:/],
    ['numbers that grow', doubled(2000), /./],
    ['text that grows', doubled(40).replace('const a0 = 1', 'const a0 = "x"'), /./],
    ['stars in circles', '', /^unknown$/],
  ])('end soon and without an error: %s', (name, source, expected) => {
    const start = performance.now();
    expect(valueOf(name === 'stars in circles' ? stars(12) : source).split('; ')[0]).toMatch(expected);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('of the parser or of the names make no module, and no error', () => {
    for (const count of [1500, 3000, 20_000]) {
      const host = memoryHost({ 'main.ts': 'import { x } from "./deep"; use(x);', 'deep.ts': `export const x = a${'.b()'.repeat(count)};` });
      expect(() => prepare({ ...host, module: (file) => lenient(host, file) }, ['main.ts', 'deep.ts'])).not.toThrow();
    }
  });

  it('are wide enough for what people write', () => {
    expect(valueOf(`use(${repeated(100, () => '1', ' + ')});`)).toBe('100');
    expect(valueOf(`const a0 = 1; ${repeated(60, (n) => `const a${n + 1} = a${n} + 1;`)} use(a60);`)).toBe('61');
    expect(valueOf(`const o = { ${repeated(500, (n) => `a${n}: ${n}`, ',')} }; use(o.a499);`)).toBe('499');
    expect(valueOf(`${repeated(6, (n) => `const f${n + 1} = (x) => f${n}(x);`)} const f0 = (x) => x; use(f6("a"));`)).toBe('"a"');
  });
});

/** As hosts do it: what cannot be parsed is not there. */
function lenient(host: AnalysisHost, file: string): ModuleIR | undefined {
  try {
    return host.module(file);
  } catch {
    return undefined;
  }
}

/** Modules that all export all of each other. */
function stars(count: number): Sources {
  const names = Array.from({ length: count }, (_, n) => `m${n}`);
  const text = names.map((name) => `export * from "./${name}";`).join(' ');
  return { 'main.ts': 'import { x } from "./m0"; use(x);', ...Object.fromEntries(names.map((name) => [`${name}.ts`, text])) };
}
