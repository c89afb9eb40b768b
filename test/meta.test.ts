import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import plugin from '../src/eslint/plugin.js';
import { isInPreset, presets } from '../src/policy/presets.js';
import { scan } from '../src/scanner/scan.js';
import { read, root, sourceFiles, subdirectories } from './support/files.js';
import { hosts, removeProjects } from './support/hosts.js';

const ids = rules.map(({ meta }) => meta.id);

afterAll(removeProjects);

function namesIn(directory: string, extension: string): string[] {
  const names = readdirSync(join(root, directory)).filter((name) => name.endsWith(extension));
  return names.map((name) => name.slice(0, -extension.length)).sort();
}

describe('the rules', () => {
  it('are registered once each, sorted by id', () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('are one file, one page and one folder of fixtures each', () => {
    expect(namesIn('rules', '.ts').filter((name) => name !== 'index')).toEqual(ids);
    expect(namesIn('rules', '.md').filter((name) => name !== 'README')).toEqual(ids);
    expect(subdirectories('fixtures/rules')).toEqual(ids);
  });

  it('are in the presets that their messages reach, and in ESLint when one file is enough', () => {
    for (const preset of presets) {
      const expected = rules.filter(({ meta }) => meta.scope === 'file' && isInPreset(meta.messages, preset));
      const configured = Object.keys(plugin.configs[preset].rules ?? {});
      expect(configured, preset).toEqual(expected.map(({ meta }) => `authlint/${meta.id}`));
    }
    expect(rules.filter(({ meta }) => !isInPreset(meta.messages, 'all'))).toEqual([]);
    expect(Object.keys(plugin.rules)).toEqual(rules.filter(({ meta }) => meta.scope === 'file').map(({ meta }) => meta.id));
  });
});

describe.each(rules.map(({ meta }) => meta))('the rule $id', (meta) => {
  const source = read(`rules/${meta.id}.ts`);

  it('has an id and a description that read well in a list', () => {
    expect(meta.id).toMatch(/^[a-z]+(?:-[a-z\d]+)+$/);
    expect(meta.description).toMatch(/^[A-Z][^\n]{10,110}[^.\s]$/);
  });

  it.each(Object.entries(meta.messages))('has a complete message %s', (messageId, { text }) => {
    expect(text).toMatch(/^[^\n]+\.$/);
    expect(text.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
    expect(source).toMatch(new RegExp(`['"]${messageId}['"]`));
    const withoutHoles = source.replaceAll(/\{\{\w+\}\}/g, '');
    const holes = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    expect(holes.filter((name) => !new RegExp(`\\b${name}\\b`).test(withoutHoles))).toEqual([]);
  });

  it('names the standards that it rests on, in their own form', () => {
    const { cwe, asvs = [], rfc = [], owasp = [], api = [], nist = [] } = meta.standards;
    expect(cwe.length).toBeGreaterThan(0);
    expect(cwe.filter((id) => !Number.isInteger(id) || id < 1)).toEqual([]);
    expect(asvs.filter((id) => !/^V\d+\.\d+\.\d+$/.test(id))).toEqual([]);
    expect(rfc.filter((id) => !/^RFC \d+(?: \d+(?:\.\d+)*)?$/.test(id))).toEqual([]);
    expect(owasp.filter((id) => !/^A(?:0[1-9]|10):20(?:21|25)$/.test(id))).toEqual([]);
    expect(api.filter((id) => !/^API(?:[1-9]|10):2023$/.test(id))).toEqual([]);
    expect(nist.filter((id) => !/^\d+(?:\.\d+)+$/.test(id))).toEqual([]);
    for (const ids of [cwe, asvs, rfc, owasp, api, nist]) expect([...new Set<unknown>(ids)]).toEqual(ids);
  });
});

describe('the messages', () => {
  it('are each shown by a fixture', async () => {
    const shown = new Set<string>();
    for (const file of sourceFiles('fixtures/rules')) {
      for (const { ruleId, messageId } of hosts.scanner(file, read(file))) shown.add(`${ruleId} ${messageId}`);
    }
    for (const project of [...subdirectories('fixtures/projects').map((name) => `projects/${name}`), 'apps/insecure']) {
      const { findings } = await scan({ cwd: join(root, 'fixtures', project), preset: 'all' });
      for (const { ruleId, messageId } of findings) shown.add(`${ruleId} ${messageId}`);
    }
    const all = rules.flatMap(({ meta }) => Object.keys(meta.messages).map((messageId) => `${meta.id} ${messageId}`));
    expect(all.filter((message) => !shown.has(message))).toEqual([]);
  });
});
