import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scan } from '../../src/scanner/scan.js';
import { hardcoded, likely, result } from '../report/result.js';
import { tree } from '../scanner/tree.js';
import { run } from '../support/run-cli.js';

vi.mock('../../src/scanner/scan.js', () => ({ scan: vi.fn() }));

let root: string;
beforeEach(() => {
  root = realpathSync(tree({ 'file.txt': 'text' }));
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  vi.stubEnv('GITHUB_ACTIONS', '');
  vi.mocked(scan).mockReset().mockResolvedValue(result(hardcoded, likely));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('--output', () => {
  it('writes reports to files beside what standard output shows', async () => {
    const { code, stdout, stderr } = await run('scan', '--output', 'json=out/a.json', '-o', 'sarif=out/deep/b=c.sarif');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('2 findings: 1 error, 1 warning');
    expect(JSON.parse(readFileSync(join(root, 'out/a.json'), 'utf8'))).toMatchObject({ findings: [hardcoded, likely] });
    expect(JSON.parse(readFileSync(join(root, 'out/deep/b=c.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readdirSync(join(root, 'out')).sort()).toEqual(['a.json', 'deep']);
  });

  it('leaves standard output to --format', async () => {
    const { stdout } = await run('scan', '--format', 'json', '--output=pretty=report.txt');
    expect(JSON.parse(stdout)).toHaveProperty('findings');
    const report = readFileSync(join(root, 'report.txt'), 'utf8');
    expect(report).toContain('secret-no-hardcoded');
    expect(report).not.toContain('\u001B');
  });

  it('replaces an old report as a whole', async () => {
    writeFileSync(join(root, 'old.json'), 'x'.repeat(100_000));
    await run('scan', '-o', 'json=old.json');
    expect(JSON.parse(readFileSync(join(root, 'old.json'), 'utf8'))).toHaveProperty('schemaVersion');
    expect(readdirSync(root).sort()).toEqual(['file.txt', 'old.json']);
  });

  it('writes nothing when the scan crashes', async () => {
    vi.mocked(scan).mockRejectedValue(new TypeError('boom'));
    expect(await run('scan', '-o', 'json=a.json')).toMatchObject({ code: 2, stdout: '' });
    expect(existsSync(join(root, 'a.json'))).toBe(false);
  });

  it.each([
    ['a directory', 'sarif=out', 'out is a directory', 'sarif=out/authlint.sarif'],
    ['a name that ends as a directory', 'json=new/', 'new/ is a directory', 'json=new/authlint.json'],
    ['a path through a file', 'json=file.txt/a.json', 'cannot be written to file.txt/a.json: part of the path is a file', 'relative paths start at'],
    ['a device', 'json=/dev/null', '/dev/null is no regular file', '--format json alone writes to standard output'],
  ])('refuses %s before the scan', async (_, value, message, hint) => {
    mkdirSync(join(root, 'out'));
    const { code, stdout, stderr } = await run('scan', '-o', value);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^authlint: --output: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(scan).not.toHaveBeenCalled();
  });

  it.skipIf(!existsSync('/proc/self'))('refuses a directory that cannot be made', async () => {
    const { code, stderr } = await run('scan', '-o', 'json=/proc/authlint/a.json');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be written to /proc/authlint/a.json: ');
    expect(scan).not.toHaveBeenCalled();
  });

  it('says what, where and why when the file cannot be written, and shows no report', async () => {
    const name = `${'n'.repeat(300)}.json`;
    const { code, stdout, stderr } = await run('scan', '-o', `json=${name}`);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`authlint: --output: the json report cannot be written to ${name}: the name is too long (ENAMETOOLONG)\n`);
    expect(readdirSync(root)).toEqual(['file.txt']);
  });
});

describe('on GitHub Actions', () => {
  beforeEach(() => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
  });

  it('the report is annotations when no format is named, and standard error says so', async () => {
    const { stdout, stderr } = await run('scan', '-o', 'json=a.json');
    expect(stdout).toMatch(/^::error file=src\/config\.ts,line=2,/);
    expect(stderr).toMatch(/^authlint: .*--format github.*GITHUB_ACTIONS.*--format pretty.*\n$/);
  });

  it.each(['pretty', 'json', 'sarif', 'github'])('the format %s is taken when named, and standard error stays empty', async (format) => {
    const { stdout, stderr } = await run('scan', '--format', format);
    expect(stderr).toBe('');
    expect(stdout.startsWith('::')).toBe(format === 'github');
  });

  it('says nothing of it for --help', async () => {
    expect(await run('--help')).toMatchObject({ stderr: '', stdout: expect.stringContaining('Usage') as string });
  });
});

describe('paths in a part of a repository', () => {
  it.each(['sarif', 'github'])('start at the root of the repository in the format %s', async (format) => {
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'packages/app'), { recursive: true });
    vi.spyOn(process, 'cwd').mockReturnValue(join(root, 'packages/app'));
    vi.mocked(scan).mockResolvedValue(result(likely, { ...hardcoded, file: '../lib/config.ts' }));
    const { stdout } = await run('scan', '--format', format);
    expect(stdout).toContain('packages/app/src/login.ts');
    expect(stdout).toContain('packages/lib/config.ts');
    expect(stdout).not.toMatch(/["=]\.\.\//);
  });

  it.each(['json', 'pretty'])('start at the working directory in the format %s', async (format) => {
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'packages/app'), { recursive: true });
    vi.spyOn(process, 'cwd').mockReturnValue(join(root, 'packages/app'));
    const { stdout } = await run('scan', '--format', format);
    expect(stdout).toContain('src/login.ts');
    expect(stdout).not.toContain('packages/app/src');
  });
});
