import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Manifests } from '../../src/packages/manifests.js';
import { tree } from './tree.js';

interface Fixture {
  of: Manifests;
  at: (path: string) => string;
  problems: string[];
}

function manifests(files: Record<string, string | object>): Fixture {
  const texts = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)],
  );
  const root = tree(Object.fromEntries(texts) as Record<string, string>);
  const problems: string[] = [];
  const of = new Manifests([root], (file) => problems.push(relative(root, file)));
  return { of, at: (path) => join(root, path), problems };
}

describe('version', () => {
  it('prefers the nearest installed package to ranges', () => {
    const { of, at } = manifests({
      'package.json': { dependencies: { jose: '^4.0.0', express: '^4.0.0' } },
      'node_modules/jose/package.json': { version: '4.15.9' },
      'app/package.json': { dependencies: { jose: '^5.0.0' } },
      'app/node_modules/jose/package.json': { version: '5.9.6' },
    });
    expect(of.version('jose', at('src/a.ts'))).toBe('4.15.9');
    expect(of.version('jose', at('app/src/a.ts'))).toBe('5.9.6');
    expect(of.version('express', at('app/src/a.ts'))).toBe('^4.0.0');
    expect(of.version('koa', at('app/src/a.ts'))).toBeUndefined();
  });

  it('reads aliases and pnpm catalogs, and nothing out of tags, paths and workspace references', () => {
    const { of, at } = manifests({
      'pnpm-workspace.yaml': 'packages: []\ncatalog:\n  jose: ^6.0.0\ncatalogs:\n  old:\n    express: ~4.18.0\n',
      'package.json': {
        dependencies: { jwt: 'npm:jsonwebtoken@^9.0.2', jose: 'catalog:', express: 'catalog:old' },
        devDependencies: { koa: 'latest', a: 'workspace:*', b: 'file:../b' },
      },
    });
    const versions = ['jwt', 'jose', 'express', 'koa', 'a', 'b'].map((name) => of.version(name, at('a.ts')));
    expect(versions).toEqual(['^9.0.2', '^6.0.0', '~4.18.0', undefined, undefined, undefined]);
  });
});

describe('dependsOn', () => {
  it('asks every dependency field of the nearest package.json only', () => {
    const { of, at } = manifests({
      'package.json': { dependencies: { top: '1' } },
      'app/package.json': {
        dependencies: { a: '1' },
        devDependencies: { b: '1' },
        peerDependencies: { c: '1' },
        optionalDependencies: { d: '1' },
      },
    });
    const known = ['a', 'b', 'c', 'd', 'top'].filter((name) => of.dependsOn(name, at('app/src/x.ts')));
    expect(known).toEqual(['a', 'b', 'c', 'd']);
    expect(of.dependsOn('top', at('x.ts'))).toBe(true);
  });

  it('skips a broken package.json with one problem', () => {
    const { of, at, problems } = manifests(
      { 'package.json': { dependencies: { top: '1' } }, 'app/package.json': '{ "secret": ' },
    );
    expect(of.dependsOn('top', at('app/x.ts'))).toBe(true);
    expect(of.dependsOn('top', at('app/deep/x.ts'))).toBe(true);
    expect(problems).toEqual(['app/package.json']);
  });
});

describe('a package.json that is no object', () => {
  it.each(['[]', 'null', '"x"'])('is reported once: %s', (content) => {
    const { of, at, problems } = manifests({ 'package.json': content });
    expect([of.in(at('.')), of.in(at('.'))]).toEqual([undefined, undefined]);
    expect(problems).toEqual(['package.json']);
  });

  it('or no file is reported, and one that is not there is not', () => {
    const { of, at, problems } = manifests({ 'package.json/x': '' });
    expect([of.in(at('.')), of.in(at('gone'))]).toEqual([undefined, undefined]);
    expect(problems).toEqual(['package.json']);
  });
});
