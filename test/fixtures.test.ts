import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { scan } from '../src/scanner/scan.js';
import { read, root, settingsFiles, sourceFiles, subdirectories } from './support/files.js';
import { hosts, lint, removeProjects } from './support/hosts.js';
import { beyond, missing, unexpected, wantsIn, type Reported, type Want } from './support/wants.js';

const RULE_IDS: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.id));

afterAll(removeProjects);

describe.each(subdirectories('fixtures/rules'))('%s', (ruleId) => {
  const files = sourceFiles(`fixtures/rules/${ruleId}`);

  describe.each(files)('%s', (file) => {
    const name = file.slice(`fixtures/rules/${ruleId}/`.length);
    const text = read(file);
    const wants = wantsIn(text);
    // What other rules say of the same code is asserted where the file wants them, and in their own fixtures.
    const asserted = new Set([ruleId, ...wants.map((want) => want.ruleId)]);
    const check = (found: readonly Reported[], expected: readonly Want[]): void => {
      const relevant = found.filter((finding) => asserted.has(finding.ruleId));
      expect([...unexpected(file, relevant, expected), ...missing(file, relevant, expected)]).toEqual([]);
    };

    it(`${ruleId} ${name} (scanner)`, () => {
      check(hosts.scanner(file, text), wants);
    });

    it(`${ruleId} ${name} (editor)`, () => {
      const found = hosts.editor(file, text);
      check(found, wants.filter(({ projectOnly }) => !projectOnly));
      expect(beyond(file, found, hosts.scanner(file, text))).toEqual([]);
    });

    it(`${ruleId} ${name} (eslint)`, () => {
      check(hosts.eslint(file, text), wants.filter(({ projectOnly }) => !projectOnly));
    });
  });
});

const PROJECTS = [...subdirectories('fixtures/projects').map((name) => `projects/${name}`), 'apps/insecure', 'apps/repaired'];

describe.each(PROJECTS)('%s', (project) => {
  const directory = `fixtures/${project}`;
  const files = sourceFiles(directory);
  const settings = settingsFiles(directory);
  let scanned: ReadonlyMap<string, readonly Reported[]>;
  let diagnostics: readonly unknown[];

  beforeAll(async () => {
    const result = await scan({ cwd: join(root, directory), preset: 'all' });
    diagnostics = result.diagnostics;
    const reported = result.findings.map(({ ruleId, messageId, message, file, start, end }) => ({
      file: `${directory}/${file}`,
      finding: { ruleId, messageId, message, line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
    }));
    scanned = new Map([...files, ...settings].map((file) => [file, reported.flatMap((entry) => (entry.file === file ? [entry.finding] : []))]));
  });

  it(`${project} gives no diagnostics`, () => {
    expect(diagnostics).toEqual([]);
  });

  it.each(settings)(`${project} %s (scanner)`, (file) => {
    const wants = wantsIn(read(file));
    const found = scanned.get(file) ?? [];
    expect([...unexpected(file, found, wants), ...missing(file, found, wants)]).toEqual([]);
  });

  describe.each(files)('%s', (file) => {
    const name = file.slice(directory.length + 1);
    const text = read(file);
    const wants = wantsIn(text);
    const found = (): readonly Reported[] => scanned.get(file) ?? [];

    it(`${project} ${name} (scanner)`, () => {
      expect([...unexpected(file, found(), wants), ...missing(file, found(), wants)]).toEqual([]);
    });

    it(`${project} ${name} (eslint)`, () => {
      const linted = lint(join(root, file), text);
      expect(beyond(file, linted, found())).toEqual([]);
      expect(missing(file, linted, wants.filter(({ projectOnly }) => !projectOnly))).toEqual([]);
    });
  });
});

describe('the sample applications', () => {
  const wanted = (app: string): Want[] => [...sourceFiles(`fixtures/apps/${app}`), ...settingsFiles(`fixtures/apps/${app}`)].flatMap((file) => wantsIn(read(file)));

  it('the insecure one shows every rule', () => {
    const shown = new Set(wanted('insecure').map(({ ruleId }) => ruleId));
    expect([...RULE_IDS].filter((id) => !shown.has(id))).toEqual([]);
  });

  it('the repaired one wants nothing and has the same files', () => {
    expect(wanted('repaired')).toEqual([]);
    const names = (app: string): string[] => sourceFiles(`fixtures/apps/${app}`).map((file) => file.replace(`apps/${app}/`, ''));
    expect(names('repaired')).toEqual(names('insecure'));
  });
});
