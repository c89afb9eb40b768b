import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover, PathError } from '../../src/scanner/discover.js';
import { tree } from './tree.js';

function found(root: string, paths = ['.'], ignore = true): string[] {
  const { files } = discover({ paths, cwd: root, ignore });
  return files.map((file) => relative(root, file));
}

function empty(...paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, '']));
}

describe('discover', () => {
  it('finds every extension of JavaScript, TypeScript and components, sorted, and nothing else', () => {
    const root = tree(
      empty(
        'z.ts', 'b.mjs', 'b.cjs', 'b.js', 'b.jsx', 'a/b.tsx', 'b.mts', 'b.cts', 'b.vue', 'c.svelte', 'd.astro', 'b.json', 'b.html',
        '.hidden/a.js',
      ),
    );
    expect(found(root)).toEqual(
      ['.hidden/a.js', 'a/b.tsx', 'b.cjs', 'b.cts', 'b.js', 'b.jsx', 'b.mjs', 'b.mts', 'b.vue', 'c.svelte', 'd.astro', 'z.ts'],
    );
  });

  it('leaves tests and stories of components out', () => {
    const root = tree(empty('a.stories.svelte', 'b.test.vue', 'c.vue', '.svelte-kit/d.svelte'));
    expect(found(root)).toEqual(['c.vue']);
  });

  it('leaves tests, fixtures, stories, generated code, declarations and build output out', () => {
    const root = tree(
      empty(
        'src/a.ts', 'src/a.test.ts', 'src/a.spec.tsx', 'src/__tests__/b.ts', 'test/c.ts', 'e2e/d.ts', 'fixtures/e.ts',
        'src/__mocks__/f.ts', 'src/g.stories.tsx', 'src/migrations/h.ts', 'src/i.gen.ts',
        'src/j.d.ts', 'public/k.min.js',
        'dist/l.js', '.next/m.js', 'vendor/n.js', 'src/testing.ts', 'src/latest/o.ts',
      ),
    );
    expect(found(root)).toEqual(['src/a.ts', 'src/latest/o.ts', 'src/testing.ts']);
  });

  it('says of a given file that is neither a module nor settings that it was skipped', () => {
    const root = tree(empty('a.test.ts', 'types.d.ts', 'README.md', '.env', 'bin'));
    const given = ['README.md', 'a.test.ts', '.env', 'types.d.ts', 'bin'];
    const { files, settings, diagnostics } = discover({ paths: given, cwd: root, ignore: true });
    expect(files.map((file) => relative(root, file))).toEqual(['a.test.ts', 'types.d.ts']);
    expect(settings).toEqual([{ file: join(root, '.env'), given: true, ignored: false }]);
    expect(diagnostics.map(({ file }) => relative(root, file))).toEqual(['README.md', 'bin']);
  });

  it('finds what may be settings, and says what ignore files name', () => {
    const root = tree({
      ...empty(
        '.env', '.envrc', '.env.local', '.env-sample', 'api/prod.env', 'compose.yaml', 'docker-compose_mysql.yml', 'k8s/a.yml', '.github/workflows/ci.yml',
        '.env.test', '.env.test.local', 'docker-compose.test.yml', 'test/.env', 'cypress/docker-compose.yml', 'node_modules/a/.env', 'dist/.env',
        '.env.d.ts', '.env.ts', '.env.vault', 'env', '.environment', 'a.json',
      ),
      '.gitignore': '.env.local\nk8s',
    });
    const { settings, files } = discover({ paths: ['.'], cwd: root, ignore: true });
    expect(settings.map(({ file, ignored }) => `${relative(root, file)}${ignored ? ' ignored' : ''}`)).toEqual([
      '.env', '.env-sample', '.env.local ignored', '.envrc', '.github/workflows/ci.yml', 'api/prod.env', 'compose.yaml', 'docker-compose_mysql.yml', 'k8s/a.yml ignored',
    ]);
    expect(files.map((file) => relative(root, file))).toEqual(['.env.ts']);
    const { settings: all } = discover({ paths: ['.'], cwd: root, ignore: false });
    expect(all.map(({ file }) => relative(root, file))).toEqual(expect.arrayContaining(['.env.test', 'test/.env', 'docker-compose.test.yml']));
    expect(all.map(({ file }) => relative(root, file))).not.toContain('node_modules/a/.env');
  });

  it('applies exclusions below a given path only', () => {
    const root = tree(empty('fixtures/apps/insecure/a.ts', 'fixtures/apps/insecure/test/b.ts'));
    expect(found(root, ['fixtures/apps/insecure'])).toEqual(['fixtures/apps/insecure/a.ts']);
  });

  it('scans a file that is named, whatever excludes it', () => {
    const root = tree({ '.gitignore': '*.ts', 'test/a.test.ts': '', 'other.ts': '' });
    expect(found(root, ['test/a.test.ts', 'test'])).toEqual(['test/a.test.ts']);
  });

  it('turns ignore files and exclusions off, but never enters node_modules and .git', () => {
    const root = tree({
      ...empty('dist/a.js', 'b.js', 'node_modules/c/c.js', '.git/d.js', 'e/node_modules/f.js'), '.gitignore': 'b.js',
    });
    expect(found(root, ['.'], false)).toEqual(['b.js', 'dist/a.js']);
    expect(found(root)).toEqual([]);
  });

  it('does not follow symbolic links, loops among them', () => {
    const root = tree(empty('a/b.ts'));
    symlinkSync(root, join(root, 'a', 'loop'));
    symlinkSync(join(root, 'a', 'b.ts'), join(root, 'a', 'link.ts'));
    expect(found(root)).toEqual(['a/b.ts']);
  });

  it('throws for a path that does not exist', () => {
    const root = tree(empty('a.ts'));
    expect(() => found(root, ['a.ts/b'])).toThrow(PathError);
    expect(() => found(root, ['nowhere'])).toThrow(new PathError('nowhere', 'no such file or directory'));
  });

  it('lists a file once when given paths overlap', () => {
    const root = tree(empty('a/b.ts'));
    expect(found(root, ['a', '.', 'a/b.ts'])).toEqual(['a/b.ts']);
  });
});

describe('ignore files', () => {
  it('lets deeper files override those above', () => {
    const root = tree({
      '.gitignore': '*.log.ts\nsecret.ts\n/only-top.ts\n',
      'pkg/.gitignore': '!secret.ts\nlocal.ts\nsub/inner.ts\n',
      ...empty('secret.ts', 'only-top.ts', 'pkg/secret.ts', 'pkg/local.ts', 'pkg/only-top.ts', 'pkg/deep/local.ts'),
      ...empty('pkg/sub/inner.ts', 'pkg/x/sub/inner.ts', 'local.ts', 'a.log.ts'),
    });
    expect(found(root)).toEqual(['local.ts', 'pkg/only-top.ts', 'pkg/secret.ts', 'pkg/x/sub/inner.ts']);
  });

  it('takes nothing back below an ignored directory, but takes the directory itself back', () => {
    const root = tree({
      '.gitignore': 'cache/\npkg/out-dir\n',
      'cache/.gitignore': '!keep.ts\n',
      'pkg/.gitignore': '!out-dir\n',
      ...empty('cache/keep.ts', 'pkg/out-dir/a.ts'),
    });
    expect(found(root)).toEqual(['pkg/out-dir/a.ts']);
  });

  it('reads those above the given path up to the git root, and .git/info/exclude', () => {
    const root = tree({
      '.gitignore': 'outside.ts\n',
      'repo/.gitignore': 'a.ts\n',
      'repo/.git/info/exclude': 'b.ts\n',
      ...empty('repo/src/a.ts', 'repo/src/b.ts', 'repo/src/outside.ts'),
    });
    expect(found(root, ['repo/src'])).toEqual(['repo/src/outside.ts']);
  });

  it('does not hold a given directory against its own ignore rules', () => {
    const root = tree({ '.gitignore': 'tmp\n', 'tmp/.gitignore': 'b.ts\n', ...empty('tmp/a.ts', 'tmp/b.ts') });
    mkdirSync(join(root, '.git'));
    expect(found(root, ['tmp'])).toEqual(['tmp/a.ts']);
  });

  it('treats special characters of a directory name as text', () => {
    const root = tree({ 'app/[id]/.gitignore': 'gone.ts\n', ...empty('app/[id]/gone.ts', 'app/i/gone.ts') });
    expect(found(root)).toEqual(['app/i/gone.ts']);
  });
});
