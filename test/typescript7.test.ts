import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, root } from './support/files.js';
import { copyPackage, installAsNpm, installAsPnpm } from './support/layouts.js';
import { manifest, SampleProject, type Ran } from './support/sample-project.js';

/**
 * TypeScript 7 has no JavaScript interface: whatever loads the project's own `typescript` and expects one breaks. What
 * the package managers say while they install (npm nests a TypeScript 6 for the peer of @typescript-eslint/utils, pnpm
 * warns of it) takes a registry and is not tested here; the layouts that they leave are.
 */
const FILES = {
  'package.json': JSON.stringify({ name: 'sample', type: 'module', dependencies: { jsonwebtoken: '^9.0.0' } }),
  'src/verify.js': `import jwt from 'jsonwebtoken';\nexport const read = (token, key) => jwt.verify(token, key);\n`,
  'src/verify.ts': `import { verify } from 'jsonwebtoken';\nexport function read(token: string, key: string): unknown {\n  return verify(token, key);\n}\n`,
  'eslint.config.js': `import authlint from 'authlint';\nexport default [authlint.configs.recommended];\n`,
  'oxlint.config.mjs': /^```js\n(\/\/ oxlint\.config[^]*?)^```$/m.exec(read('README.md'))?.[1] ?? '',
};

describe.each([['npm', installAsNpm], ['pnpm', installAsPnpm]])('a project of %s with TypeScript 7', (_, install) => {
  const project = new SampleProject();
  const typescript = join(project.directory, 'node_modules', 'typescript');
  const mark = join(typescript, 'loaded');

  beforeAll(() => {
    install(project);
    copyPackage(join(root, 'node_modules', 'typescript7'), typescript);
    appendFileSync(join(typescript, 'lib', 'version.cjs'), `\nrequire('node:fs').writeFileSync(${JSON.stringify(mark)}, '');\n`);
    for (const name of ['eslint', 'eslint9', 'oxlint']) project.link(name);
    project.write(FILES);
  });

  afterAll(() => {
    project.remove();
  });

  /** Runs Node and says whether the project's `typescript` was loaded. */
  function run(...args: string[]): Ran & { readonly loaded: boolean } {
    rmSync(mark, { force: true });
    const ran = project.node(...args);
    return { ...ran, loaded: existsSync(mark) };
  }

  it('gives TypeScript 7 to who asks for it', () => {
    const { stdout, loaded } = run('--print', `require('typescript').version`);
    expect(stdout).toMatch(/^7\./);
    expect(loaded).toBe(true);
  });

  it('has the dependencies of its own', () => {
    const { stdout } = run('--print', `require.resolve('ts-morph', { paths: [fs.realpathSync('node_modules/authlint')] })`);
    expect(stdout).toContain(project.directory);
  });

  it('is scanned', () => {
    const { stdout, loaded } = run(join(project.installed, manifest.bin.authlint), 'scan', '--format', 'json');
    const { findings, diagnostics } = JSON.parse(stdout) as { findings: { file: string; ruleId: string }[]; diagnostics: unknown[] };
    expect(diagnostics).toEqual([]);
    expect(findings.map(({ file, ruleId }) => `${file} ${ruleId}`)).toEqual(['src/verify.js jwt-require-algorithms', 'src/verify.ts jwt-require-algorithms']);
    expect(loaded).toBe(false);
  });

  // No parser of TypeScript for ESLint runs without the JavaScript interface of TypeScript 6.
  it.each([['10', 'eslint'], ['9', 'eslint9']])('is linted by ESLint %s, its JavaScript', (major, name) => {
    const eslint = join(project.directory, 'node_modules', name, 'bin/eslint.js');
    expect(run(eslint, '--version').stdout).toMatch(new RegExp(`^v${major}\\.`));
    const { stdout, stderr, loaded } = run(eslint, '--format', 'json', 'src');
    expect(stderr).toBe('');
    const results = JSON.parse(stdout) as { messages: { ruleId: string; line: number }[] }[];
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, line }) => `${line} ${ruleId}`))).toEqual(['2 authlint/jwt-require-algorithms']);
    expect(loaded).toBe(false);
  });

  it('is linted by oxlint, its TypeScript too', () => {
    const { stdout, loaded } = run(join(project.directory, 'node_modules/oxlint/bin/oxlint'), '--config', 'oxlint.config.mjs', '--format', 'json', 'src');
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
    expect(diagnostics.map(({ filename, code }) => `${filename} ${code}`).sort())
      .toEqual(['src/verify.js authlint(jwt-require-algorithms)', 'src/verify.ts authlint(jwt-require-algorithms)']);
    expect(loaded).toBe(false);
  });
});
