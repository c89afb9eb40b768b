import { afterAll, describe, expect, it } from 'vitest';
import { read, sourceFiles, subdirectories } from './support/files.js';
import { hosts, removeProjects } from './support/hosts.js';
import { renamed } from './support/rename.js';
import { wantsIn } from './support/wants.js';

afterAll(removeProjects);

/**
 * A flaw is one whatever its author calls things: what a fixture wants is found with every local name made meaningless,
 * but for what its rule tells by names (`want:named`).
 */
describe.each(subdirectories('fixtures/rules'))('%s', (ruleId) => {
  const files = sourceFiles(`fixtures/rules/${ruleId}`).filter((file) => !/\.(?:vue|svelte|astro)$/.test(file));

  it.each(files.filter((file) => wantsIn(read(file)).some((want) => want.ruleId === ruleId)))('%s', (file) => {
    const text = read(file);
    const found = new Set(hosts.scanner(file, renamed(file, text)).filter((finding) => finding.ruleId === ruleId).map(({ line }) => line));
    const wants = wantsIn(text).filter((want) => want.ruleId === ruleId);
    const lines = (named: boolean): number[] => [...new Set(wants.filter((want) => want.named === named).map(({ line }) => line))];
    expect(lines(false).filter((line) => !found.has(line))).toEqual([]);
    expect(lines(true).filter((line) => found.has(line))).toEqual([]);
  });
});
