import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { rules } from '../../rules/index.js';
import { reportContext } from '../../src/cli/report-context.js';
import { tree } from '../scanner/tree.js';

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return { ...fs, readFileSync: vi.fn(fs.readFileSync) };
});

describe('the rules of a report', () => {
  it('are sorted and have pages with plain line ends, whatever those on the disk have', () => {
    const plain = reportContext(tree({}), false).rules();
    expect(plain.map(({ id }) => id)).toEqual(rules.map(({ meta }) => meta.id).sort());
    const real = vi.mocked(readFileSync).getMockImplementation();
    vi.mocked(readFileSync).mockImplementation(((file: string, encoding: 'utf8') => {
      const text = String(real?.(file, encoding));
      return file.endsWith('.md') ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text;
    }) as typeof readFileSync);
    expect(reportContext(tree({}), false).rules()).toEqual(plain);
    vi.mocked(readFileSync).mockImplementation(((file: string, encoding: 'utf8') => {
      if (file.endsWith('.md')) throw new Error('ENOENT');
      return real?.(file, encoding);
    }) as typeof readFileSync);
    const [first] = reportContext(tree({}), false).rules();
    expect(first?.page).toBe(`# ${first?.id}\n\n${first?.description}.\n`);
  });
});

describe('paths in the repository', () => {
  it('start at the git root, also of a worktree, else at the working directory', () => {
    const root = tree({ 'repository/.git/HEAD': '', 'repository/a/b/c.ts': '', 'worktree/.git': 'gitdir: elsewhere', 'worktree/a/c.ts': '', 'loose/a/c.ts': '' });
    const path = (cwd: string, file: string): string => reportContext(`${root}/${cwd}`, false).repositoryPath(file);
    expect(path('repository/a', 'b/c.ts')).toBe('a/b/c.ts');
    expect(path('repository/a/b', '../../x.ts')).toBe('x.ts');
    expect(path('repository', '../loose/a/c.ts')).toBe('../loose/a/c.ts');
    expect(path('worktree/a', 'c.ts')).toBe('a/c.ts');
    expect(path('loose/a', 'c.ts')).toBe('c.ts');
  });
});
