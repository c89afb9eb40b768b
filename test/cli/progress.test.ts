import { describe, expect, it } from 'vitest';
import { createProgressBar } from '../../src/cli/progress.js';

function run(isTTY: boolean, enabled: boolean, env: Record<string, string>): string[] {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) };
  const bar = createProgressBar(stream, enabled, env, () => time);
  for (time of [10, 999, 1000, 1050, 1100, 1200]) bar.update({ phase: 'reading', done: time / 10, total: 120 });
  bar.clear();
  return written;
}

describe('createProgressBar', () => {
  it('draws after a second, at most ten times a second, and wipes itself out', () => {
    expect(run(true, true, {})).toEqual([
      `\r\u001B[Kreading [${'='.repeat(20)}    ] 100/120 files`,
      `\r\u001B[Kreading [${'='.repeat(22)}  ] 110/120 files`,
      `\r\u001B[Kreading [${'='.repeat(24)}] 120/120 files`,
      '\r\u001B[K',
    ]);
  });

  it.each([
    ['is no terminal', false, true, {}],
    ['is turned off', true, false, {}],
    ['runs in CI', true, true, { CI: 'true' }],
    ['is a dumb terminal', true, true, { TERM: 'dumb' }],
  ])('is silent when it %s', (_, isTTY, enabled, env) => {
    expect(run(isTTY, enabled, env)).toEqual([]);
  });

  it('does not take CI=false for CI', () => {
    expect(run(true, true, { CI: 'false' })).not.toEqual([]);
  });
});
