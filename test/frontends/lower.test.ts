import { describe, expect, it } from 'vitest';
import type { ModuleIR, Statement } from '../../src/ir/types.js';
import { parseTs } from '../../src/frontends/tsmorph/parse.js';

/** Exact shapes; that the ESTree front end gives the same is held by the parity test. */
function lower(text: string, fileName = 'a.ts'): ModuleIR {
  const result = parseTs(fileName, text);
  if ('error' in result) throw new Error(result.error.message);
  return result.ir;
}

function first(text: string, fileName?: string): Statement | undefined {
  return lower(text, fileName).body[0];
}

describe('expressions', () => {
  it('keeps the source text of numbers and leaves out parentheses and assertions', () => {
    expect(first('x = (y! as Z)["a"](15_000)')).toEqual({
      kind: 'expression',
      range: [0, 26],
      expression: {
        kind: 'assign',
        range: [0, 26],
        operator: '=',
        target: { kind: 'identifier', range: [0, 1], name: 'x' },
        value: {
          kind: 'call',
          range: [4, 26],
          callee: {
            kind: 'member',
            range: [4, 18],
            object: { kind: 'identifier', range: [5, 6], name: 'y' },
            property: { kind: 'string', range: [14, 17], value: 'a' },
            propertyRange: [14, 17],
          },
          args: [{ kind: 'number', range: [19, 25], text: '15_000' }],
        },
      },
    });
  });

  it('gives object members one form, whatever their syntax', () => {
    expect(first('({ a, get b() {}, "c": 1, ...d })')).toMatchObject({
      expression: {
        kind: 'object',
        range: [1, 32],
        members: [
          { kind: 'property', range: [3, 4], key: 'a', keyRange: [3, 4], value: { kind: 'identifier', name: 'a' } },
          { range: [10, 16], key: 'b', accessor: 'get', value: { kind: 'function', range: [10, 16], head: [10, 11] } },
          { range: [18, 24], key: 'c', keyRange: [18, 21] },
          { kind: 'spread', range: [26, 30] },
        ],
      },
    });
  });

  it('says where to underline a function', () => {
    const heads = ['x = function () {}', 'x = function f() {}', 'x = async (a) => ({})'].map((text) => {
      const statement = first(text);
      const assign = statement?.kind === 'expression' ? statement.expression : undefined;
      const value = assign?.kind === 'assign' ? assign.value : undefined;
      return value?.kind === 'function' ? text.slice(...value.head) : undefined;
    });
    expect(heads).toEqual(['function', 'f', '=>']);
  });

  it('cooks templates, and gives nothing for an escape without a value', () => {
    expect(first('f`a\\n${b}\\u{zz}`')).toMatchObject({
      expression: { kind: 'tagged', template: { strings: ['a\n', ''] } },
    });
  });

  it('reads JSX attributes as source text and drops text between tags', () => {
    expect(first('<a.b c="&amp;" d e={f}>text {g}<h/></a.b>', 'a.js')).toMatchObject({
      expression: {
        kind: 'jsx',
        name: 'a.b',
        attributes: [
          { kind: 'attribute', range: [5, 14], name: 'c', value: { kind: 'string', range: [7, 14], value: '&amp;' } },
          { kind: 'attribute', range: [15, 16], name: 'd' },
          { name: 'e', value: { kind: 'identifier', name: 'f' } },
        ],
        children: [{ kind: 'identifier', name: 'g' }, { kind: 'jsx', name: 'h', attributes: [], children: [] }],
      },
    });
  });
});

describe('declarations', () => {
  it('splits an exported declaration into the declaration and its export', () => {
    expect(lower('export const { a, b: [c] } = d').body).toMatchObject([
      { kind: 'variable', range: [7, 30], mode: 'const' },
      {
        kind: 'export',
        range: [15, 23],
        specifiers: [{ local: 'a', exported: 'a', range: [15, 16] }, { local: 'c', exported: 'c', range: [22, 23] }],
      },
    ]);
    expect(lower('export default function f() {}').body).toMatchObject([
      { kind: 'function-declaration', range: [15, 30] },
      { kind: 'export', range: [24, 25], specifiers: [{ local: 'f', exported: 'default' }] },
    ]);
    expect(lower('export default function () {}').body).toMatchObject([
      { kind: 'export-default', range: [0, 29], value: { kind: 'function', range: [15, 29], head: [15, 23] } },
    ]);
  });

  it('keeps what proves an injected receiver', () => {
    const text = '@Injectable() export class A { constructor(@Inject(B) private readonly c: D.E<F> | null) {} }';
    expect(first(text)).toMatchObject({
      kind: 'class-declaration',
      class: {
        name: 'A',
        range: [27, 93],
        decorators: [{ kind: 'call', callee: { name: 'Injectable' } }],
        members: [{
          kind: 'constructor',
          key: 'constructor',
          range: [31, 91],
          value: {
            kind: 'function',
            head: [31, 42],
            params: [{
              target: { kind: 'identifier', name: 'c', range: [71, 72] },
              type: { name: 'D.E', args: [{ name: 'F' }] },
              decorators: [{ kind: 'call', callee: { name: 'Inject' } }],
              field: true,
            }],
          },
        }],
      },
    });
  });

  it('drops what does not exist when the program runs', () => {
    const text = 'declare const a: 1; function f(): void; type B = string; declare global {} ; '
      + 'abstract class C { abstract d(): void; e; }';
    expect(lower(text).body).toMatchObject([
      { kind: 'class-declaration', class: { members: [{ kind: 'field', key: 'e' }] } },
    ]);
  });

  it('nests namespaces and exports the inner ones', () => {
    expect(lower('namespace A.B { }').body).toEqual([{
      kind: 'namespace',
      range: [0, 17],
      name: 'A',
      body: [
        { kind: 'namespace', range: [12, 17], name: 'B', body: [] },
        { kind: 'export', range: [12, 13], specifiers: [{ local: 'B', exported: 'B', range: [12, 13] }] },
      ],
    }]);
  });

  it('reads types by name, without null and undefined', () => {
    expect(first('let a: import("x").Y<string, Z> | undefined, b: C[], d: E | F')).toMatchObject({
      declarations: [
        { target: { name: 'a', range: [4, 5] }, type: { name: 'Y', from: 'x', args: [null, { name: 'Z' }] } },
        { target: { name: 'b' } },
        { target: { name: 'd' } },
      ],
    });
    expect(JSON.stringify(first('let b: C[], d: E | F'))).not.toContain('"type"');
  });
});

describe('statements', () => {
  it('brings branches and loops to one form', () => {
    expect(lower('if (a) b; else if (c) { d } for (e of f) ; ;').body).toMatchObject([
      { kind: 'if', then: [{ kind: 'expression' }], else: [{ kind: 'if', then: [{ kind: 'expression' }] }] },
      { kind: 'loop', form: 'for-of', left: { kind: 'identifier', name: 'e' }, body: [] },
    ]);
    expect(lower('if (a) b; for (e of f) ; ;').body).toHaveLength(2);
  });

  it('has no key that does not apply', () => {
    expect(first('function f(a) { return }')).toEqual({
      kind: 'function-declaration',
      range: [0, 24],
      function: {
        kind: 'function',
        range: [0, 24],
        head: [9, 10],
        name: 'f',
        params: [{ target: { kind: 'identifier', range: [11, 12], name: 'a' } }],
        body: [{ kind: 'return', range: [16, 22] }],
      },
    });
  });
});

describe('suppression comments', () => {
  it('are those that stand outside of strings, templates, JSX text and other comments', () => {
    const text = '`/* eslint-disable a */ ${b /* eslint-disable c */}`; // eslint-disable-line d\n'
      + '// x // eslint-disable';
    expect(lower(text).comments).toEqual([
      { type: 'block', text: ' eslint-disable c ', range: [28, 50] },
      { type: 'line', text: ' eslint-disable-line d', range: [54, 78] },
    ]);
    expect(lower('a // a comment').comments).toBeUndefined();
  });
});

describe('parseTs', () => {
  it('counts offsets without a byte-order mark', () => {
    expect(first('\uFEFFa')).toMatchObject({ range: [0, 1] });
    expect(parseTs('a.ts', '\uFEFFlet = = 1')).toMatchObject({ error: { offset: 6 } });
  });

  it('reads JSX in every JavaScript file, and in TypeScript only where it belongs', () => {
    for (const name of ['a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.tsx']) {
      expect(parseTs(name, '<a></a>')).toHaveProperty('ir');
    }
    for (const name of ['a.ts', 'a.mts', 'a.cts']) expect(parseTs(name, '<a></a>')).toHaveProperty('error');
    expect(parseTs('a.ts', '<A>b')).toHaveProperty('ir');
  });

  it('refuses syntax errors, and not what only a type checker or strict mode refuses', () => {
    expect(parseTs('a.js', 'if (')).toEqual({ error: { message: 'Expression expected.', offset: 4 } });
    expect(parseTs('a.js', 'chmod(f, 0755); return 1')).toHaveProperty('ir');
    expect(parseTs('a.ts', 'let a: string = 1; let a;')).toHaveProperty('ir');
  });

  it('reports text that is nested too deeply instead of failing', () => {
    expect(parseTs('a.js', `x = ${'['.repeat(100_000)}`)).toHaveProperty('error');
    expect(parseTs('a.js', `x = ${"'a' + ".repeat(50_000)}'a'`)).toMatchObject({
      error: { message: expect.stringContaining('deeply') as string },
    });
  });
});
