import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from './support/files.js';
import { EslintServer, type Diagnostic, type TextEdit } from './support/language-server.js';
import { SampleProject } from './support/sample-project.js';

const FILE = 'server.ts';
const TEXT = `import type { Response } from 'express';
import jwt from 'jsonwebtoken';

export const issue = (sub: string, key: string) => jwt.sign({ sub }, key, { algorithm: 'HS256', expiresIn: '15m' });
export const read = (token: string, key: string) => jwt.verify(token, key, { issuer: 'https://shop.example' });
export const readOld = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'], ignoreExpiration: true });
export const keep = (res: Response, token: string) => res.cookie('session', token, { secure: true, sameSite: 'lax', httpOnly: false });
`;
/** Rule, and the title of the action that repairs what it finds. */
const REPAIRS = [
  ['authlint/jwt-require-algorithms', "Add `algorithms: ['HS256']` (authlint/jwt-require-algorithms)"],
  ['authlint/jwt-no-ignored-expiration', 'Remove `ignoreExpiration` (authlint/jwt-no-ignored-expiration)'],
  ['authlint/cookie-require-httponly', 'Fix this authlint/cookie-require-httponly problem'],
] as const;
const CONFIG = /^```js\n(\/\/ eslint\.config[^]*?)^```$/m.exec(read('README.md'))?.[1] ?? '';

const project = new SampleProject();

beforeAll(() => {
  project.installLinked();
  for (const name of ['@typescript-eslint/parser', 'typescript-eslint', 'typescript']) project.link(name);
  project.write({
    'package.json': JSON.stringify({ name: 'sample', type: 'module', dependencies: { express: '^5.0.0', jsonwebtoken: '^9.0.0' } }),
    'eslint.config.js': CONFIG,
    [FILE]: TEXT,
  });
});

afterAll(() => {
  project.remove();
});

describe.each([['10', 'eslint'], ['9', 'eslint9']])("an editor's server with ESLint %s", (_, eslint) => {
  let server: EslintServer;

  beforeAll(async () => {
    project.link(eslint, 'eslint');
    server = new EslintServer(project.directory);
    await server.initialize();
    await server.open(FILE, 'typescript', TEXT);
  });

  afterAll(async () => {
    await server.stop();
  });

  const shown = (diagnostics: readonly Diagnostic[]): string[] =>
    diagnostics.map(({ code, range: { start } }) => `${start.line + 1}:${start.character + 1} ${code}`);

  it('shows the findings of the text that is open, with the page of the rule', async () => {
    const diagnostics = await server.diagnostics(FILE);
    expect(shown(diagnostics)).toEqual(['5:76 authlint/jwt-require-algorithms', '6:122 authlint/jwt-no-ignored-expiration', '7:127 authlint/cookie-require-httponly']);
    for (const { code, codeDescription } of diagnostics) {
      const page = readFileSync(fileURLToPath(codeDescription?.href ?? ''), 'utf8');
      expect(page).toContain(`# ${code.replace('authlint/', '')}\n`);
    }
  });

  it('offers suggestions and fixes, and finds one thing less in each text that they make', async () => {
    let text = TEXT;
    let version = 1;
    for (const [index, [code, title]] of REPAIRS.entries()) {
      const diagnostic = (await server.diagnostics(FILE)).find((one) => one.code === code);
      if (diagnostic === undefined) throw new Error(`nothing found by ${code}`);
      const action = (await server.codeActions(FILE, diagnostic)).find((one) => one.title === title);
      if (action === undefined) throw new Error(`no action "${title}"`);
      text = edited(text, await server.run(action));
      await server.change(FILE, ++version, text);
      expect(await server.diagnostics(FILE)).toHaveLength(REPAIRS.length - index - 1);
    }
    expect(text).toBe(TEXT
      .replace(`{ issuer: 'https://shop.example' }`, `{ issuer: 'https://shop.example', algorithms: ['HS256'] }`)
      .replace(', ignoreExpiration: true', '')
      .replace('httpOnly: false', 'httpOnly: true'));

    await server.change(FILE, ++version, text.replace(`, algorithms: ['HS256']`, ''));
    expect(shown(await server.diagnostics(FILE))).toEqual(['5:76 authlint/jwt-require-algorithms']);
  });
});

/** Applies one edit. */
function edited(text: string, edits: readonly TextEdit[]): string {
  expect(edits).toHaveLength(1);
  return edits.reduce((current, { range: { start, end }, newText }) => {
    const lines = current.split('\n');
    const offset = (line: number, character: number): number => lines.slice(0, line).join('\n').length + (line === 0 ? 0 : 1) + character;
    return current.slice(0, offset(start.line, start.character)) + newText + current.slice(offset(end.line, end.character));
  }, text);
}
