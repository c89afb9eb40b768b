import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/files.js';

/** The project, without its other fixtures. */
const copy = mkdtempSync(join(tmpdir(), 'authlint-new-rule-'));
const ID = 'jwt-scaffolded-rule';

beforeAll(() => {
  for (const name of ['package.json', 'tsconfig.json', 'vitest.config.ts', 'src', 'rules', 'scripts', 'test', 'fixtures/apps']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  for (const name of ['rules', 'projects']) mkdirSync(join(copy, 'fixtures', name));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function node(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
}

function newRule(...args: string[]): ReturnType<typeof node> {
  return node(join(root, 'dist/scripts/new-rule.js'), ...args);
}

describe('npm run new-rule', () => {
  it.each([[[]], [['NotAnId']], [['single']]])('refuses the arguments %j', (args) => {
    expect(newRule(...args)).toMatchObject({ status: 2, stdout: '' });
  });

  it('writes a rule that compiles and whose fixture fails until the rule finds it', () => {
    expect(newRule(ID)).toMatchObject({ status: 0, stderr: '' });
    const index = readFileSync(join(copy, 'rules/index.ts'), 'utf8');
    expect(index).toContain(`import { jwtScaffoldedRule } from './${ID}.js';`);

    const options = ['--noEmit', '--project', 'tsconfig.json', '--pretty', 'false'];
    const { stdout: errors } = node('node_modules/typescript/bin/tsc', ...options);
    expect(errors.split('\n').filter((line) => line.startsWith(`rules/${ID}`) || line.startsWith('rules/index'))).toEqual([]);

    const { stdout } = node('node_modules/vitest/vitest.mjs', 'run', 'test/fixtures.test.ts', '-t', ID, '--reporter', 'json');
    const { testResults } = JSON.parse(stdout) as { testResults: { assertionResults: { title: string; status: string }[] }[] };
    const results = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ title }) => title.startsWith(ID));
    expect(results.filter(({ status }) => status === 'failed').map(({ title }) => title)).toEqual(
      ['scanner', 'editor', 'eslint'].map((host) => `${ID} missing.ts (${host})`));
    expect(results.filter(({ status }) => status === 'passed').map(({ title }) => title)).toEqual(
      ['scanner', 'editor', 'eslint'].map((host) => `${ID} looks-wrong-is-right.ts (${host})`));
  });

  it('overwrites nothing', () => {
    expect(newRule(ID)).toMatchObject({ status: 1, stderr: expect.stringContaining('there already') as string });
  });
});
