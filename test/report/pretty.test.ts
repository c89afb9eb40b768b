import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.js';
import { context, hardcoded, likely, result } from './result.js';

const { pretty } = reporters;

describe('pretty', () => {
  it('groups by file and shows frame, trace, rule, page and summary', () => {
    expect(pretty(result(hardcoded, likely), context)).toBe(`src/config.ts

  2:8  error  The signing key stands in the source.
    1 | export const config = {
  > 2 |   jwt: '********',
      |        ^^^^^^^^^^
    3 | };
    4 |
    1. src/login.ts:3:28  signs with it
    2. src/config.ts:2:8  the key
  secret-no-hardcoded  pages/rules/secret-no-hardcoded.md

src/login.ts

  3:28  warning (likely)  The token never expires.
    1 | import { config } from './config';
    2 |
  > 3 | export const login = () => sign({}, config.jwt);
      |                            ^^^^
    4 |
  jwt-require-expiration  pages/rules/jwt-require-expiration.md

2 findings: 1 error, 1 warning (10 files found, 3 with something to check)
`);
  });

  it('writes a file name once for several findings', () => {
    const text = pretty(result(likely, { ...likely, messageId: 'other' }), context);
    expect(text.match(/^src\/login\.ts$/gm)).toHaveLength(1);
  });

  it('lists diagnostics behind the findings', () => {
    const text = pretty(
      { ...result(likely), diagnostics: [{ file: 'a.ts', message: 'The file is not valid UTF-8.' }] }, context,
    );
    expect(text).toMatch(
      /jwt-require-expiration[^]*1 file not fully read:\n {2}a\.ts {2}The file is not valid UTF-8\.\n\n1 finding:/,
    );
  });

  it('says so when there is nothing', () => {
    expect(pretty(result(), context)).toBe('No findings (10 files found, 3 with something to check)\n');
  });

  it('leaves the frame out of a file with very long lines, and of a file without text', () => {
    const first = { ...likely, start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const long = { ...result(first), sources: new Map([['src/login.ts', 'x'.repeat(600)]]) };
    expect(pretty(long, context)).not.toContain('xxx');
    expect(pretty({ ...result(likely), sources: new Map() }, context)).not.toContain('|');
  });

  it('writes escape codes only with colours on, around the same text', () => {
    const plain = pretty(result(hardcoded, likely), context);
    const colored = pretty(result(hardcoded, likely), { ...context, colors: true });
    expect(plain).toBe(stripVTControlCharacters(plain));
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored).replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''));
  });

  it('shows no control character of a name or a text', () => {
    const file = 'src/a\u001B[31m\nb.ts';
    const finding = { ...likely, file, start: { line: 1, column: 1 }, end: { line: 1, column: 5 }, trace: [{ ...likely, file, note: 'signs' }, { ...likely, file, note: 'again' }] };
    const scanned = { ...result(finding), sources: new Map([[file, 'sign(\u001B[2J, \u0007, \u009B);\n']]), diagnostics: [{ file, message: 'Gone.' }] };
    const report = pretty(scanned, context);
    expect(report).toContain('src/a\uFFFD[31m\uFFFDb.ts');
    expect(report).toContain('sign(\uFFFD[2J, \uFFFD, \uFFFD);');
    expect(report).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('counts files with several diagnostics once', () => {
    const diagnostics = [{ file: 'a.ts', message: 'One.' }, { file: 'a.ts', message: 'Two.' }];
    expect(pretty({ ...result(), diagnostics }, context)).toContain('1 file not fully read:');
  });
});
