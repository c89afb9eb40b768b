import { describe, expect, it } from 'vitest';
import { parseSettings } from '../../src/frontends/settings/parse.js';
import type { SettingsSource } from '../../src/ir/settings.js';

/** Name, value, and the stretches of text that stand for both. */
function read(source: SettingsSource, text: string): string[][] {
  return parseSettings(source, text).settings.map(({ name, value, nameRange, range, fallbackOf, base64 }) => {
    expect(text.slice(...nameRange)).toBe(name);
    return [name, value, text.slice(...range), ...(fallbackOf === undefined ? [] : [fallbackOf]), ...(base64 ? ['base64'] : [])];
  });
}

describe('a .env file', () => {
  it.each<[string, string[][]]>([
    ['A=b', [['A', 'b', 'b']]],
    ['  export  A = b  # why\r\nC=d\r\n', [['A', 'b', 'b'], ['C', 'd', 'd']]],
    ['A=b#c', [['A', 'b#c', 'b#c']]],
    ['A=# nothing\nB=', [['A', '', ''], ['B', '', '']]],
    [`A='b # c' # d\nB="e"\nC=\`f\``, [['A', 'b # c', `'b # c'`], ['B', 'e', '"e"'], ['C', 'f', '`f`']]],
    [`A="b\nc=d"\nE=f`, [['A', 'b\nc=d', '"b\nc=d"'], ['E', 'f', 'f']]],
    [`A="no end\nB=c`, [['A', '"no end', '"no end'], ['B', 'c', 'c']]],
    [`A="b" c\nB=c`, [['A', '"b" c', '"b" c'], ['B', 'c', 'c']]],
    [`A="say \\"b\\""`, [['A', 'say \\"b\\"', '"say \\"b\\""']]],
    ['A=\${B:-c}\nD=${E-f}\nG=${H:?i}', [['A', 'c', '${B:-c}', 'B'], ['D', 'f', '${E-f}', 'E'], ['G', '${H:?i}', '${H:?i}']]],
    ['# A=b\nsome words\n=c\nD.e-f=g', [['D.e-f', 'g', 'g']]],
    ['', []],
  ])('%j', (text, settings) => {
    expect(read('env', text)).toEqual(settings);
  });

  it('has keys of several lines, with quotes and without', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nabc=\n-----END PRIVATE KEY-----';
    expect(read('env', `A=${pem}\nB="${pem}"\nC=d`)).toEqual([['A', pem, pem], ['B', pem, `"${pem}"`], ['C', 'd', 'd']]);
  });

  it('gives the comments that may suppress', () => {
    const text = 'A=b # eslint-disable-line x\n# eslint-disable-next-line y -- z\n# other\nC=d#eslint-disable-line';
    expect(parseSettings('env', text).comments.map((comment) => [comment.text, text.slice(...comment.range)])).toEqual([
      [' eslint-disable-line x', '# eslint-disable-line x'],
      [' eslint-disable-next-line y -- z', '# eslint-disable-next-line y -- z'],
    ]);
  });
});

describe('a Compose file', () => {
  it('has variables in maps and lists, of services and of their builds', () => {
    const text = `services:
  a:
    build: { args: { A: 1_0, B: null } }
    environment:
      C: "d" # e
      F: |
        g
        h
  b:
    environment:
      - I=j=k
      - 'L=m'
      - N
      - O=\${P:-q}
  c: nothing
other: { environment: { R: s } }
`;
    expect(read('compose', text)).toEqual([
      ['C', 'd', '"d"'], ['F', 'g\nh\n', '|\n        g\n        h\n'],
      ['A', '1_0', '1_0'], ['B', '', 'null'],
      ['I', 'j=k', 'j=k'], ['L', 'm', 'm'], ['O', 'q', '${P:-q}', 'P'],
    ]);
  });

  it('follows aliases and merge keys to where the values stand', () => {
    const text = `x-env: &env\n  A: b\nservices:\n  a:\n    environment: *env\n  b:\n    environment:\n      <<: [*env]\n      C: d\n`;
    expect(read('compose', text)).toEqual([['A', 'b', 'b'], ['C', 'd', 'd'], ['A', 'b', 'b']]);
  });

  it('ends where aliases of aliases do not', () => {
    const levels = Array.from({ length: 40 }, (_, level) => `  l${level + 1}: &l${level + 1}\n    <<: [*l${level}, *l${level}]\n`);
    const text = `x:\n  l0: &l0 { A: b }\n${levels.join('')}services:\n  a:\n    environment: *l40\n`;
    expect(parseSettings('compose', text).settings.length).toBeLessThan(30_000);
  });

  it.each(['services: [', 'services:\n\ta: b', '{{ template }}\n- x', '<<<<<<< HEAD\nservices: {}\n=======\n'])('has none where %j is all, and says that it is no YAML', (text) => {
    expect(parseSettings('compose', text)).toMatchObject({ settings: [], isPartial: true });
  });

  it.each(['services: text', 'a: *b', '', '\0'])('has none where %j is all', (text) => {
    expect(parseSettings('compose', text)).toEqual({ source: 'compose', settings: [], comments: [] });
  });
});

describe('a Kubernetes manifest', () => {
  it('has the data of secrets and configuration, documents that are broken left out', () => {
    const text = `kind: Secret
stringData: { A: b }
data: { C: ZA==, D: "%%", E: /w== }
---
kind: Secret
data: { F: {{ .Values.x }}
---
kind: ConfigMap
data: { G: h }
---
kind: SealedSecret
data: { I: j }
`;
    expect(read('kubernetes', text)).toEqual([['A', 'b', 'b'], ['C', 'd', 'ZA==', 'base64'], ['G', 'h', 'h']]);
  });

  it('has the variables of containers', () => {
    const text = `kind: List
items:
  - kind: Pod
    spec: { containers: [{ env: [{ name: A, value: b }, { name: C, valueFrom: {} }] }] }
  - kind: CronJob
    spec: { jobTemplate: { spec: { template: { spec: { initContainers: [{ env: [{ value: e, name: D }] }] } } } } }
`;
    expect(read('kubernetes', text)).toEqual([['A', 'b', 'b'], ['D', 'e', 'e']]);
  });
});
