import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { ruleIndex } from '../scripts/rule-index.js';
import { withRuleTable } from '../scripts/rule-table.js';
import type { RuleStandards } from '../src/analysis/rule.js';
import { read, root } from './support/files.js';
import { hosts, removeProjects } from './support/hosts.js';
import { claimedStandards, examples, headings, section, type Example } from './support/pages.js';

const SECTIONS = ['What it reports', 'Why', 'Examples', 'Options', 'When not to use it', 'Standards', 'Related rules'];

afterAll(removeProjects);

/** Ids as `claimedStandards` gives them. */
function claims({ cwe, rfc = [], asvs = [], owasp = [], api = [], nist = [] }: RuleStandards): string[] {
  return [...cwe.map((id) => `CWE-${id}`), ...rfc, ...asvs, ...owasp, ...api, ...nist.map((id) => `NIST ${id}`)].sort();
}

describe.each(rules.map(({ meta }) => meta))('the page of $id', ({ id, scope, standards }) => {
  const page = existsSync(join(root, 'rules', `${id}.md`)) ? read(`rules/${id}.md`) : '';
  const reports = (host: keyof typeof hosts, { code, language }: Example): boolean =>
    hosts[host](`example.${language}`, code).some(({ ruleId }) => ruleId === id);

  it('has a title, a description and every section in order', () => {
    const [title, blank, description] = page.split('\n');
    expect({ title, blank }).toEqual({ title: `# ${id}`, blank: '' });
    expect(description).toMatch(/^[^#\s].*\.$/);
    expect(headings(page)).toEqual(SECTIONS);
    expect(SECTIONS.filter((name) => section(page, `## ${name}`) === '')).toEqual([]);
  });

  it('names the standards that the rule claims, and no others', () => {
    expect(claimedStandards(section(page, '## Standards'))).toEqual(claims(standards));
  });

  it('leads to pages that exist', () => {
    const targets = [...page.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, 'rules', target)))).toEqual([]);
  });

  it('has incorrect examples that are reported', () => {
    const incorrect = examples(page, '### Incorrect');
    expect(incorrect).not.toEqual([]);
    const host = scope === 'file' ? 'eslint' : 'scanner';
    const silent = incorrect.filter((example) => !reports('scanner', example) || !reports(host, example));
    expect(silent.map(({ line }) => `rules/${id}.md:${line}`)).toEqual([]);
  });

  it('has correct examples that are not reported', () => {
    const correct = examples(page, '### Correct');
    expect(correct).not.toEqual([]);
    const reported = correct.filter((example) => reports('scanner', example));
    expect(reported.map(({ line }) => `rules/${id}.md:${line}`)).toEqual([]);
  });
});

describe('the index of the rules', () => {
  it('is as `npm run docs` writes it, with every rule in one group', () => {
    const index = read('rules/README.md');
    expect(index).toBe(ruleIndex(rules));
    const linked = [...index.matchAll(/^\| \[([\w-]+)\]\(\1\.md\) \|/gm)].map(([, id = '']) => id);
    expect(linked.sort()).toEqual(rules.map(({ meta }) => meta.id));
  });
});

describe('the README', () => {
  it('has the table of the rules as `npm run docs` writes it', () => {
    expect(read('README.md')).toBe(withRuleTable(read('README.md'), rules));
  });

  it('leads to files that exist', () => {
    const targets = [...read('README.md').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });
});
