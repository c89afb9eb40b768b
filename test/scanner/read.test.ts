import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/scanner/read.js';
import { tree } from './tree.js';

describe('readSource', () => {
  it('removes the byte-order mark', () => {
    const root = tree({ 'a.ts': '\uFEFFlet a;' });
    expect(readSource(join(root, 'a.ts'))).toEqual({ text: 'let a;' });
  });

  it.each([
    ['large.js', new Uint8Array(5 * 1024 * 1024), /larger than 2 MB \(5 MB\)/],
    ['latin1.js', new Uint8Array([0x2f, 0x2f, 0xe9]), /not valid UTF-8/],
  ])('names the problem of %s', (name, content, problem) => {
    const root = tree({ [name]: content });
    expect(readSource(join(root, name))).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  it('names a file that is gone and one that is no file', () => {
    const root = tree({});
    expect(readSource(join(root, 'gone.js'))).toEqual({ problem: 'The file vanished during the scan.' });
    expect(readSource(root)).toEqual({ problem: 'The file cannot be read (EISDIR).' });
  });
});
