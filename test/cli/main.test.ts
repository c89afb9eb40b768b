import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/files.js';

const main = join(root, 'dist/src/cli/main.js');

/** Runs the built command line in a shell, whose `$1` is Node.js and `$2` the script. */
function shell(script: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync('bash', ['-o', 'pipefail', '-c', script, 'bash', process.execPath, main], { cwd: root, encoding: 'utf8' });
}

describe.skipIf(process.platform === 'win32')('the report', () => {
  it('may lose its reader', () => {
    const { status, stdout, stderr } = shell('"$1" "$2" scan fixtures/apps/insecure --format json | head -n 1');
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '{\n', stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('that cannot be written gives exit code 2 and one line', () => {
    const { status, stderr } = shell('"$1" "$2" scan fixtures/apps/insecure > /dev/full');
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'authlint: the report cannot be written (ENOSPC).\n' });
  });

  it.each([
    ['FORCE_COLOR=1', true], ['FORCE_COLOR=0', false], ['FORCE_COLOR=false', false], ['FORCE_COLOR=1 NO_COLOR=1', false],
  ])('with %s has colours: %j', (variables, colored) => {
    const { stdout } = shell(`env -u FORCE_COLOR -u NO_COLOR CI=true ${variables} "$1" "$2" scan fixtures/apps/insecure --format pretty`);
    expect(stdout).toContain('findings: ');
    expect(stdout.includes('\u001B[')).toBe(colored);
  });
});
