import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { libraryIndex } from '../../scripts/library-index.js';
import { read, root } from '../support/files.js';

it('every model that a file exports is in the list of libraries (npm run docs)', async () => {
  const names = readdirSync(`${root}src/knowledge`).map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'libraries' && name !== 'index');
  const modules = await Promise.all(names.map(async (name) =>
    [name, await import(`../../src/knowledge/${name}.ts`) as Readonly<Record<string, unknown>>] as const));
  expect(read('src/knowledge/libraries.ts')).toBe(libraryIndex(new Map(modules)));
});

it('lists models by file and name, lists of them spread, and nothing else', () => {
  const model = { name: 'x', packages: ['x'], operations: [] };
  const text = libraryIndex(new Map([['b', { two: [model], one: model, HELPER: ['x'] }], ['a', { three: model }], ['c', { helper: () => model }]]));
  expect(text).toContain("import { three } from './a.js';\nimport { one, two } from './b.js';\nimport type");
  expect(text).toContain('= [\n  three,\n  one,\n  ...two,\n];');
  expect(text).not.toContain('c.js');
});
