import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/measure.js';
import { root } from '../support/files.js';

function node(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(root, 'dist/bench', script), ...args], { cwd: root, encoding: 'utf8' });
}

describe('a measurement', () => {
  it.each(['floor', 'load', 'scan', 'parse'])('of %s has seconds and megabytes', (work) => {
    const { wall, cpu, memory, files } = JSON.parse(node('measure.js', work, 'fixtures/apps/insecure').stdout) as Measured;
    expect(wall).toBeGreaterThan(0);
    expect(wall).toBeLessThan(60);
    expect(cpu).toBeGreaterThan(0);
    expect(memory).toBeGreaterThan(10);
    expect((files?.found ?? 0) > 20).toBe(work === 'scan');
  });

  it('of something else fails', () => {
    expect(node('measure.js', 'nothing', '.').status).not.toBe(0);
  });
});

describe('npm run bench:plugin', () => {
  it('finds next to no work in a file without vocabulary', () => {
    const { status, stdout } = node('plugin.js');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d{2,} rules, 9\d{3} bytes, /);
    // The aim is 0.1; a machine that is busy must not fail the test.
    expect(Number(/^the plugin +(-?[\d.]+) ms$/m.exec(stdout)?.[1])).toBeLessThan(1);
  }, 60_000);
});

describe('npm run parity', () => {
  it('finds no difference in the sample applications', () => {
    const { status, stdout } = node('parity.js', 'fixtures/apps');
    expect(stdout).toMatch(/^\d{2,} files; comparisons: \d{2,} equal, 0 refused, 0 different\n$/);
    expect(status).toBe(0);
  });

  it('needs a directory', () => {
    expect(node('parity.js')).toMatchObject({ status: 2, stdout: '' });
  });
});
