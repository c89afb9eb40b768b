import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { read, sourceFiles } from './support/files.js';
import { wantsIn } from './support/wants.js';

const ids = rules.map(({ meta }) => meta.id);

/** How a file gets its imports and types. */
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

function callsIn(line: string): string[] {
  return [...line.replace(/\/\/ want.*$/, '').matchAll(/(\w+)\(/g)].map(([, name = '']) => name);
}

/** Whether a line that is not reported calls what one calls that is. */
function leavesAlone(text: string, reported: readonly number[]): boolean {
  const lines = text.split('\n');
  const called = new Set(reported.flatMap((line) => callsIn(lines[line - 1] ?? '')));
  return lines.some((line, index) => !reported.includes(index + 1) && callsIn(line).some((name) => called.has(name)));
}

/** What is not reported proves nothing when the rule never looked: the nearest code that is reported stands beside it. */
describe.each(ids)('the fixtures of %s', (id) => {
  const files = sourceFiles(`fixtures/rules/${id}`);
  const linesIn = (file: string): number[] => wantsIn(read(file)).filter(({ ruleId }) => ruleId === id).map(({ line }) => line);
  const reporting = new Set(files.filter((file) => linesIn(file).length > 0));

  it('have a control for each file that is silent', () => {
    expect(files.filter((file) => !reporting.has(file) && !reporting.has(controlOf(file)))).toEqual([]);
  });

  it('report in ES modules, in CommonJS and in TypeScript', () => {
    const kinds = new Set([...reporting].map(kindOf));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('leave in each of them a line alone that calls what a reported one calls', () => {
    const kinds = new Set(files.filter((file) => leavesAlone(read(file), linesIn(file))).map(kindOf));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
