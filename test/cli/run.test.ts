import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PathError } from '../../src/scanner/discover.js';
import { scan } from '../../src/scanner/scan.js';
import { hardcoded, likely, result } from '../report/result.js';
import { run } from '../support/run-cli.js';

vi.mock('../../src/scanner/scan.js', () => ({ scan: vi.fn() }));

const info = { ...likely, severity: 'info' as const };

beforeEach(() => {
  vi.stubEnv('GITHUB_ACTIONS', undefined);
  vi.mocked(scan).mockReset().mockResolvedValue(result());
});

describe('exit codes of a scan', () => {
  it.each([
    ['nothing', result(), [], 0],
    ['a warning', result(likely), [], 1],
    ['an error', result(hardcoded), [], 1],
    ['an info', result(info), [], 0],
    ['an info with --fail-on info', result(info), ['--fail-on', 'info'], 1],
    ['a warning with --fail-on error', result(likely), ['--fail-on', 'error'], 0],
    ['an error with --fail-on error', result(hardcoded), ['--fail-on', 'error'], 1],
    ['an error with --fail-on never', result(hardcoded), ['--fail-on', 'never'], 0],
  ])('%s', async (_, found, args, code) => {
    vi.mocked(scan).mockResolvedValue(found);
    expect(await run('scan', '--format', 'json', ...args)).toMatchObject({ code, stderr: '' });
  });

  it('2 for a path that does not exist, naming it', async () => {
    vi.mocked(scan).mockRejectedValue(new PathError('nowhere', 'no such file or directory'));
    const { code, stdout, stderr } = await run('scan', 'nowhere');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('authlint: no such file or directory: nowhere\n');
  });

  it('2 for a crash, with nothing on standard output', async () => {
    vi.mocked(scan).mockRejectedValue(new TypeError('boom'));
    const { code, stdout, stderr } = await run('scan');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^authlint: the scan crashed\. .*\nTypeError: boom\n/);
  });

  it('2 for wrong usage, without a scan', async () => {
    const { code, stdout, stderr } = await run('scan', '--preset', 'strct');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain("Did you mean 'strict'?");
    expect(scan).not.toHaveBeenCalled();
  });
});

describe('the scan command', () => {
  it('passes its options on', async () => {
    await run('scan', 'a', 'b', '--preset', 'all', '--no-ignore');
    expect(scan).toHaveBeenCalledWith(
      expect.objectContaining({ paths: ['a', 'b'], cwd: process.cwd(), preset: 'all', ignore: false }),
    );
  });

  it('writes the report in the format asked for, with this package as the tool', async () => {
    vi.mocked(scan).mockResolvedValue(result(hardcoded));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const { stdout } = await run('scan', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ tool: { name: 'authlint', version }, findings: [hardcoded] });
    expect((await run('scan')).stdout).toContain('secret-no-hardcoded  rules/secret-no-hardcoded.md');
  });
});

describe('a scan of nothing', () => {
  const empty = { ...result(), summary: { files: { found: 0, candidates: 0, analysed: 0 }, findings: { error: 0, warning: 0, info: 0 } } };

  it.each([[[], '--no-ignore turns them off.\n'], [['--no-ignore'], 'in the given paths.\n']])('%j says so beside the report', async (args, end) => {
    vi.mocked(scan).mockResolvedValue(empty);
    const { code, stdout, stderr } = await run('scan', ...args);
    expect([code, stdout]).toEqual([0, 'No findings (0 files found, 0 with something to check)\n']);
    expect(stderr).toMatch(/^authlint: there is no file of code or settings to scan /);
    expect(stderr.endsWith(end)).toBe(true);
  });
});

describe('the other commands', () => {
  it('print help and version on standard output', async () => {
    expect(await run('--help')).toMatchObject(
      { code: 0, stderr: '', stdout: expect.stringContaining('Usage: authlint scan') as string },
    );
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
