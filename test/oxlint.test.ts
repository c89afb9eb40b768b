import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lines } from '../src/scanner/lines.js';
import { applied, type TextEdit } from './support/edits.js';
import { read, root } from './support/files.js';
import { SampleProject } from './support/sample-project.js';
import { wantsIn } from './support/wants.js';

const APP = 'fixtures/oxlint/src';
const FILES = readdirSync(join(root, APP)).sort();
const ESLINT_CONFIG = `
  import typescript from '@typescript-eslint/parser';
  import astro from 'astro-eslint-parser';
  import svelte from 'svelte-eslint-parser';
  import vue from 'vue-eslint-parser';
  import authlint from 'authlint';
  const parserOptions = { parser: typescript, ecmaFeatures: { jsx: true } };
  export default [
    { files: ['**/*.{ts,tsx}'], languageOptions: { parser: typescript } },
    { files: ['**/*.vue'], languageOptions: { parser: vue, parserOptions } },
    { files: ['**/*.svelte'], languageOptions: { parser: svelte, parserOptions } },
    { files: ['**/*.astro'], languageOptions: { parser: astro, parserOptions } },
    authlint.configs.recommended,
  ];`;

/** As the README shows it. */
const OXLINT_CONFIG = /^```js\n(\/\/ oxlint\.config[^]*?)^```$/m.exec(read('README.md'))?.[1] ?? '';

interface EslintMessage {
  readonly ruleId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly suggestions?: readonly { readonly fix: TextEdit }[];
}

interface OxlintDiagnostic {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
  /** In bytes of UTF-8. */
  readonly labels: readonly [{ readonly span: { readonly offset: number; readonly length: number; readonly line: number } }];
}

const project = new SampleProject();

beforeAll(() => {
  project.installLinked();
  for (const name of ['eslint', 'oxlint', '@typescript-eslint/parser', 'vue-eslint-parser', 'svelte-eslint-parser', 'svelte', 'astro-eslint-parser']) project.link(name);
  project.write({
    'package.json': read('fixtures/oxlint/package.json'),
    'eslint.config.js': ESLINT_CONFIG,
    'oxlint.config.mjs': OXLINT_CONFIG,
  });
});

afterAll(() => {
  project.remove();
});

/** A fresh copy of the application in the project. */
function copyTo(directory: string): string {
  cpSync(join(root, APP), join(project.directory, directory), { recursive: true });
  return directory;
}

function textOf(directory: string, file: string): string {
  return readFileSync(join(project.directory, directory, file), 'utf8');
}

function texts(directory: string): Record<string, string> {
  return Object.fromEntries(FILES.map((file) => [file, textOf(directory, file)]));
}

function eslint(directory: string, ...options: string[]): Map<string, readonly EslintMessage[]> {
  const { stdout, stderr } = project.node('node_modules/eslint/bin/eslint.js', '--format', 'json', ...options, directory);
  expect(stderr).toBe('');
  const results = JSON.parse(stdout) as { filePath: string; messages: EslintMessage[] }[];
  return new Map(results.map(({ filePath, messages }) => [filePath.slice(join(project.directory, directory).length + 1), messages]));
}

function oxlint(directory: string, ...options: string[]): OxlintDiagnostic[] {
  const { stdout, stderr } = project.node('node_modules/oxlint/bin/oxlint', '--config', 'oxlint.config.mjs', '--format', 'json', ...options, directory);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { diagnostics: OxlintDiagnostic[] }).diagnostics;
}

/** The texts once another round changes nothing: one applies of edits that touch only the first. */
function repaired(directory: string, option: string): Record<string, string> {
  const before = texts(directory);
  oxlint(directory, option);
  const after = texts(directory);
  return isDeepStrictEqual(before, after) ? after : repaired(directory, option);
}

function shownByEslint(file: string, { ruleId, message, line, column, endLine, endColumn }: EslintMessage): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn} ${ruleId.replace('authlint/', '')} ${message}`;
}

function shownByOxlint(directory: string, { filename, code, message, labels: [{ span }] }: OxlintDiagnostic): string {
  const file = filename.slice(directory.length + 1);
  const text = textOf(directory, file);
  const bytes = Buffer.from(text);
  const position = (offset: number): string => {
    const { line, column } = new Lines(text).position(bytes.subarray(0, offset).toString().length);
    return `${line}:${column}`;
  };
  const rule = /^authlint\((.+)\)$/.exec(code)?.[1] ?? code;
  expect(position(span.offset)).toMatch(new RegExp(`^${span.line}:`));
  return `${file}:${position(span.offset)}-${position(span.offset + span.length)} ${rule} ${message}`;
}

describe('oxlint', () => {
  it('is given an application with something to find in every kind of file', () => {
    const reported = [...eslint(copyTo('found'))].flatMap(([file, messages]) =>
      messages.map(({ ruleId, line }) => `${file}:${line} ${ruleId.replace('authlint/', '')}`));
    const wanted = FILES.flatMap((file) => wantsIn(read(`${APP}/${file}`)).map(({ ruleId, line }) => `${file}:${line} ${ruleId}`));
    expect(reported.sort()).toEqual(wanted.sort());
    expect(FILES.filter((file) => !wanted.some((want) => want.startsWith(file)))).toEqual([]);
  });

  it('finds the same as ESLint at the same places', () => {
    const directory = copyTo('same');
    const byEslint = [...eslint(directory)].flatMap(([file, messages]) => messages.map((message) => shownByEslint(file, message)));
    expect(oxlint(directory).map((diagnostic) => shownByOxlint(directory, diagnostic)).sort()).toEqual(byEslint.sort());
  });

  it('repairs to the same text, by fixes and then by suggestions', () => {
    eslint(copyTo('by-eslint'), '--fix');
    const fixed = texts('by-eslint');
    expect(fixed).not.toEqual(texts(copyTo('by-oxlint')));
    expect(repaired('by-oxlint', '--fix')).toEqual(fixed);

    for (const [file, messages] of eslint('by-eslint')) {
      const edits = messages.flatMap(({ suggestions = [] }) => suggestions.slice(0, 1).map(({ fix }) => fix));
      writeFileSync(join(project.directory, 'by-eslint', file), applied(fixed[file] ?? '', edits));
    }
    expect(texts('by-eslint')).not.toEqual(fixed);
    expect(repaired('by-oxlint', '--fix-suggestions')).toEqual(texts('by-eslint'));
  });
});
