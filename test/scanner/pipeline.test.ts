import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../src/analysis/finding.js';
import type { Comment } from '../../src/ir/types.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { runScan, type Engine, type ScanOptions } from '../../src/scanner/pipeline.js';
import type { ScanResult } from '../../src/scanner/types.js';
import { tree } from './tree.js';

/** Reports every `BAD`, `MILD` and `DOUBT` in the candidates and what they import; `'hush…'` literals are secrets. */
const engine: Engine = {
  rules: [],
  policy: defaultPolicy,
  hasVocabulary: (text) => text.includes('jwt'),
  loadParser: async () => {
    texts.clear();
    return Promise.resolve((file, text) => {
      if (text.includes('THROW')) throw new Error('no such syntax');
      const broken = text.indexOf('SYNTAX');
      if (broken !== -1) return { error: { message: 'Unexpected word.', offset: broken } };
      texts.set(file, text);
      const comments = [...text.matchAll(/\/\/(.*)/g)].map((match): Comment => {
        const [whole, inner = ''] = match;
        return { type: 'line', text: inner, range: [match.index, match.index + whole.length] };
      });
      return { ir: { body: [], comments } };
    });
  },
  analyse(host, files) {
    const pending = [...files];
    for (const file of pending) {
      host.module(file);
      const text = texts.get(file) ?? '';
      for (const [, specifier = ''] of text.matchAll(/from '(.*)'/g)) {
        const resolution = host.resolve(specifier, file);
        if (resolution.kind === 'file' && !pending.includes(resolution.file)) pending.push(resolution.file);
      }
      if (text.includes('WRAPPER')) {
        pending.push(...host.importersOf(file, ['wrapped']).filter((importer) => !pending.includes(importer)));
      }
    }
    return pending.flatMap((file) => findingsIn(file, texts.get(file) ?? ''));
  },
};
const texts = new Map<string, string>();

function findingsIn(file: string, text: string): Finding[] {
  const severities: Record<string, Severity> = { BAD: 'error', MILD: 'info', DOUBT: 'warning' };
  const secrets = [...text.matchAll(/'hush[^']*'/g)].map(({ 0: literal, index }) => ({
    file,
    range: [index, index + literal.length] as const,
  }));
  return [...text.matchAll(/BAD|MILD|DOUBT/g)].map(({ 0: word, index }) => {
    const place = { file, range: [index, index + word.length] as const };
    return {
      ruleId: word.toLowerCase(), messageId: 'm', severity: severities[word] ?? 'error', count: 1, secrets, place,
      confidence: word === 'DOUBT' ? 'review' : 'certain', message: `${word} and 'hush-hush'`,
      trace: [{ ...place, note: 'hush-hush' }],
    };
  });
}

async function scan(root: string, options: ScanOptions = {}, host = engine): Promise<ScanResult> {
  return runScan({ cwd: root, ...options }, host);
}

function shown(result: ScanResult): string[] {
  return result.findings.map(({ file, start, ruleId }) => `${file}:${start.line}:${start.column} ${ruleId}`);
}

describe('the scan', () => {
  it('sorts findings and shows paths relative to the working directory, above it too', async () => {
    const root = tree({ 'b.ts': 'jwt\n BAD BAD', 'a/c.ts': '\uFEFFjwt BAD', 'here/x.ts': '' });
    expect(shown(await scan(root))).toEqual(['a/c.ts:1:5 bad', 'b.ts:2:2 bad', 'b.ts:2:6 bad']);
    expect(shown(await scan(join(root, 'here'), { paths: ['../a'] }))).toEqual(['../a/c.ts:1:5 bad']);
  });

  it('parses what has vocabulary, what that imports, and importers of wrappers; nothing else', async () => {
    const root = tree({
      'package.json': '{}',
      'a.ts': `jwt WRAPPER import './b'; from './b'`,
      'b.ts': 'BAD',
      'importer.ts': `BAD import { wrapped } from './a'; wrapped()`,
      'other-importer.ts': `BAD import { other } from './a'`,
      'unrelated.ts': 'SYNTAX BAD',
    });
    const result = await scan(root);
    expect(shown(result)).toEqual(['b.ts:1:1 bad', 'importer.ts:1:1 bad']);
    expect(result.summary.files).toEqual({ found: 5, candidates: 3, analysed: 3 });
    expect(result.diagnostics).toEqual([]);
  });

  it('loads no parser when nothing has vocabulary', async () => {
    const root = tree({ 'a.ts': 'BAD' });
    const loadParser = (): never => {
      throw new Error('loaded');
    };
    const { summary } = await scan(root, {}, { ...engine, loadParser });
    expect(summary.files).toEqual({ found: 1, candidates: 0, analysed: 0 });
  });

  it('keeps what the preset asks for', async () => {
    const root = tree({ 'a.ts': 'jwt BAD MILD DOUBT' });
    const rules = async (preset: 'recommended' | 'strict' | 'all'): Promise<string[]> =>
      (await scan(root, { preset })).findings.map(({ ruleId }) => ruleId);
    expect(await rules('recommended')).toEqual(['bad']);
    expect(await rules('strict')).toEqual(['bad', 'mild']);
    expect(await rules('all')).toEqual(['bad', 'mild', 'doubt']);
  });

  it('counts by severity what is left after suppression', async () => {
    const root = tree(
      { 'a.ts': 'jwt\nBAD // eslint-disable-line authlint/bad\nBAD MILD // eslint-disable-line authlint/mild\nDOUBT' },
    );
    const result = await scan(root, { preset: 'all' });
    expect(shown(result)).toEqual(['a.ts:3:1 bad', 'a.ts:4:1 doubt']);
    expect(result.summary.findings).toEqual({ error: 1, warning: 1, info: 0 });
  });

  it('masks secrets in sources, messages and traces, also those of findings that are not shown', async () => {
    const root = tree({
      'a.ts': `jwt BAD;\nsign('hush-hush');\n// hush-hush`,
      'b.ts': `jwt MILD; f('hush-other')`,
      'c.ts': 'jwt BAD hush-other',
    });
    const result = await scan(root);
    expect(shown(result)).toEqual(['a.ts:1:5 bad', 'c.ts:1:5 bad']);
    expect([...result.sources.values(), JSON.stringify(result)].join('\n')).not.toContain('hush');
    expect(result.sources.get('a.ts')).toBe(`jwt BAD;\nsign('*********');\n// *********`);
  });

  it('gives the same result twice', async () => {
    const root = tree({ 'b.ts': 'jwt BAD', 'a.ts': 'jwt BAD SYNTAX', 'c.ts': `jwt BAD from './b'` });
    expect(JSON.stringify(await scan(root))).toBe(JSON.stringify(await scan(root)));
  });
});

describe('bad input', () => {
  const good = { 'good.ts': 'jwt BAD' };

  const largeText = `jwt ${' '.repeat(5 * 1024 * 1024)}`;
  const notUtf8 = new Uint8Array([0x6a, 0x77, 0x74, 0xff]);

  it.each<[string, Record<string, string | Uint8Array>, string]>([
    ['does not parse', { 'bad.ts': 'jwt\n  SYNTAX' }, 'The file cannot be parsed (2:3): Unexpected word.'],
    ['breaks the front end', { 'bad.ts': 'jwt THROW' }, 'because of an error in authlint: no such syntax'],
    ['is not UTF-8', { 'bad.ts': notUtf8 }, 'The file is not valid UTF-8 and was skipped.'],
    ['has 5 MB', { 'bad.ts': largeText }, 'The file is larger than 2 MB (5 MB) and was skipped.'],
    ['is a broken package.json', { 'package.json': '{ "x": ', 'a.ts': `jwt from '#a'` }, 'is not valid JSON'],
    ['is a broken tsconfig.json', { 'tsconfig.json': '{ "x": ', 'a.ts': `jwt from '@/a'` }, 'not a valid tsconfig'],
  ])('gives one diagnostic for a file that %s', async (_, files, message) => {
    const result = await scan(tree({ ...good, ...files }));
    const [file] = Object.keys(files);
    expect(result.diagnostics).toEqual([{ file, message: expect.stringContaining(message) as string }]);
    expect(shown(result)).toEqual(['good.ts:1:5 bad']);
  });

  it('gives one diagnostic for a file that vanishes while scanning', async () => {
    const root = tree({ ...good, 'package.json': '{}', 'a.ts': `jwt from './gone'`, 'gone.ts': '' });
    const vanishing: Engine = {
      ...engine,
      hasVocabulary(text, specifiers) {
        rmSync(join(root, 'gone.ts'), { force: true });
        return engine.hasVocabulary(text, specifiers);
      },
    };
    const result = await scan(root, {}, vanishing);
    expect(result.diagnostics).toEqual([{ file: 'gone.ts', message: 'The file vanished during the scan.' }]);
    expect(shown(result)).toEqual(['good.ts:1:5 bad']);
  });

  it('survives cyclic imports and loops of symbolic links', async () => {
    const root = tree({ 'package.json': '{}', 'a.ts': `jwt BAD from './b'`, 'b.ts': `from './a'`, 'deep/c.ts': '' });
    mkdirSync(join(root, 'deep', 'er'));
    symlinkSync(root, join(root, 'deep', 'er', 'loop'));
    symlinkSync('self', join(root, 'self'));
    const result = await scan(root);
    expect(result.diagnostics).toEqual([]);
    expect(shown(result)).toEqual(['a.ts:1:5 bad']);
    expect(result.summary.files).toEqual({ found: 3, candidates: 2, analysed: 2 });
  });
});
