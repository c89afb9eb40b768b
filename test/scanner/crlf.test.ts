import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { reporters } from '../../src/report/index.js';
import { scan } from '../../src/scanner/scan.js';
import type { ScanResult } from '../../src/scanner/types.js';
import { context } from '../report/result.js';
import { read, root, sourceFiles, subdirectories } from '../support/files.js';
import { hosts, removeProjects } from '../support/hosts.js';
import { tree } from './tree.js';

afterAll(removeProjects);

function crlf(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

describe('a file with CRLF gives the findings of the same file with LF, at the same lines and columns', () => {
  const files = subdirectories('fixtures/rules').flatMap((rule) => sourceFiles(`fixtures/rules/${rule}`));

  it.each(['scanner', 'editor', 'eslint'] as const)('in the host %s', (host) => {
    const different = files.filter((file) => {
      const text = read(file);
      return JSON.stringify(hosts[host](file, crlf(text))) !== JSON.stringify(hosts[host](file, text));
    });
    expect(files.length).toBeGreaterThan(50);
    expect(different).toEqual([]);
  });
});

/** Every file of a directory of the project, by its path in it. */
function filesIn(directory: string): Record<string, string> {
  const entries = readdirSync(join(root, directory), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return Object.fromEntries(paths.map((path) => [relative(directory, path), read(path)]));
}

function scanOf(files: Readonly<Record<string, string>>, edit: (text: string) => string): Promise<ScanResult> {
  const edited = Object.entries(files).map(([path, text]) => [path, edit(text)] as const);
  return scan({ cwd: tree({ '.git/HEAD': '', ...Object.fromEntries(edited) }), preset: 'all' });
}

/** What edits insert has the line ends of the file. */
function withPlainEdits(result: ScanResult): ScanResult {
  const findings = JSON.parse(JSON.stringify(result.findings).replaceAll('\\r\\n', '\\n')) as ScanResult['findings'];
  return { ...result, findings };
}

describe('a project with CRLF and byte-order marks gives the report of the same project without', () => {
  const projects = [...subdirectories('fixtures/projects').map((name) => `fixtures/projects/${name}`), 'fixtures/apps/insecure'];

  it.each(projects)('%s', async (directory) => {
    const files = filesIn(directory);
    const plain = await scanOf(files, (text) => text);
    const windows = withPlainEdits(await scanOf(files, (text) => `\uFEFF${crlf(text)}`));
    expect(windows.findings).toEqual(plain.findings);
    if (directory === 'fixtures/apps/insecure') expect(plain.findings.length).toBeGreaterThan(10);
    expect(windows.summary).toEqual(plain.summary);
    expect(windows.diagnostics).toEqual(plain.diagnostics);
    for (const format of ['pretty', 'json', 'sarif', 'github'] as const) {
      expect(reporters[format](windows, context)).toBe(reporters[format](plain, context));
    }
  });
});

describe('comments that suppress', () => {
  const verify = 'export const read = (token, key) => jwt.verify(token, key);';
  const silenced = [
    ['next line', `// eslint-disable-next-line authlint/jwt-require-algorithms -- reason\n${verify}`],
    ['same line', `${verify} // eslint-disable-line authlint/jwt-require-algorithms`],
    ['block over lines', `/* eslint-disable-next-line\n   authlint/jwt-require-algorithms\n*/\n${verify}`],
    ['block', `/* eslint-disable authlint/jwt-require-algorithms */\n${verify}\n/* eslint-enable */`],
  ] as const;
  const source = (code: string): string => crlf(`// versions: jsonwebtoken@9.0.2\nimport jwt from 'jsonwebtoken';\n\n${code}\n`);

  it.each(silenced)('work with CRLF: %s', (_, code) => {
    for (const host of [hosts.scanner, hosts.editor, hosts.eslint]) {
      const found = (text: string): number => host('a.js', text).filter(({ ruleId }) => ruleId === 'jwt-require-algorithms').length;
      expect(found(source(code))).toBe(0);
      expect(found(source(code.replaceAll('require-algorithms', 'no-none')))).toBe(1);
    }
  });
});
