import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaryOf } from '../../src/packages/boundary.js';
import { Importers } from '../../src/scanner/importers.js';
import { importSpecifiers } from '../../src/ir/specifiers.js';
import { Manifests } from '../../src/packages/manifests.js';
import { createResolver, parsePackage } from '../../src/scanner/resolve.js';
import { tree } from './tree.js';

type Files = Record<string, string | object>;

async function project(files: Files): Promise<{
  resolve: (specifier: string, from: string) => string;
  problems: string[];
  importersOf: (file: string) => string[];
}> {
  const texts = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? content : JSON.stringify(content)] as const,
  );
  const root = tree({ '.git/HEAD': '', ...Object.fromEntries(texts) });
  const problems: string[] = [];
  const report = (file: string): unknown => problems.push(relative(root, file));
  const manifests = new Manifests([boundaryOf(root, root)], report);
  const resolve = await createResolver({ manifests, report });
  const specifiers = new Map(texts.map(([path, text]) => [join(root, path), importSpecifiers(text)]));
  const importers = new Importers(specifiers, resolve, manifests);
  return {
    problems,
    resolve(specifier, from) {
      const resolution = resolve(specifier, join(root, from));
      if (resolution.kind === 'unknown') return 'unknown';
      if (resolution.kind === 'package') return `package ${resolution.name} ${resolution.subpath}`.trim();
      return `${resolution.kind} ${relative(root, resolution.file)}`;
    },
    importersOf: (file) => importers.of(join(root, file)).map((importer) => relative(root, importer)),
  };
}

describe('relative specifiers', () => {
  it('finds extensions, index files, JSON, and TypeScript behind .js', async () => {
    const { resolve } = await project({
      'src/a.ts': '', 'src/b.tsx': '', 'src/c/index.ts': '', 'src/d.json': '{}', 'src/e.mts': '',
      'src/f.js': '', 'src/f.d.ts': '',
      'src/g.config.ts': '', 'src/h.vue': '',
    });
    const from = 'src/a.ts';
    expect(resolve('./b', from)).toBe('file src/b.tsx');
    expect(resolve('./b.js', from)).toBe('file src/b.tsx');
    expect(resolve('./c', from)).toBe('file src/c/index.ts');
    expect(resolve('./c/', from)).toBe('file src/c/index.ts');
    expect(resolve('.', 'src/c/x.ts')).toBe('file src/c/index.ts');
    expect(resolve('./d.json', from)).toBe('file src/d.json');
    expect(resolve('./e.mjs', from)).toBe('file src/e.mts');
    expect(resolve('./f', from)).toBe('file src/f.js');
    expect(resolve('./g.config', from)).toBe('file src/g.config.ts');
    expect(resolve('./h.vue', from)).toBe('file src/h.vue');
    expect(resolve('./h', from)).toBe('unknown');
    expect(resolve('./missing', from)).toBe('unknown');
  });

  it('stays inside the boundary and out of node_modules', async () => {
    const { resolve } = await project({ 'a.ts': '', 'node_modules/x/index.js': '' });
    expect(resolve('../../../etc/hosts', 'a.ts')).toBe('unknown');
    expect(resolve('./node_modules/x', 'a.ts')).toBe('unknown');
    expect(resolve('x', 'a.ts')).toBe('package x');
  });
});

describe('tsconfig', () => {
  it('follows paths and baseUrl through extends, relative to the file that says them', async () => {
    const { resolve } = await project({
      'config/base.json':
        '// comments and trailing commas are fine\n' +
        '{ "compilerOptions": { "baseUrl": "..", "paths": { "@/*": ["app/src/*"], "exact": ["app/exact.ts"], } } }',
      'app/tsconfig.json': { extends: '../config/base' },
      'app/src/a.ts': '', 'app/exact.ts': '', 'app/other.ts': '',
    });
    expect(resolve('@/a', 'app/src/x.ts')).toBe('file app/src/a.ts');
    expect(resolve('exact', 'app/src/x.ts')).toBe('file app/exact.ts');
    expect(resolve('app/other', 'app/src/x.ts')).toBe('file app/other.ts');
    expect(resolve('@/missing', 'app/src/x.ts')).toBe('unknown');
    expect(resolve('express', 'app/src/x.ts')).toBe('package express');
  });

  it('reads paths without baseUrl, ${configDir}, several extends, jsconfig.json', async () => {
    const { resolve } = await project({
      'one/base1.json': { compilerOptions: { paths: { '~/*': ['${configDir}/src/*'] } } },
      'one/base2.json': { compilerOptions: { strict: true } },
      'one/web/tsconfig.json': { extends: ['../base1.json', '../base2.json'] },
      'one/web/src/a.ts': '',
      'two/jsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'two/src/b.js': '',
    });
    expect(resolve('~/a', 'one/web/src/x.ts')).toBe('file one/web/src/a.ts');
    expect(resolve('@/b', 'two/src/x.js')).toBe('file two/src/b.js');
  });

  it('follows references of a solution file', async () => {
    const { resolve } = await project({
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }] },
      'tsconfig.node.json': { compilerOptions: {} },
      'tsconfig.app.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } },
      'src/a.ts': '',
    });
    expect(resolve('@/a', 'src/x.ts')).toBe('file src/a.ts');
  });

  it('finds a base in a workspace package that is not installed', async () => {
    const { resolve } = await project({
      'package.json': { workspaces: ['packages/*'] },
      'packages/tsconfig/package.json': { name: '@acme/tsconfig' },
      'packages/tsconfig/base.json': { compilerOptions: { paths: { '#app/*': ['${configDir}/lib/*'] } } },
      'packages/app/package.json': { name: 'app' },
      'packages/app/tsconfig.json': { extends: '@acme/tsconfig/base.json' },
      'packages/app/lib/a.ts': '',
    });
    expect(resolve('#app/a', 'packages/app/x.ts')).toBe('file packages/app/lib/a.ts');
  });

  it('knows the aliases that frameworks generate, after those that are written', async () => {
    const { resolve, problems } = await project({
      'kit/package.json': { name: 'kit', devDependencies: { '@sveltejs/kit': '^2.0.0' } },
      'kit/tsconfig.json': { extends: './.svelte-kit/tsconfig.json' },
      'kit/src/lib/index.ts': '', 'kit/src/lib/server/keys.ts': '', 'kit/src/lib/A.svelte': '', 'kit/src/routes/+page.server.ts': '',
      'nuxt/package.json': { name: 'nuxt-app', dependencies: { nuxt: '^4.0.0' } },
      'nuxt/tsconfig.json': { references: [{ path: './.nuxt/tsconfig.app.json' }] },
      'nuxt/app/a.ts': '', 'nuxt/b.ts': '', 'nuxt/shared/c.ts': '', 'nuxt/server/x.ts': '',
      'own/package.json': { name: 'own', dependencies: { nuxt: '^3.0.0' } },
      'own/tsconfig.json': { compilerOptions: { paths: { '~/*': ['./lib/*'] } } },
      'own/lib/a.ts': '', 'own/a.ts': '', 'own/b.ts': '',
      'none/package.json': { name: 'none' }, 'none/src/lib/index.ts': '', 'none/a.ts': '',
    });
    const route = 'kit/src/routes/+page.server.ts';
    expect(resolve('$lib', route)).toBe('file kit/src/lib/index.ts');
    expect(resolve('$lib/server/keys', route)).toBe('file kit/src/lib/server/keys.ts');
    expect(resolve('$lib/server/keys.js', route)).toBe('file kit/src/lib/server/keys.ts');
    expect(resolve('$lib/A.svelte', route)).toBe('file kit/src/lib/A.svelte');
    const handler = 'nuxt/server/x.ts';
    expect([resolve('~/a', handler), resolve('@/a', handler)]).toEqual(['file nuxt/app/a.ts', 'file nuxt/app/a.ts']);
    expect([resolve('~/b', handler), resolve('~~/b', handler), resolve('@@/b', handler)]).toEqual(Array(3).fill('file nuxt/b.ts'));
    expect(resolve('#shared/c', handler)).toBe('file nuxt/shared/c.ts');
    expect([resolve('~/a', 'own/b.ts'), resolve('@/b', 'own/a.ts')]).toEqual(['file own/lib/a.ts', 'file own/b.ts']);
    expect([resolve('$lib', 'none/a.ts'), resolve('~/a', 'none/a.ts')]).toEqual(['unknown', 'unknown']);
    expect(problems).toEqual([]);
  });

  it('survives cycles and reports a broken file once', async () => {
    const { resolve, problems } = await project({
      'cycle/tsconfig.json': { extends: './tsconfig.json', references: [{ path: '.' }] },
      'broken/tsconfig.json': '{ "compilerOptions": { "paths": ',
      'dangling/tsconfig.json': { extends: ['./gone.json', '@acme/not-installed'] },
      'broken/a.ts': '', 'cycle/a.ts': '', 'dangling/a.ts': '',
    });
    expect(resolve('./a', 'cycle/x.ts')).toBe('file cycle/a.ts');
    expect(resolve('./a', 'dangling/x.ts')).toBe('file dangling/a.ts');
    expect(resolve('./a', 'broken/x.ts')).toBe('file broken/a.ts');
    expect(resolve('@/a', 'broken/deep/x.ts')).toBe('unknown');
    expect(problems).toEqual(['dangling/tsconfig.json', 'broken/tsconfig.json']);
  });
});

describe('package.json', () => {
  it('follows imports: conditions, patterns, missing outputs, packages', async () => {
    const { resolve } = await project({
      'package.json': {
        name: 'me',
        imports: {
          '#db': { types: './dist/db.d.ts', default: './dist/db.js' },
          '#lib/*': './src/lib/*.js',
          '#jwt': 'jsonwebtoken',
        },
        exports: { '.': './dist/index.js', './sub/*': { import: './dist/sub/*.mjs' } },
      },
      'src/db.ts': '', 'src/lib/a.ts': '', 'src/index.ts': '', 'src/sub/b.mts': '',
    });
    expect(resolve('#db', 'src/x.ts')).toBe('file src/db.ts');
    expect(resolve('#lib/a', 'src/x.ts')).toBe('file src/lib/a.ts');
    expect(resolve('#jwt', 'src/x.ts')).toBe('package jsonwebtoken');
    expect(resolve('#none', 'src/x.ts')).toBe('unknown');
    expect(resolve('me', 'src/x.ts')).toBe('file src/index.ts');
    expect(resolve('me/sub/b', 'src/x.ts')).toBe('file src/sub/b.mts');
  });

  it.each([
    ['npm', { 'package.json': { workspaces: ['packages/*'] } }],
    ['yarn', { 'package.json': { workspaces: { packages: ['./packages/*/'] } } }],
    ['pnpm', { 'pnpm-workspace.yaml': 'packages:\n  - "packages/**"\n  - "!packages/excluded"\n' }],
  ])('maps %s workspace packages to their sources', async (_, root: Files) => {
    const { resolve } = await project({
      ...root,
      'packages/main/package.json': { name: '@acme/main', main: 'dist/cjs/index.js' },
      'packages/main/src/index.ts': '',
      'packages/types/package.json': { name: 'types-only', types: './lib/index.d.ts' },
      'packages/types/src/index.tsx': '',
      'packages/flat/package.json': { name: 'flat', main: 'build/server.js' },
      'packages/flat/server.ts': '',
      'packages/bare/package.json': { name: 'bare' },
      'packages/bare/index.js': '', 'packages/bare/helper.ts': '', 'packages/bare/src/deep.ts': '',
      'packages/source/package.json': { name: 'source', exports: { '.': './src/main.ts', './json': './data.json' } },
      'packages/source/src/main.ts': '', 'packages/source/data.json': '{}',
    });
    const from = 'packages/bare/x.ts';
    expect(resolve('@acme/main', from)).toBe('file packages/main/src/index.ts');
    expect(resolve('types-only', from)).toBe('file packages/types/src/index.tsx');
    expect(resolve('flat', from)).toBe('file packages/flat/server.ts');
    expect(resolve('bare', 'packages/flat/x.ts')).toBe('file packages/bare/index.js');
    expect(resolve('bare/helper', 'packages/flat/x.ts')).toBe('file packages/bare/helper.ts');
    expect(resolve('bare/deep', 'packages/flat/x.ts')).toBe('file packages/bare/src/deep.ts');
    expect(resolve('source', from)).toBe('file packages/source/src/main.ts');
    expect(resolve('source/json', from)).toBe('file packages/source/data.json');
    expect(resolve('@acme/unknown/sub', from)).toBe('package @acme/unknown sub');
  });

  it('reports a broken file once and goes on', async () => {
    const { resolve, problems } = await project({ 'package.json': '{', 'src/a.ts': '' });
    expect(resolve('./a', 'src/x.ts')).toBe('file src/a.ts');
    expect(resolve('b', 'src/x.ts')).toBe('package b');
    expect(resolve('#c', 'src/x.ts')).toBe('unknown');
    expect(problems).toEqual(['package.json']);
  });
});

describe('parsePackage', () => {
  it.each([
    ['crypto', { name: 'node:crypto', subpath: '' }],
    ['node:crypto', { name: 'node:crypto', subpath: '' }],
    ['node:fs/promises', { name: 'node:fs', subpath: 'promises' }],
    ['@scope/name/sub/path', { name: '@scope/name', subpath: 'sub/path' }],
    ['lodash.merge', { name: 'lodash.merge', subpath: '' }],
    ['@/alias', undefined],
    ['https://example.com/a.js', undefined],
    ['virtual:config', undefined],
  ])('reads %s', (specifier, parsed) => {
    expect(parsePackage(specifier)).toEqual(parsed);
  });
});

describe('Importers', () => {
  it('finds importers by path, directory, alias and package name', async () => {
    const { importersOf } = await project({
      'package.json': { workspaces: ['packages/*'] },
      'tsconfig.json': { compilerOptions: { paths: { '@tokens': ['./packages/tokens/src/main.ts'], '~/*': ['./*'] } } },
      'packages/tokens/package.json': {
        name: '@acme/tokens', exports: { '.': './dist/main.js', './issue': './dist/entry/issue.js' },
      },
      'packages/tokens/src/main.ts': `export * from './create';`,
      'packages/tokens/src/entry/issue.ts': `import { x } from '..'; import y from "../create/index.js";`,
      'packages/tokens/src/create/index.ts': '',
      'packages/tokens/src/create/own.ts': `import a from '.';`,
      'app/a.ts': `import { create } from '@acme/tokens';`,
      'app/b.ts': `require('@tokens')`,
      'app/c.ts': `import('~/packages/tokens/src/create/index')`,
      'app/d.ts': `import i from '@acme/tokens/issue';`,
      'app/create.ts': '', 'app/e.ts': `import c from './create';`,
    });
    expect(importersOf('packages/tokens/src/create/index.ts')).toEqual([
      'app/c.ts', 'packages/tokens/src/create/own.ts', 'packages/tokens/src/entry/issue.ts',
      'packages/tokens/src/main.ts',
    ]);
    expect(importersOf('packages/tokens/src/main.ts')).toEqual(['app/a.ts', 'app/b.ts']);
    expect(importersOf('packages/tokens/src/entry/issue.ts')).toEqual(['app/d.ts']);
    expect(importersOf('app/create.ts')).toEqual(['app/e.ts']);
  });
});
