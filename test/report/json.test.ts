import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.js';
import { context, hardcoded, likely, result } from './result.js';

describe('json', () => {
  it('writes the contract: these members, in this order, and no others', () => {
    const extra = { ...likely, secretDetail: 'must not leak' };
    const text = reporters.json(
      { ...result(hardcoded, extra), diagnostics: [{ file: 'a.ts', message: 'broken' }] }, context,
    );
    expect(text).toMatch(/\}\n$/);
    const report = JSON.parse(text) as { findings: object[] };
    const position = { line: expect.any(Number) as number, column: expect.any(Number) as number };
    expect(report).toStrictEqual({
      schemaVersion: 1,
      tool: { name: 'authlint', version: '1.2.3' },
      findings: [hardcoded, likely],
      diagnostics: [{ file: 'a.ts', message: 'broken' }],
      summary: { files: { found: 10, candidates: 3, analysed: 2 }, findings: { error: 1, warning: 1, info: 0 } },
    });
    expect(report.findings[0]).toMatchObject(
      { start: position, end: position, trace: [{ start: position, end: position }, {}] },
    );
    expect(Object.keys(report)).toEqual(['schemaVersion', 'tool', 'findings', 'diagnostics', 'summary']);
    expect(Object.keys(report.findings[0] ?? {})).toEqual([
      'ruleId', 'messageId', 'severity', 'confidence', 'message', 'file', 'start', 'end', 'trace', 'docs',
    ]);
  });

  it('writes the edits of a finding that has any, and nothing else of them', () => {
    const place = { line: 2, column: 8 };
    const fix = { message: 'Add `a: 1`', edits: [{ start: place, end: place, text: 'a: 1' }] };
    const suggestions = [{ message: 'Remove `b`', edits: [] }];
    const extra = { ...fix, secretDetail: 'must not leak' };
    const text = reporters.json(result({ ...hardcoded, fix: extra, suggestions }, likely), context);
    expect(JSON.parse(text)).toHaveProperty('findings', [{ ...hardcoded, fix, suggestions }, likely]);
  });

  it('writes empty lists for an empty result', () => {
    expect(JSON.parse(reporters.json(result(), context))).toMatchObject({ findings: [], diagnostics: [] });
  });
});
