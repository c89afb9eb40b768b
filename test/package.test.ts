import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { read, root } from './support/files.js';

/** A project that has installed the packed package; nothing is downloaded. */
const project = mkdtempSync(join(tmpdir(), 'authlint-package-'));
const installed = join(project, 'node_modules', 'authlint');
const manifest = JSON.parse(read('package.json')) as {
  name: string;
  version: string;
  bin: { authlint: string };
  dependencies: Record<string, string>;
};

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
  const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', project];
  const [packed] = JSON.parse(execFileSync('npm', npm, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as { filename: string }[];
  execFileSync('tar', ['-xzf', join(project, packed?.filename ?? ''), '-C', project]);
  mkdirSync(dirname(installed), { recursive: true });
  cpSync(join(project, 'package'), installed, { recursive: true });
  for (const name of [...Object.keys(manifest.dependencies), '@typescript-eslint/parser', 'typescript-eslint', '@types/node']) link(name, name);
  for (const [name, text] of Object.entries({ ...FILES, ...CONFIGS })) writeFileSync(join(project, name), text);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Installs one of our own dependencies into the project, maybe under another name. */
function link(name: string, as: string): void {
  const place = join(project, 'node_modules', as);
  rmSync(place, { force: true });
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), place);
}

function node(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
}

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
    link('eslint', 'eslint');
    writeFileSync(join(project, 'use.mts'), `
      import type { Linter } from 'eslint';
      import plugin from 'authlint';
      import { scan, type ReportedFinding } from 'authlint/scan';
      export const config: Linter.Config[] = [plugin.configs.recommended];
      export const findings: readonly ReportedFinding[] = (await scan({ paths: ['.'], preset: 'strict' })).findings;
    `);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', '--skipLibCheck'];
    expect(node(join(root, 'node_modules/typescript/bin/tsc'), ...options, 'use.mts')).toMatchObject({ stdout: '', status: 0 });
  });
});

describe.each([['10', 'eslint'], ['9', 'eslint9']])('ESLint %s', (major, name) => {
  it.each(Object.keys(CONFIGS))('finds the same with %s', (config) => {
    link(name, 'eslint');
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
