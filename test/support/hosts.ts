import type { TSESTree } from '@typescript-eslint/utils';
import * as typescriptEslint from '@typescript-eslint/parser';
import * as astro from 'astro-eslint-parser';
import { Linter } from 'eslint';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { rules } from '../../rules/index.js';
import { analyse } from '../../src/analysis/analyse.js';
import { offeredRepairs, type Edit, type Repair } from '../../src/analysis/finding.js';
import type { AnalysisHost } from '../../src/analysis/host.js';
import { fileHost } from '../../src/eslint/file-host.js';
import plugin from '../../src/eslint/plugin.js';
import { lowerEstree } from '../../src/frontends/estree/lower.js';
import { parseModule } from '../../src/frontends/sfc/parse.js';
import type { ModuleIR } from '../../src/ir/types.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { edited } from '../../src/scanner/apply.js';
import { Lines } from '../../src/scanner/lines.js';
import { applySuppressions } from '../../src/scanner/suppressions.js';
import type { TextEdit } from './edits.js';
import { versionsIn, type Reported } from './wants.js';

/** One file, analysed alone with every rule; the packages of its `// versions:` header are what the project has. */
export type Host = (file: string, text: string) => Reported[];

export const hosts = { scanner, editor, eslint } as const satisfies Record<string, Host>;

/** What ESLint reads components with; scripts in them with @typescript-eslint/parser. */
const COMPONENT_PARSERS: Readonly<Record<string, typeof vue | typeof svelte | typeof astro>> = {
  '.vue': vue, '.svelte': svelte, '.astro': astro,
};

/** As `authlint scan` does it: parsed by ts-morph; no other file imports this one. */
function scanner(file: string, text: string): Reported[] {
  const name = projectPath(file, text);
  const parsed = parseModule(name, text);
  if ('error' in parsed) throw new Error(`${file}: ${parsed.error.message}`);
  const host = { ...hostFor(name, text, parsed.ir), importersOf: () => [] };
  return findings(name, text, parsed.ir, host, rules);
}

/** As an editor does it: parsed by @typescript-eslint/parser, or a component's parser; what other files say is unknown. */
function editor(file: string, text: string): Reported[] {
  const name = projectPath(file, text);
  const jsx = !/\.(?:[mc]?ts|vue|svelte)$/.test(file);
  const options = { range: true, comment: true, filePath: name, sourceType: sourceTypeOf(file), ecmaFeatures: { jsx } } as const;
  const component = COMPONENT_PARSERS[extname(file)];
  const program = component === undefined
    ? typescriptEslint.parseForESLint(text, options).ast
    : component.parseForESLint(text, { ...options, loc: true, tokens: true, parser: typescriptEslint }).ast as unknown as TSESTree.Program;
  const ir = lowerEstree(program, text);
  return findings(name, text, ir, hostFor(name, text, ir), rules.filter(({ meta }) => meta.scope === 'file'));
}

/** Through ESLint itself and the plugin: espree for JavaScript, @typescript-eslint/parser for TypeScript and in components. */
function eslint(file: string, text: string): Reported[] {
  return lint(projectPath(file, text), text);
}

/** What ESLint reports with the plugin's `all` configuration for a file that stands where `file` says. */
export function lint(file: string, text: string): Reported[] {
  return messagesOf(file, text).map(({ ruleId, messageId = '', message, line, column, endLine = line, endColumn = column }) =>
    ({ ruleId: ruleId.slice('authlint/'.length), messageId, message, line, column, endLine, endColumn }));
}

/** The same as ESLint gives it, with fixes and suggestions. Throws where the file does not parse. */
export function messagesOf(file: string, text: string): (Linter.LintMessage & { readonly ruleId: string })[] {
  const component = COMPONENT_PARSERS[extname(file)];
  const parser = component !== undefined ? { parser: component } : /\.[mc]?tsx?$/.test(file) ? { parser: typescriptEslint } : {};
  const parserOptions = component === undefined ? { ecmaFeatures: { jsx: true } } : { parser: typescriptEslint };
  const config: Linter.Config[] = [
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}'],
      languageOptions: { sourceType: sourceTypeOf(file), parserOptions, ...parser },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
    plugin.configs.all,
  ];
  const messages = new Linter({ cwd: dirname(file) }).verify(text, config, file);
  return messages.map((message) => {
    const { ruleId } = message;
    if (ruleId?.startsWith('authlint/') !== true) throw new Error(`${file}:${message.line}: ESLint: ${message.message}`);
    return { ...message, ruleId };
  });
}

/** What the scanner offers to do about the findings of one rule in a file, each repair as the one replacement that ESLint makes of it. */
export function offersOf(rule: (typeof rules)[number], file: string, text: string): { readonly fix?: TextEdit; readonly suggestions: readonly { readonly fix: TextEdit }[] }[] {
  const parsed = parseModule(file, text);
  if ('error' in parsed) throw new Error(`${file}: ${parsed.error.message}`);
  const host = { ...hostFor(file, text, parsed.ir), importersOf: () => [] };
  return analyse(host, [file], [rule], defaultPolicy).map((finding) => {
    const { fix, suggestions } = offeredRepairs(finding);
    return { ...(fix === undefined ? {} : { fix: merged(text, fix) }), suggestions: suggestions.map((one) => ({ fix: merged(text, one) })) };
  });
}

function merged(text: string, { edits }: Repair): TextEdit {
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const within = edits.map((edit): Edit => ({ ...edit, range: [edit.range[0] - start, edit.range[1] - start] }));
  return { range: [start, end], text: edited(text.slice(start, end), within) };
}

/** How a fixture is parsed, by its name. */
export function sourceTypeOf(file: string): 'module' | 'commonjs' {
  return /\.c[jt]s$/.test(file) ? 'commonjs' : 'module';
}

function hostFor(file: string, text: string, ir: ModuleIR): AnalysisHost {
  const versions = versionsIn(text);
  return { ...fileHost(file, ir, text), version: (name) => versions.get(name), dependsOn: (name) => versions.has(name) };
}

function findings(file: string, text: string, ir: ModuleIR, host: AnalysisHost, active: typeof rules): Reported[] {
  const lines = new Lines(text);
  const found = applySuppressions(analyse(host, [file], active, defaultPolicy), ir.comments ?? [], lines);
  return found.map(({ ruleId, messageId, message, place }) => {
    const start = lines.position(place.range[0]);
    const end = lines.position(place.range[1]);
    return { ruleId, messageId, message, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  });
}

const projects = new Map<string, string>();

/** Where a fixture would stand in a project with the packages of its header. */
export function projectPath(file: string, text: string): string {
  const dependencies = JSON.stringify(Object.fromEntries(versionsIn(text)));
  let directory = projects.get(dependencies);
  if (directory === undefined) {
    directory = mkdtempSync(join(tmpdir(), 'authlint-fixture-'));
    mkdirSync(join(directory, 'src'));
    writeFileSync(join(directory, 'package.json'), `{ "name": "sample", "dependencies": ${dependencies} }`);
    projects.set(dependencies, directory);
  }
  return join(directory, 'src', basename(file));
}

/** Removes the projects that fixtures were analysed in. */
export function removeProjects(): void {
  for (const directory of projects.values()) rmSync(directory, { recursive: true, force: true });
  projects.clear();
}
