import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.js';
import { context, hardcoded, likely, result } from './result.js';

const { github } = reporters;

describe('github', () => {
  it('writes an annotation per finding, then all of them as text, then a summary', () => {
    expect(github(result(hardcoded, likely), context)).toBe(`\
::error file=packages/app/src/config.ts,line=2,endLine=2,col=8,endColumn=18,title=secret-no-hardcoded::The signing key stands in the source.%0A1. packages/app/src/login.ts:3:28  signs with it%0A2. packages/app/src/config.ts:2:8  the key
::warning file=packages/app/src/login.ts,line=3,endLine=3,col=28,endColumn=32,title=jwt-require-expiration (likely)::The token never expires.
::group::authlint: all findings
error  packages/app/src/config.ts:2:8  The signing key stands in the source.  secret-no-hardcoded
warning  packages/app/src/login.ts:3:28  The token never expires.  jwt-require-expiration
::endgroup::
authlint: 2 findings: 1 error, 1 warning (10 files found, 3 with something to check)
`);
  });

  it('writes an info as a notice', () => {
    expect(github(result({ ...likely, severity: 'info' }), context)).toMatch(/^::notice file=/);
  });

  it('writes a summary when there is nothing', () => {
    expect(github(result(), context)).toBe('authlint: no findings (10 files found, 3 with something to check)\n');
  });

  it('tells of what could not be read', () => {
    const scanned = { ...result(), diagnostics: [{ file: 'a.ts', message: 'The file is not valid UTF-8.' }] };
    expect(github(scanned, context)).toMatch(
      /^::notice file=packages\/app\/a\.ts,title=authlint%3A not fully read::The file is not valid UTF-8\.\nauthlint: no findings/,
    );
  });

  it('escapes data and properties, each as GitHub reads them back', () => {
    const file = 'a%b:c,d\r\n::e.ts';
    const message = '100% of: this, that\r\n::error::no';
    const [line = ''] = github(result({ ...likely, file, message }), { ...context, repositoryPath: (path) => path }).split('\n');
    const [, properties = '', data = ''] = /^::warning (.*?)::(.*)$/.exec(line) ?? [];
    expect(properties).toContain('file=a%25b%3Ac%2Cd%0D%0A%3A%3Ae.ts,line=3');
    expect(data).toBe('100%25 of: this, that%0D%0A::error::no');
  });

  it('lets no name or text become a command', () => {
    const file = '::stop-commands::x\n##[error]y.ts';
    const lines = github(result({ ...likely, file, message: '##[add-mask]a' }), { ...context, repositoryPath: (path) => path }).split('\n');
    const commands = lines.filter((line) => line.trimStart().startsWith('::') || line.includes('##['));
    expect(commands).toHaveLength(3);
    expect(commands.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual(['warning', 'group', 'endgroup']);
  });
});
