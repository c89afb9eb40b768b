import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { read, sourceFiles } from './support/files.js';
import { wantsIn } from './support/wants.js';

const ids = rules.map(({ meta }) => meta.id);

/** A kind of module, or TypeScript. */
type Kind = 'typescript' | 'commonjs' | 'esm';

const KINDS: readonly Kind[] = ['typescript', 'commonjs', 'esm'];

/** `undefined` for components, and for what neither imports nor requires. */
function kindOf(file: string): Kind | undefined {
  if (/\.tsx?$/.test(file)) return 'typescript';
  if (file.endsWith('.cjs')) return /\brequire\(/.test(read(file)) ? 'commonjs' : undefined;
  return /\.m?js$/.test(file) && /^(?:import|export)\b/m.test(read(file)) ? 'esm' : undefined;
}

/** A file of its own beside it, where what makes the silent one right holds for the whole file, its name included. */
function controlOf(file: string): string {
  const [, named] = /^\/\/ control: (\S+)$/m.exec(read(file)) ?? [];
  const extension = extname(file);
  return named === undefined ? `${file.slice(0, -extension.length)}.control${extension}` : file.replace(/[^/]+$/, named);
}

/** What is not reported proves nothing when the rule never looked: the nearest code that is reported stands beside it. */
describe.each(ids)('the fixtures of %s', (id) => {
  const files = sourceFiles(`fixtures/rules/${id}`);
  const reporting = new Set(files.filter((file) => wantsIn(read(file)).some(({ ruleId }) => ruleId === id)));

  it('have a control for each file that is silent', () => {
    expect(files.filter((file) => !reporting.has(file) && !reporting.has(controlOf(file)))).toEqual([]);
  });

  it('report in ES modules, in CommonJS and in TypeScript', () => {
    const kinds = new Set([...reporting].map(kindOf));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
