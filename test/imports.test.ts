import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles } from './support/files.js';
import { importsOf, type Import } from './support/imports.js';

/** Parts of the project and the parts that each may import; files directly in a part may import each other. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/ir': [],
  'src/domain': [],
  'src/packages': [],
  'src/policy': ['src/domain'],
  'src/knowledge': ['src/domain', 'src/ir'],
  'src/frontends/estree': ['src/ir'],
  'src/frontends/tsmorph': ['src/ir'],
  'src/frontends/sfc': ['src/frontends/tsmorph', 'src/ir'],
  'src/frontends/settings': ['src/ir'],
  'src/analysis/evaluate': ['src/analysis', 'src/knowledge', 'src/domain', 'src/ir'],
  'src/analysis/operations': ['src/analysis', 'src/analysis/evaluate', 'src/knowledge', 'src/domain', 'src/ir'],
  'src/analysis/questions': ['src/analysis', 'src/analysis/evaluate', 'src/analysis/operations', 'src/knowledge', 'src/domain', 'src/ir', 'src/policy'],
  'src/analysis': ['src/analysis/evaluate', 'src/analysis/operations', 'src/analysis/questions', 'src/knowledge', 'src/domain', 'src/ir', 'src/policy'],
  rules: ['src/analysis', 'src/analysis/evaluate', 'src/analysis/operations', 'src/analysis/questions', 'src/policy', 'src/domain'],
  'src/eslint': ['rules', 'src/frontends/estree', 'src/policy', 'src/analysis', 'src/analysis/evaluate', 'src/knowledge', 'src/packages', 'src/domain', 'src/ir'],
  'src/scanner': ['rules', 'src/frontends/settings', 'src/frontends/sfc', 'src/frontends/tsmorph', 'src/policy', 'src/analysis', 'src/analysis/evaluate', 'src/knowledge', 'src/packages', 'src/domain', 'src/ir'],
  'src/report': ['src/scanner', 'src/packages', 'src/policy', 'src/domain'],
  'src/cli': ['src/report', 'src/scanner', 'src/eslint', 'rules', 'src/packages', 'src/policy', 'src/domain'],
};

/** Packages that only some parts may know; `type` where nothing of them may be left when the code runs. */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, 'any' | 'type'>>>> = {
  'ts-morph': { 'src/frontends/tsmorph': 'any', 'src/scanner': 'any' },
  eslint: { 'src/eslint': 'any' },
  '@typescript-eslint/utils': { 'src/eslint': 'any', 'src/frontends/estree': 'type' },
  '@typescript-eslint/parser': {},
  typescript: {},
};

const imports = [...sourceFiles('src'), ...sourceFiles('rules')].flatMap(importsOf);

function partOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT).find((part) => file.startsWith(`${part}/`));
}

function shown({ from, to, typeOnly }: Import): string {
  return `${from} imports ${to}${typeOnly ? ' (types only)' : ''}`;
}

describe('the import graph', () => {
  it('knows the part of every file', () => {
    const files = [...sourceFiles('src'), ...sourceFiles('rules')];
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may: %j', (part, allowed) => {
    const wrong = imports.filter(({ from, to }) => {
      const other = partOf(to);
      return partOf(from) === part && other !== undefined && other !== part && !allowed.includes(other);
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it.each(Object.entries(PACKAGES))('%s is imported only in %j', (name, allowed) => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      const level = allowed[partOf(from) ?? ''];
      return to === name && !(level === 'any' || (level === 'type' && typeOnly));
    });
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe('loading the plugin', () => {
  it('loads no compiler and no parser', () => {
    // Node's own record of what was loaded: a hook would miss what CommonJS requires.
    const script = `
      const { default: plugin } = await import(${JSON.stringify(new URL('../dist/src/eslint/plugin.js', import.meta.url).href)});
      const { createRequire } = await import('node:module');
      const { cache } = createRequire(import.meta.url);
      console.log(JSON.stringify({ rules: Object.keys(plugin.rules).length, loaded: Object.keys(cache) }));
    `;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, encoding: 'utf8' });
    const { rules, loaded } = JSON.parse(output) as { rules: number; loaded: string[] };
    expect(rules).toBeGreaterThan(0);
    expect(loaded.filter((file) => /node_modules\/(?:typescript|ts-morph|@ts-morph|@typescript-eslint\/(?:parser|typescript-estree))\//.test(file))).toEqual([]);
  });
});
