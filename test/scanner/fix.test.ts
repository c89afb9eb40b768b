import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { engine } from '../../src/scanner/engine.js';
import { runFix, type FixOptions } from '../../src/scanner/fix.js';
import { runScan, type Engine } from '../../src/scanner/pipeline.js';
import { fix, scan } from '../../src/scanner/scan.js';
import type { Rule } from '../../src/analysis/rule.js';
import { appliedAll } from '../support/edits.js';
import { read, root, sourceFiles, subdirectories } from '../support/files.js';
import { messagesOf, projectPath, removeProjects } from '../support/hosts.js';
import { versionsIn } from '../support/wants.js';
import { tree } from './tree.js';

const GOLDEN = /\.(?:fixed|suggested)\.([mc]?[jt]sx?)$/;

afterAll(removeProjects);

const LOGIN = `import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  res.cookie('session_token', issue(req), { sameSite: 'lax' });
  res.end();
});
`;
const REPAIRED = LOGIN.replace("{ sameSite: 'lax' }", "{ sameSite: 'lax', httpOnly: true, secure: true }");

const text = (cwd: string, file: string): string => readFileSync(join(cwd, file), 'utf8');

/** An engine whose rules replace each of some words by a text. */
function replacing(edits: readonly { readonly word: RegExp; readonly by: string }[]): Engine {
  const made = edits.map(({ word, by }, index): Rule => ({
    meta: {
      id: `replace-${index}`, description: 'Words must be others', scope: 'file', fixable: true, standards: { cwe: [1] },
      messages: { word: { text: 'A word. Change it.', severity: 'warning', confidence: 'certain' } },
    },
    *check({ evaluator: { project }, modules }) {
      for (const { file } of modules) {
        for (const match of (project.host.text?.(file) ?? '').matchAll(word)) {
          const range = [match.index, match.index + match[0].length] as const;
          const repair = { message: 'Change it', edits: [{ range: [range[0], range[1]] as [number, number], text: by }] };
          yield { messageId: 'word', at: { file, range: [range[0], range[1]] }, trace: [], fix: repair };
        }
      }
    },
  }));
  return { ...engine, rules: made, hasVocabulary: () => true };
}

const edits = async (cwd: string, words: Parameters<typeof replacing>[0], options: FixOptions = {}) =>
  runFix({ cwd, ...options }, replacing(words));

describe.each(subdirectories('fixtures/edits'))('the golden files of %s', (ruleId) => {
  const cases = sourceFiles(`fixtures/edits/${ruleId}`).filter((file) => !GOLDEN.test(file));
  const rule = rules.find(({ meta }) => meta.id === ruleId);

  it.each(cases)('%s', async (file) => {
    const original = read(file);
    const name = basename(file);
    const golden = (kind: string): string => {
      const path = file.replace(/\.(\w+)$/, `.${kind}.$1`);
      return existsSync(join(root, path)) ? read(path) : original;
    };
    const edited = async (suggestions: boolean): Promise<string> => {
      const cwd = tree({ 'package.json': JSON.stringify({ dependencies: Object.fromEntries(versionsIn(original)) }), [name]: original });
      await runFix({ cwd, preset: 'all', suggestions }, { ...engine, rules: rule === undefined ? [] : [rule] });
      return text(cwd, name);
    };
    // ESLint does not run the rules that need the whole project.
    const both = rule?.meta.scope === 'project' ? golden('suggested') : appliedAll(original, (now) =>
      messagesOf(projectPath(file, original), now)
        .filter((message) => message.ruleId === `authlint/${ruleId}`)
        .flatMap((message) => message.fix ?? message.suggestions?.[0]?.fix ?? []));
    expect(await edited(false)).toBe(golden('fixed'));
    expect(await edited(true)).toBe(both);
    if (golden('fixed') === original) expect(both).toBe(golden('suggested'));
  });
});

describe('fix', () => {
  it('edits until nothing changes, tells what is left, and does nothing the second time', async () => {
    const cwd = tree({ 'login.js': LOGIN, 'other.js': 'export const a = 1;\n' });
    const before = await scan({ cwd });
    const first = await fix({ cwd });
    expect(text(cwd, 'login.js')).toBe(REPAIRED);
    expect(first.fixed).toEqual([{ file: 'login.js', edits: 2, diff: expect.stringContaining('+++ b/login.js\n') as string, isMasked: false }]);
    expect(first.unwritten).toEqual([]);
    expect(before.findings.map(({ ruleId }) => ruleId)).toEqual(['cookie-require-httponly', 'cookie-require-secure']);
    expect(first.findings).toEqual([]);
    expect({ ...(await scan({ cwd })) }).toEqual({ ...first, fixed: undefined, unwritten: undefined });
    expect(await fix({ cwd })).toMatchObject({ fixed: [], unwritten: [], findings: [] });
    expect(readdirSync(cwd).sort()).toEqual(['login.js', 'other.js']);
  });

  it('says in a scan what it would edit', async () => {
    const [finding] = (await scan({ cwd: tree({ 'login.js': `\uFEFF${LOGIN}` }) })).findings;
    const end = { line: 6, column: LOGIN.split('\n')[5]?.indexOf(' });') ?? 0 };
    expect(finding?.fix).toEqual({
      message: 'Add `httpOnly: true`', edits: [{ start: { ...end, column: end.column + 1 }, end: { ...end, column: end.column + 1 }, text: ', httpOnly: true' }],
    });
    expect(finding).not.toHaveProperty('suggestions');
  });

  it('keeps line ends, the byte-order mark and the mode', async () => {
    const windows = (code: string): string => `\uFEFF${code.replaceAll('\n', '\r\n').replace("{ sameSite: 'lax'", "{\r\n    sameSite: 'lax'").replace(' });\r\n  res.end', '\r\n  });\r\n  res.end')}`;
    const cwd = tree({ 'login.js': windows(LOGIN) });
    chmodSync(join(cwd, 'login.js'), 0o750);
    await fix({ cwd });
    expect(text(cwd, 'login.js')).toBe(windows(LOGIN).replace("sameSite: 'lax'\r\n", "sameSite: 'lax',\r\n    httpOnly: true,\r\n    secure: true\r\n"));
    expect(statSync(join(cwd, 'login.js')).mode & 0o777).toBe(0o750);
  });

  it('makes edits that overlap one after the other', async () => {
    const cwd = tree({ 'a.js': 'const a = one_two_three;\n' });
    const result = await edits(cwd, [{ word: /one_two/g, by: 'ONE_two' }, { word: /two_three/g, by: 'TWO_three' }]);
    expect(text(cwd, 'a.js')).toBe('const a = ONE_TWO_three;\n');
    expect(result.fixed).toMatchObject([{ edits: 2 }]);
  });

  it('stops after ten passes', async () => {
    const cwd = tree({ 'a.js': 'const a = 1;\n' });
    const result = await edits(cwd, [{ word: /1+/g, by: '$' }, { word: /\$+/g, by: '11' }]);
    expect(result).toMatchObject({ findings: [{ ruleId: 'replace-0' }], fixed: [{ edits: 10 }] });
    expect(text(cwd, 'a.js')).toBe('const a = 11;\n');
  });

  it('leaves a file alone that would not parse with its edits, keeps those made before, and says so', async () => {
    const cwd = tree({ 'a.js': 'const a = one;\n', 'b.js': 'const b = two;\n', 'c.js': 'const c = wrong;\n' });
    const result = await edits(cwd, [{ word: /one/g, by: 'two' }, { word: /two/g, by: 'wrong' }, { word: /wrong/g, by: '(' }]);
    expect(['a.js', 'b.js', 'c.js'].map((file) => text(cwd, file))).toEqual(['const a = wrong;\n', 'const b = wrong;\n', 'const c = wrong;\n']);
    expect(result.fixed.map(({ file, edits }) => [file, edits])).toEqual([['a.js', 2], ['b.js', 1]]);
    expect(result.diagnostics.map(({ file }) => file)).toEqual(['a.js', 'b.js', 'c.js']);
    expect(result.diagnostics[0]?.message).toMatch(/^Edits were not made, because the file could not be parsed with them \(1:1\d: .+\)\.$/);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(['replace-2', 'replace-2', 'replace-2']);
  });

  it('writes no file that changed meanwhile, and reports its findings', async () => {
    const cwd = tree({ 'a.js': LOGIN, 'b.js': LOGIN });
    const changed = `${LOGIN}// saved by an editor\n`;
    let scans = 0;
    const result = await runFix({ cwd }, {
      ...engine,
      analyse: (...args) => {
        if (scans++ === 0) writeFileSync(join(cwd, 'a.js'), changed);
        return engine.analyse(...args);
      },
    });
    expect(text(cwd, 'a.js')).toBe(changed);
    expect(text(cwd, 'b.js')).toBe(REPAIRED);
    expect(result.unwritten).toEqual([{ file: 'a.js', message: 'The file has changed since it was scanned and was not written; run the scan again.' }]);
    expect(result.fixed.map(({ file }) => file)).toEqual(['b.js']);
    expect(result.findings.map(({ file }) => file)).toEqual(['a.js', 'a.js']);
  });

  it('writes no read-only file', async () => {
    const cwd = tree({ 'a.js': LOGIN, 'b.js': LOGIN });
    chmodSync(join(cwd, 'a.js'), 0o444);
    const result = await fix({ cwd });
    expect(text(cwd, 'a.js')).toBe(LOGIN);
    expect(result.unwritten).toEqual([{ file: 'a.js', message: 'The file is read-only and was not written.' }]);
    expect(result.fixed.map(({ file }) => file)).toEqual(['b.js']);
    expect(result.findings.map(({ file }) => file)).toEqual(['a.js', 'a.js']);
  });

  it('does not repair what a comment suppresses', async () => {
    const cwd = tree({ 'a.js': LOGIN.replace('  res.cookie', '  // eslint-disable-next-line authlint/cookie-require-secure\n  res.cookie') });
    await fix({ cwd });
    expect(text(cwd, 'a.js')).toContain("{ sameSite: 'lax', httpOnly: true }");
  });

  it('edits only files that it found, though what is wrong may stand in others', async () => {
    const files = {
      'package.json': '{ "dependencies": { "express": "^4.18.0" } }',
      'src/login.js': LOGIN.replace("{ sameSite: 'lax' }", 'options').replace('\n\n', "\nimport { options } from '../shared/options.js';\n\n"),
      'shared/options.js': "export const options = { sameSite: 'lax', secure: true, httpOnly: false };\n",
    };
    const cwd = tree(files);
    const part = await fix({ cwd, paths: ['src'] });
    expect(part.findings.map(({ file, fix: repair }) => [file, repair?.message])).toEqual([['shared/options.js', 'Set `httpOnly: true`']]);
    expect(part.fixed).toEqual([]);
    expect(text(cwd, 'shared/options.js')).toBe(files['shared/options.js']);
    expect((await fix({ cwd })).fixed.map(({ file }) => file)).toEqual(['shared/options.js']);
  });

  it.each([
    ['a.vue', '<template><p>{{ a < b }}</p></template>\n<script setup>\n', '</script>\n<style>p { color: red }</style>\n'],
    ['a.svelte', '<script module>\n', '</script>\n<p>text</p>\n'],
    ['a.astro', '---\n', '---\n<p>text</p>\n'],
  ])('edits the script of a component: %s', async (file, before, after) => {
    const cwd = tree({ [file]: `\uFEFF${before}${LOGIN}${after}`.replaceAll('\n', '\r\n') });
    expect((await fix({ cwd })).fixed).toMatchObject([{ file, edits: 2 }]);
    expect(text(cwd, file)).toBe(`\uFEFF${before}${REPAIRED}${after}`.replaceAll('\n', '\r\n'));
  });
});

describe('a dry run', () => {
  const secret = 'k7Gq2vXw9LpR4tZm';

  it('writes nothing, tells the same, and its diffs make the same files', async () => {
    const files = {
      'a.js': LOGIN,
      'b.js': `${LOGIN}${'// far away\n'.repeat(20)}${LOGIN.slice(LOGIN.indexOf('app.post'))}`,
      'no end of the last line.js': LOGIN.trimEnd(),
      'sub/windows.ts': `\uFEFF${LOGIN.replaceAll('\n', '\r\n')}`,
    };
    const cwd = tree(files);
    const dates = Object.keys(files).map((file) => statSync(join(cwd, file)).mtimeMs);
    const dry = await fix({ cwd, dryRun: true });
    expect(Object.keys(files).map((file) => text(cwd, file))).toEqual(Object.values(files));
    expect(Object.keys(files).map((file) => statSync(join(cwd, file)).mtimeMs)).toEqual(dates);
    const patch = dry.fixed.map(({ diff }) => diff).join('');
    const patched = tree(files);
    execFileSync('git', ['apply', '-'], { cwd: patched, input: patch });
    expect(patch).toContain('+++ b/no end of the last line.js\t\n');
    const wet = await fix({ cwd });
    expect(wet).toEqual(dry);
    expect(wet.fixed.map(({ file }) => file)).toEqual(Object.keys(files));
    expect(wet.fixed[1]?.diff.match(/^@@ /gm)).toHaveLength(2);
    expect(Object.keys(files).map((file) => text(patched, file))).toEqual(Object.keys(files).map((file) => text(cwd, file)));
  });

  it('masks secrets in lines that go, come and stay', async () => {
    const code = `import jwt from 'jsonwebtoken';\nimport express from 'express';\nconst key = '${secret}';\nexport const token = jwt.sign({ sub: 'a' }, key);\n`
      + `express().get('/', (req, res) => { res.cookie('session_token', jwt.sign({}, '${secret}'), { sameSite: 'lax' }); });\n`;
    const cwd = tree({ 'package.json': '{ "dependencies": { "jsonwebtoken": "^9.0.0" } }', 'a.js': code });
    const { fixed: [file] } = await fix({ cwd, dryRun: true });
    expect(file?.isMasked).toBe(true);
    expect(file?.diff).not.toContain(secret);
    const lines = file?.diff.split('\n').map((line) => /^([ +-]).*\*{16}/.exec(line)?.[1]).filter((sign) => sign !== undefined);
    expect(lines).toEqual([' ', '-', '+']);
    expect(await fix({ cwd })).toMatchObject({ fixed: [{ edits: 2 }] });
    expect(text(cwd, 'a.js').split(secret)).toHaveLength(3);
  });

  it('masks what an edit inserts, and a report shows no such edit', async () => {
    const rule = replacing([{ word: /weak/g, by: "jwt('x', 'ghp_k7Gq2vXw9LpR4tZmk7Gq')" }]);
    const cwd = tree({ 'a.js': 'const a = weak;\n' });
    const { findings: [finding] } = await runScan({ cwd }, rule);
    expect([finding?.ruleId, finding?.fix]).toEqual(['replace-0', undefined]);
    const { fixed: [file] } = await runFix({ cwd, dryRun: true }, rule);
    expect(file?.diff).toContain(`+const a = jwt('x', '${'*'.repeat(24)}');\n`);
  });

  it('masks what only one of the passes knows to be a secret', async () => {
    const edit = replacing([{ word: /call/g, by: 'safe' }]);
    const [rule] = edit.rules;
    if (rule === undefined) throw new Error('no rule');
    /** Knows the literals behind a word, which only the first or only the last text has. */
    const knowing = (word: string): Rule => ({
      ...rule,
      *check(context) {
        yield* rule.check(context);
        for (const { file } of context.modules) {
          const start = context.evaluator.project.host.text?.(file)?.indexOf(`${word}('`) ?? -1;
          if (start < 0) continue;
          yield { messageId: 'word', at: { file, range: [0, 5] }, trace: [], secrets: [{ file, range: [start + 5, start + 18] }] };
        }
      },
    });
    for (const word of ['call', 'safe']) {
      const cwd = tree({ 'a.js': "const a = call('abc def ghi');\n" });
      const { fixed: [file] } = await runFix({ cwd, dryRun: true }, { ...edit, rules: [knowing(word)] });
      expect(file?.diff, word).toContain("-const a = call('***********');\n+const a = safe('***********');\n");
    }
  });
});
