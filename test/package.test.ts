import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { read, root } from './support/files.js';
import { manifest, SampleProject, type Ran } from './support/sample-project.js';

const sample = new SampleProject();
const { directory: project, installed } = sample;
const node = (...args: string[]): Ran => sample.node(...args);

const FILES = {
  'package.json': JSON.stringify({ name: 'sample', type: 'module', dependencies: { jsonwebtoken: '^9.0.0' } }),
  'sign.js': `import jwt from 'jsonwebtoken';\nexport const read = (token, key) => jwt.verify(token, key);\n`,
  'verify.ts': `import { verify } from 'jsonwebtoken';\nexport function read(token: string, key: string): unknown {\n  return verify(token, key);\n}\n`,
};
const EXPECTED = ['sign.js:2 jwt-require-algorithms', 'verify.ts:3 jwt-require-algorithms'];

/** As the README shows it, and the same in CommonJS. */
const CONFIGS = {
  'eslint.config.mjs': /^```js\n([^]*?)^```$/m.exec(read('README.md'))?.[1] ?? '',
  'eslint.config.cjs': `
    const parser = require('@typescript-eslint/parser');
    const authlint = require('authlint');
    module.exports = [{ files: ['**/*.ts'], languageOptions: { parser } }, authlint.configs.recommended];`,
};

beforeAll(() => {
  sample.installLinked();
  for (const name of ['@typescript-eslint/parser', 'typescript-eslint', '@types/node']) sample.link(name);
  sample.write({ ...FILES, ...CONFIGS });
});

afterAll(() => {
  sample.remove();
});

describe('the lock file', () => {
  it('has every optional dependency, without which `npm ci` refuses it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
    const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });
});

describe('the installed package', () => {
  it('has the pages of all rules, and no tests', () => {
    const pages = rules.map(({ meta }) => `rules/${meta.id}.md`);
    expect(['README.md', 'LICENSE', ...pages].filter((file) => !existsSync(join(installed, file)))).toEqual([]);
    expect(['src', 'test', 'fixtures', 'bench', 'dist/bench', 'dist/scripts'].filter((file) => existsSync(join(installed, file)))).toEqual([]);
  });

  it('says its version', () => {
    expect(node(join(installed, manifest.bin.authlint), '--version')).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
  });

  it('scans', () => {
    const { status, stdout } = node(join(installed, manifest.bin.authlint), 'scan', '--format', 'json');
    const { findings } = JSON.parse(stdout) as { findings: { file: string; ruleId: string; start: { line: number } }[] };
    expect(findings.map(({ file, ruleId, start }) => `${file}:${start.line} ${ruleId}`)).toEqual(EXPECTED);
    expect(status).toBe(1);
  });

  it('scans through its API', () => {
    const script = `import { scan } from 'authlint/scan'; console.log((await scan()).findings.length);`;
    expect(node('--input-type=module', '--eval', script)).toMatchObject({ status: 0, stdout: `${EXPECTED.length}\n` });
  });

  it('gives the plugin itself to `require`, with pages that an editor can open', () => {
    const script = `const { meta, rules } = require('authlint');
      console.log(JSON.stringify({ meta, urls: Object.values(rules).map((rule) => rule.meta.docs.url) }));`;
    const { stdout } = node('--input-type=commonjs', '--eval', script);
    const { meta, urls } = JSON.parse(stdout) as { meta: unknown; urls: string[] };
    expect(meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'authlint' });
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !existsSync(fileURLToPath(url)))).toEqual([]);
  });

  it('has types for ESLint configurations and for the API', () => {
    sample.link('eslint');
    sample.write({ 'use.mts': `
      import type { Linter } from 'eslint';
      import plugin from 'authlint';
      import { scan, type ReportedFinding } from 'authlint/scan';
      export const config: Linter.Config[] = [plugin.configs.recommended];
      export const findings: readonly ReportedFinding[] = (await scan({ paths: ['.'], preset: 'strict' })).findings;
    ` });
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--skipLibCheck'];
    expect(node(join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.mts')).toMatchObject({ stdout: '', status: 0 });
  });
});

describe.each([['10', 'eslint'], ['9', 'eslint9']])('ESLint %s', (major, name) => {
  it.each(Object.keys(CONFIGS))('finds the same with %s', (config) => {
    sample.link(name, 'eslint');
    const eslint = join(project, 'node_modules/eslint/bin/eslint.js');
    expect(node(eslint, '--version').stdout).toMatch(new RegExp(`^v${major}\\.`));
    const { stdout, stderr } = node(eslint, '--config', config, '--format', 'json', '.');
    expect(stderr).toBe('');
    const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line }) => `${filePath.slice(project.length + 1)}:${line} ${ruleId.replace('authlint/', '')}`));
    expect(found).toEqual(EXPECTED);
  });
});
