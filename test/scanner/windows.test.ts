import type FastGlob from 'fast-glob';
import { ts } from 'ts-morph';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileHost } from '../../src/eslint/file-host.js';
import { boundaryOf, gitRoot } from '../../src/packages/boundary.js';
import { Manifests } from '../../src/packages/manifests.js';
import { displayPath, isWithin, slashed } from '../../src/packages/paths.js';
import { IgnoreFiles } from '../../src/scanner/ignore-files.js';
import { Importers } from '../../src/scanner/importers.js';
import { Project } from '../../src/scanner/project.js';
import { createResolver, type Resolve } from '../../src/scanner/resolve.js';
import { scan } from '../../src/scanner/scan.js';
import { fillDisk, textOf } from '../support/windows-disk.js';

// The code under test runs as on Windows: its paths and its disk are those of Windows.
vi.mock('node:path', async (original) => {
  const { win32 } = await original<typeof import('node:path')>();
  return { ...win32, default: win32 };
});
vi.mock('node:fs', async () => (await import('../support/windows-disk.js')).fs);
vi.mock('fast-glob', async (original) => {
  const { default: glob } = await original<{ default: typeof FastGlob }>();
  const { fs } = await import('../support/windows-disk.js');
  const sync = (patterns: string | string[], options: FastGlob.Options): string[] =>
    glob.sync(patterns, { ...options, fs: { ...(fs as unknown as FastGlob.FileSystemAdapter), ...options.fs } });
  return { default: { sync } };
});

beforeEach(() => {
  vi.spyOn(ts.sys, 'readFile').mockImplementation(textOf);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const cwd = 'C:\\work\\shop';

/** What a specifier in a file of the shop leads to; the file relative to the shop. */
async function resolver(files: Readonly<Record<string, string>>): Promise<(specifier: string, from: string) => string> {
  const resolve = await resolveIn(files);
  return (specifier, from) => {
    const resolution = resolve(specifier, `${cwd}\\${from}`);
    return resolution.kind === 'file' ? resolution.file : resolution.kind;
  };
}

async function resolveIn(files: Readonly<Record<string, string>>): Promise<Resolve> {
  fillDisk(Object.fromEntries(Object.entries({ '.git\\HEAD': '', ...files }).map(([path, text]) => [`${cwd}\\${path}`, text])));
  return createResolver({ manifests: new Manifests([cwd], () => undefined), report: () => undefined });
}

describe('paths on Windows', () => {
  it('are shown relative to the working directory, with /', () => {
    expect(displayPath('C:\\work\\shop\\src\\a b.ts', cwd)).toBe('src/a b.ts');
    expect(displayPath('c:\\Work\\shop\\src\\a.ts', cwd)).toBe('src/a.ts');
    expect(displayPath('C:\\work\\lib\\a.ts', cwd)).toBe('../lib/a.ts');
    expect(displayPath(cwd, cwd)).toBe('.');
    expect(displayPath('D:\\other\\a.ts', cwd)).toBe('D:/other/a.ts');
    expect(displayPath('\\\\server\\share\\a.ts', cwd)).toBe('//server/share/a.ts');
    expect(slashed('src\\routes/[id]\\+page.ts')).toBe('src/routes/[id]/+page.ts');
  });

  it('lie within a directory or not', () => {
    expect(isWithin('C:\\work\\shop\\src', cwd)).toBe(true);
    expect(isWithin(cwd, cwd)).toBe(true);
    expect(isWithin('C:\\work\\shopping', cwd)).toBe(false);
    expect(isWithin('C:\\work', 'C:\\')).toBe(true);
    expect(isWithin('D:\\work\\shop', cwd)).toBe(false);
  });

  it('end at the root of the repository or the workspace, and at the drive', () => {
    fillDisk({
      'C:\\work\\shop\\.git\\HEAD': '', 'C:\\work\\shop\\apps\\api\\package.json': '{}', 'C:\\package.json': '{ "workspaces": [] }',
      'D:\\mono\\package.json': '\uFEFF{\r\n  "workspaces": ["a"]\r\n}\r\n', 'D:\\mono\\a\\package.json': '{}', 'E:\\loose\\a.ts': '',
    });
    expect(boundaryOf('C:\\work\\shop\\apps\\api\\src', 'C:\\work\\shop\\apps\\api')).toBe(cwd);
    expect(boundaryOf('D:\\mono\\a\\src', 'D:\\mono\\a')).toBe('D:\\mono');
    expect(boundaryOf('E:\\loose', 'E:\\')).toBe('E:\\');
    expect([gitRoot('C:\\work\\shop\\apps'), gitRoot('E:\\loose')]).toEqual([cwd, undefined]);
  });
});

describe('.gitignore files on Windows', () => {
  it('apply as on other systems, with CRLF and a byte-order mark', () => {
    fillDisk({
      'C:\\work\\shop\\.gitignore': '\uFEFF*.log.js\r\n/out\r\n!keep.log.js\r\n# note\r\n\r\n',
      'C:\\work\\shop\\packages\\a\\.gitignore': 'local/\r\n/top.ts\r\n',
      'C:\\work\\shop\\.git\\info\\exclude': 'private.ts\r\n',
    });
    const rules = new IgnoreFiles(cwd);
    rules.add(cwd);
    rules.add(`${cwd}\\packages\\a`);
    const ignored = [
      'x.log.js', 'keep.log.js', 'out\\a.ts', 'src\\out\\a.ts', 'packages\\a\\local\\b.ts', 'packages\\b\\local\\b.ts',
      'packages\\a\\top.ts', 'packages\\a\\src\\top.ts', 'src\\private.ts',
    ].filter((file) => rules.ignores(`${cwd}\\${file}`));
    expect(ignored).toEqual(['x.log.js', 'out\\a.ts', 'packages\\a\\local\\b.ts', 'packages\\a\\top.ts', 'src\\private.ts']);
    expect(rules.ignores(`${cwd}\\out/`)).toBe(true);
  });
});

describe('versions on Windows', () => {
  const manifest = '\uFEFF{\r\n  "dependencies": { "jsonwebtoken": "^9.0.0" }\r\n}\r\n';
  const npm = { packages: { 'node_modules/jsonwebtoken': { version: '8.5.1' }, 'apps/api/node_modules/jsonwebtoken': { version: '9.0.3' } } };

  it.each([
    ['npm', 'package-lock.json', `\uFEFF${JSON.stringify(npm, null, 2)}`],
    ['pnpm', 'pnpm-lock.yaml', "\uFEFFlockfileVersion: '9.0'\n\nimporters:\n\n  apps/api:\n    dependencies:\n      jsonwebtoken:\n        specifier: ^9.0.0\n        version: 9.0.3(x@1.0.0)\n\npackages:\n\n  a@1.0.0: {}\n"],
    ['yarn', 'yarn.lock', '\uFEFF# yarn lockfile v1\n\n\njsonwebtoken@^8.0.0:\n  version "8.5.1"\n\njsonwebtoken@^9.0.0:\n  version "9.0.3"\n'],
    ['yarn, first entry on the first line', 'yarn.lock', '\uFEFFjsonwebtoken@^9.0.0:\n  version "9.0.3"\n'],
  ])('come from the lock file of %s, with CRLF and a byte-order mark', (_, name, text) => {
    fillDisk({ [`${cwd}\\${name}`]: text.replaceAll('\n', '\r\n'), [`${cwd}\\apps\\api\\package.json`]: manifest });
    const manifests = new Manifests([cwd], (file, problem) => { throw new Error(`${file}: ${problem}`); });
    expect(manifests.version('jsonwebtoken', `${cwd}\\apps\\api\\src\\a.ts`)).toBe('9.0.3');
  });

  it('come from catalogs of a workspace file with CRLF and a byte-order mark', () => {
    fillDisk({
      [`${cwd}\\pnpm-workspace.yaml`]: '\uFEFFcatalog:\r\n  jose: ^6.0.0\r\npackages:\r\n  - apps/*\r\n',
      [`${cwd}\\apps\\api\\package.json`]: '{ "dependencies": { "jose": "catalog:" } }',
    });
    expect(new Manifests([cwd], () => undefined).version('jose', `${cwd}\\apps\\api\\a.ts`)).toBe('^6.0.0');
  });
});

describe('an editor on Windows', () => {
  it('names a file by a small drive letter, and gets versions all the same', () => {
    fillDisk({ [`${cwd}\\package.json`]: '\uFEFF{ "dependencies": { "jose": "^6.0.0" } }\r\n', [`${cwd}\\src\\a.ts`]: '' });
    const file = 'c:\\work\\shop\\src\\a.ts';
    const host = fileHost(file, { body: [] });
    expect([host.version('jose', file), host.dependsOn('jose', file), host.dependsOn('koa', file)]).toEqual(['^6.0.0', true, false]);
    expect(host.module(file)).toEqual({ body: [] });
  });
});

describe('imports on Windows', () => {
  it('lead to files by relative paths, with back-slashes in the answer', async () => {
    const resolve = await resolver({
      'src\\a.ts': '', 'src\\b.ts': '', 'src\\c\\index.ts': '', 'lib\\d.tsx': '', 'data.json': '{}', 'node_modules\\x\\index.js': '',
    });
    expect(resolve('./b', 'src\\a.ts')).toBe(`${cwd}\\src\\b.ts`);
    expect(resolve('./b.js', 'src\\a.ts')).toBe(`${cwd}\\src\\b.ts`);
    expect(resolve('./c', 'src\\a.ts')).toBe(`${cwd}\\src\\c\\index.ts`);
    expect(resolve('../lib/d', 'src\\a.ts')).toBe(`${cwd}\\lib\\d.tsx`);
    expect(resolve('../data.json', 'src\\a.ts')).toBe(`${cwd}\\data.json`);
    expect(resolve('../node_modules/x', 'src\\a.ts')).toBe('unknown');
    expect(resolve('../../outside', 'src\\a.ts')).toBe('unknown');
  });

  it('lead to files by the aliases of a tsconfig with CRLF and a byte-order mark', async () => {
    const resolve = await resolver({
      'tsconfig.json': '\uFEFF{\r\n  // all\r\n  "compilerOptions": { "paths": { "@/*": ["./src/*"] }, "rootDirs": ["src", "generated-types"] }\r\n}\r\n',
      'src\\a.ts': '', 'src\\lib\\b.ts': '', 'generated-types\\c.ts': '',
    });
    expect(resolve('@/lib/b', 'src\\a.ts')).toBe(`${cwd}\\src\\lib\\b.ts`);
    expect(resolve('./c', 'src\\a.ts')).toBe(`${cwd}\\generated-types\\c.ts`);
  });

  it('lead to packages of the workspace, and from #names to files', async () => {
    const resolve = await resolver({
      'package.json': '\uFEFF{ "workspaces": ["packages\\\\*", "apps/*"] }',
      'packages\\auth\\package.json': '{ "name": "@shop/auth", "exports": { ".": "./dist/index.js", "./sign": "./dist/sign.js" } }',
      'packages\\auth\\src\\index.ts': '', 'packages\\auth\\src\\sign.ts': '',
      'apps\\api\\package.json': '{ "name": "api", "imports": { "#db": "./src/db.ts" } }', 'apps\\api\\src\\a.ts': '', 'apps\\api\\src\\db.ts': '',
    });
    expect(resolve('@shop/auth', 'apps\\api\\src\\a.ts')).toBe(`${cwd}\\packages\\auth\\src\\index.ts`);
    expect(resolve('@shop/auth/sign', 'apps\\api\\src\\a.ts')).toBe(`${cwd}\\packages\\auth\\src\\sign.ts`);
    expect(resolve('#db', 'apps\\api\\src\\a.ts')).toBe(`${cwd}\\apps\\api\\src\\db.ts`);
    expect(resolve('jose', 'apps\\api\\src\\a.ts')).toBe('package');
  });

  it('are found from the other end', async () => {
    const files = { 'src\\auth\\index.ts': '', 'src\\a.ts': '', 'src\\auth\\b.ts': '' };
    const resolve = await resolveIn(files);
    const specifiers = new Map([[`${cwd}\\src\\a.ts`, ['./auth']], [`${cwd}\\src\\auth\\b.ts`, ['.']]]);
    const importers = new Importers(specifiers, resolve, new Manifests([cwd], () => undefined));
    expect(importers.of(`${cwd}\\src\\auth\\index.ts`)).toEqual([`${cwd}\\src\\a.ts`, `${cwd}\\src\\auth\\b.ts`]);
  });
});

describe('specifiers with a hole on Windows', () => {
  it('are those of the files that fit', () => {
    const files = ['src\\a.ts', 'src\\routes\\users.ts', 'src\\routes\\orders.ts', 'src\\routes\\deep\\x.ts', 'src\\user-api.ts'];
    const project = new Project({
      specifiers: new Map(files.map((file) => [`${cwd}\\${file}`, []])), texts: new Map(), report: () => undefined,
      manifests: new Manifests([cwd], () => undefined), resolve: () => ({ kind: 'unknown' }), parse: () => ({ ir: { body: [] } }),
    });
    expect(project.specifiersLike('./routes/', '', `${cwd}\\src\\a.ts`)).toEqual(['./routes/orders.ts', './routes/users.ts']);
    expect(project.specifiersLike('../user-', '-api.js', `${cwd}\\src\\routes\\users.ts`)).toEqual([]);
    expect(project.specifiersLike('../user-', 'api', `${cwd}\\src\\routes\\users.ts`)).toEqual(['../user-api.ts']);
  });
});

describe('a scan on Windows', () => {
  const files = {
    [`${cwd}\\.git\\HEAD`]: '',
    [`${cwd}\\.gitignore`]: 'scratch/\r\n',
    [`${cwd}\\package.json`]: '\uFEFF{\r\n  "dependencies": { "jsonwebtoken": "9.0.2" }\r\n}\r\n',
    [`${cwd}\\src\\config.ts`]: "\uFEFFexport const config = {\r\n  key: 'parcels-and-more-parcels',\r\n};\r\n",
    [`${cwd}\\src\\auth\\Sign.ts`]: [
      "import jwt from 'jsonwebtoken';", "import { config } from '../config';", '',
      'export const sign = (id: string) =>', "  jwt.sign({ sub: id }, config.key, { expiresIn: '15m' });", '',
      '// eslint-disable-next-line authlint/jwt-require-algorithms', 'export const read = (token: string, key: string) => jwt.verify(token, key);', '',
    ].join('\r\n'),
    [`${cwd}\\scratch\\a.ts`]: "import jwt from 'jsonwebtoken';\r\njwt.verify(token, key);\r\n",
    [`${cwd}\\test\\a.ts`]: "import jwt from 'jsonwebtoken';\r\njwt.verify(token, key);\r\n",
  };

  it.each([['.'], ['src'], ['C:\\work\\shop\\src'], ['./src/config.ts', 'src\\auth'], ['c:\\work\\shop\\src', 'src']])('of %s finds what another file says, and reports with /', async (...paths) => {
    fillDisk(files);
    const { findings, diagnostics, sources } = await scan({ cwd: 'c:\\work\\shop', paths });
    expect(diagnostics).toEqual([]);
    expect(findings.filter(({ ruleId }) => ruleId === 'jwt-require-algorithms')).toEqual([]);
    const hardcoded = findings.filter(({ ruleId }) => ruleId === 'secret-no-hardcoded');
    expect(hardcoded.map(({ file, start, end, trace }) => ({ file, start, end, trace: trace.map((step) => `${step.file}:${step.start.line}`) }))).toEqual([{
      file: 'src/config.ts',
      start: { line: 2, column: 8 },
      end: { line: 2, column: 34 },
      trace: expect.arrayContaining(['src/auth/Sign.ts:5', 'src/config.ts:2']) as string[],
    }]);
    expect([...sources.keys()].sort()).toEqual(['src/auth/Sign.ts', 'src/config.ts']);
  });
});
