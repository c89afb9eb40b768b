import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Manifests } from '../../src/packages/manifests.js';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** The version of jsonwebtoken for `from` in a tree of these files. */
function versionIn(files: Readonly<Record<string, string>>, from = 'src/a.ts'): string | undefined {
  const root = mkdtempSync(join(tmpdir(), 'authlint-lock-'));
  roots.push(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return new Manifests([root], () => undefined).version('jsonwebtoken', join(root, from));
}

const manifest = '{ "dependencies": { "jsonwebtoken": "^9.0.0" } }';

describe('lock files', () => {
  const npm2 = (place: string): string => JSON.stringify({ lockfileVersion: 3, packages: { '': {}, [place]: { version: '9.0.3' } } });

  it.each([
    ['npm 1', { 'package-lock.json': '{ "lockfileVersion": 1, "dependencies": { "jsonwebtoken": { "version": "9.0.1" } } }' }, '9.0.1'],
    ['npm 2 and 3', { 'package-lock.json': npm2('node_modules/jsonwebtoken') }, '9.0.3'],
    ['pnpm 5', { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\ndependencies:\n  jsonwebtoken: 9.0.2_peer@1.0.0\n\npackages:\n\n  /x/1.0.0:\n    dev: true\n' }, '9.0.2'],
    [
      'pnpm 9',
      { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      jsonwebtoken:\n        specifier: ^9.0.0\n        version: 9.0.2(x@1.0.0)\n\npackages:\n" },
      '9.0.2',
    ],
    ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n\n\n"@a/b@^1.0.0":\n  version "1.0.0"\n\njsonwebtoken@^8.0.0:\n  version "8.5.1"\n\njsonwebtoken@^9, jsonwebtoken@^9.0.0:\n  version "9.0.2"\n' }, '9.0.2'],
    ['yarn 4', { 'yarn.lock': '__metadata:\n  version: 8\n\n"jsonwebtoken@npm:^9.0.0, jsonwebtoken@npm:^9.0.2":\n  version: 9.0.2\n' }, '9.0.2'],
    ['Windows line ends', { 'yarn.lock': 'jsonwebtoken@^9.0.0:\r\n  version "9.0.2"\r\n' }, '9.0.2'],
  ])('of %s pin the version', (_, files, expected) => {
    expect(versionIn({ 'package.json': manifest, ...files })).toBe(expected);
  });

  it('of a workspace know what each package gets', () => {
    const lock = { packages: { 'node_modules/jsonwebtoken': { version: '8.5.1' }, 'apps/api/node_modules/jsonwebtoken': { version: '9.0.3' } } };
    const files = {
      'package.json': '{ "workspaces": ["apps/*"] }', 'package-lock.json': JSON.stringify(lock),
      'apps/api/package.json': manifest, 'apps/old/package.json': '{ "dependencies": { "jsonwebtoken": "^8.0.0" } }',
    };
    expect(versionIn(files, 'apps/api/src/a.ts')).toBe('9.0.3');
    expect(versionIn(files, 'apps/old/src/a.ts')).toBe('8.5.1');
    const pnpm = "importers:\n  apps/api:\n    dependencies:\n      jsonwebtoken:\n        specifier: ^9.0.0\n        version: 9.0.2\n";
    expect(versionIn({ 'package.json': '{}', 'pnpm-lock.yaml': pnpm, 'apps/api/package.json': manifest }, 'apps/api/a.ts')).toBe('9.0.2');
  });

  it('come after what is installed, and before the range', () => {
    const locked = { 'package.json': manifest, 'package-lock.json': npm2('node_modules/jsonwebtoken') };
    expect(versionIn({ ...locked, 'node_modules/jsonwebtoken/package.json': '{ "version": "9.0.0" }' })).toBe('9.0.0');
    expect(versionIn({ 'package.json': manifest })).toBe('^9.0.0');
  });

  it.each([
    ['broken', { 'pnpm-lock.yaml': 'importers: [' }],
    ['of something else', { 'yarn.lock': 'left-pad@^1.0.0:\n  version "1.3.0"\n' }],
    ['with a link', { 'pnpm-lock.yaml': 'importers:\n  .:\n    dependencies:\n      jsonwebtoken:\n        specifier: ^9.0.0\n        version: link:../fork\n' }],
  ])('that are %s leave the range', (_, files) => {
    expect(versionIn({ 'package.json': manifest, ...files })).toBe('^9.0.0');
  });
});
