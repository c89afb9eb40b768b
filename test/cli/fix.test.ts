import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appliedAll } from '../support/edits.js';
import { read, sourceFiles } from '../support/files.js';
import { messagesOf, projectPath, removeProjects } from '../support/hosts.js';
import { run } from '../support/run-cli.js';
import { versionsIn } from '../support/wants.js';
import { tree } from '../scanner/tree.js';

const LOGIN = `import express from 'express';

express().post('/login', (req, res) => {
  res.cookie('session_token', issue(req), {});
});
`;
const FIXED = LOGIN.replace('{});', '{ httpOnly: true, secure: true });');
const ALL = LOGIN.replace('{});', "{ httpOnly: true, sameSite: 'lax', secure: true });");

let cwd: string;
beforeEach(() => {
  cwd = tree({ 'login.js': LOGIN, 'clean.js': 'export {};\n' });
  vi.spyOn(process, 'cwd').mockImplementation(() => cwd);
  vi.stubEnv('GITHUB_ACTIONS', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(removeProjects);

const text = (file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('--fix', () => {
  it('edits, reports what is left, and says how much it did', async () => {
    const { code, stdout, stderr } = await run('scan', '--fix');
    expect(text('login.js')).toBe(FIXED);
    expect(stderr).toBe('authlint: 2 edits in 1 file were made.\n');
    expect(stdout).toContain('1 finding: 1 warning');
    expect(code).toBe(1);
    expect(await run('scan', '--fix', '--fail-on', 'error')).toMatchObject({ code: 0, stderr: 'authlint: 0 edits were made.\n', stdout });
    expect(text('login.js')).toBe(FIXED);
  });

  it('takes suggestions with --fix-suggestions', async () => {
    const { code, stdout, stderr } = await run('scan', '--fix-suggestions');
    expect([code, text('login.js')]).toEqual([0, ALL]);
    expect(stderr).toBe('authlint: 3 edits in 1 file were made.\n');
    expect(stdout).toMatch(/^No findings /);
  });

  it('knows from other files what a human would look up', async () => {
    const verify = "import jwt from 'jsonwebtoken';\n\nexport const read = (token) => jwt.verify(token, process.env.JWT_SECRET);\n";
    const sign = "import jwt from 'jsonwebtoken';\n\nexport const issue = (sub) => jwt.sign({ sub }, process.env.NAME, { algorithm: 'HS384', expiresIn: '15m' });\n";
    cwd = tree({ 'package.json': '{ "dependencies": { "jsonwebtoken": "^9.0.2" } }', 'verify.js': verify, 'issue.js': sign.replace('NAME', 'OTHER_SECRET') });
    await run('scan', '--fix-suggestions');
    expect(text('verify.js')).toBe(verify);
    writeFileSync(join(cwd, 'issue.js'), sign.replace('NAME', 'JWT_SECRET'));
    await run('scan', '--fix-suggestions');
    expect(text('verify.js')).toBe(verify.replace('JWT_SECRET)', "JWT_SECRET, { algorithms: ['HS384'] })"));
  });

  it('leaves standard output to the report', async () => {
    const { stdout } = await run('scan', '--fix', '--format', 'json', '-o', 'sarif=out.sarif');
    expect(JSON.parse(stdout)).toMatchObject({
      findings: [{ ruleId: 'cookie-require-samesite', suggestions: [{ message: "Add `sameSite: 'lax'`", edits: [{ text: ", sameSite: 'lax'" }] }] }],
    });
    expect(JSON.parse(text('out.sarif'))).toMatchObject({ runs: [{ results: [{ ruleId: 'cookie-require-samesite' }] }] });
  });

  it('names a file that cannot be written, edits the others, and gives exit code 2', async () => {
    writeFileSync(join(cwd, 'b.js'), LOGIN);
    chmodSync(join(cwd, 'login.js'), 0o444);
    const { code, stdout, stderr } = await run('scan', '--fix');
    expect(code).toBe(2);
    expect(stderr).toBe('authlint: 2 edits in 1 file were made.\nauthlint: login.js: The file is read-only and was not written.\n');
    expect(stdout).toContain('4 findings: 2 errors, 2 warnings');
    expect([text('login.js'), text('b.js')]).toEqual([LOGIN, FIXED]);
  });
});

describe('--dry-run', () => {
  it('shows a diff that can be applied, writes nothing, and gives exit code 1', async () => {
    const { mtimeMs } = statSync(join(cwd, 'login.js'));
    const { code, stdout, stderr } = await run('scan', '--fix', '--dry-run');
    expect([code, stderr]).toEqual([1, 'authlint: 2 edits in 1 file would be made.\n']);
    expect([text('login.js'), statSync(join(cwd, 'login.js')).mtimeMs]).toEqual([LOGIN, mtimeMs]);
    expect(stdout).toMatch(/^--- a\/login\.js\n\+\+\+ b\/login\.js\n@@ /);
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    expect(text('login.js')).toBe(FIXED);
    expect(await run('scan', '--fix', '--dry-run')).toEqual({ code: 0, stdout: '', stderr: 'authlint: 0 edits would be made.\n' });
  });

  it('gives exit code 0 with --fail-on never, and shows nothing else on GitHub Actions', async () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    const { code, stdout, stderr } = await run('scan', '--fix-suggestions', '--dry-run', '--fail-on', 'never');
    expect([code, stderr]).toEqual([0, 'authlint: 3 edits in 1 file would be made.\n']);
    expect(stdout).toMatch(/^--- a\/login\.js\n/);
  });

  it('names files whose diff shows no secrets and cannot be applied', async () => {
    writeFileSync(join(cwd, 'secret.js'), `import jwt from 'jsonwebtoken';\nexport const sign = (sub) => jwt.sign({ sub }, 'k7Gq2vXw9LpR4tZm');\n${LOGIN}`);
    const { stdout, stderr } = await run('scan', '--fix-suggestions', '--dry-run');
    expect(stdout).not.toContain('k7Gq2vXw9LpR4tZm');
    expect(stderr).toMatch(/^authlint: secret\.js: The diff shows \* in place of secrets: it can be read, not applied\.\nauthlint: \d+ edits in 2 files would be made\.\n$/);
  });

  it('names files that could not be read', async () => {
    writeFileSync(join(cwd, 'broken.js'), `${LOGIN}(`);
    const { stderr } = await run('scan', '--fix', '--dry-run');
    expect(stderr).toMatch(/^authlint: broken\.js: The file cannot be parsed \(6:2\): .+\nauthlint: 2 edits in 1 file would be made\.\n$/);
  });
});

describe('the fixtures of edits', () => {
  const cases = sourceFiles('fixtures/edits').filter((file) => !/\.(?:fixed|suggested)\./.test(file));

  // The scanner may know more than an editor (that no other file cures a flaw), never less.
  it.each(cases)('%s becomes the same whether ESLint edited it before or not', async (file) => {
    const original = read(file);
    const name = basename(file);
    const manifest = JSON.stringify({ dependencies: Object.fromEntries(versionsIn(original)) });
    const path = projectPath(file, original);
    for (const [option, takesSuggestions] of [['--fix', false], ['--fix-suggestions', true]] as const) {
      const scanned = async (source: string): Promise<string> => {
        cwd = tree({ 'package.json': manifest, [name]: source });
        await run('scan', '--preset', 'all', option);
        return text(name);
      };
      const byEslint = appliedAll(original, (now) =>
        messagesOf(path, now).flatMap((message) => message.fix ?? (takesSuggestions ? (message.suggestions?.[0]?.fix ?? []) : [])));
      const byScanner = await scanned(original);
      expect(byScanner, option).toBe(byScanner === byEslint ? byEslint : await scanned(byEslint));
    }
  });
});
