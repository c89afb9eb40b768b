import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import createIgnore, { type Ignore } from 'ignore';
import { ancestors } from '../packages/boundary.js';
import { displayPath, slashed } from '../packages/paths.js';

/**
 * Answers for the .gitignore files of one tree as git does: patterns of a deeper file come after those above it, the
 * last match decides, and nothing below an ignored directory can be taken back.
 */
export class IgnoreFiles {
  readonly #top: string;
  #excluded: string[];
  readonly #patterns = new Map<string, string[]>();
  readonly #chains = new Map<string, Ignore>();

  /**
   * @param top directory that patterns of the highest file are relative to; its `.git/info/exclude` counts as well
   */
  constructor(top: string) {
    this.#top = top;
    this.#excluded = readLines(join(top, '.git', 'info', 'exclude'));
  }

  /** Reads the .gitignore of `directory` (absolute, `top` or below), if there is one. */
  add(directory: string): void {
    const lines = readLines(join(directory, '.gitignore'));
    if (lines.length > 0) this.#patterns.set(directory, lines);
  }

  /** Forgets every pattern, those of `.git/info/exclude` too. */
  clear(): void {
    this.#excluded = [];
    this.#patterns.clear();
    this.#chains.clear();
  }

  /** Whether a file (absolute path below `top`) is ignored, or with a trailing `/`, a directory. */
  ignores(path: string): boolean {
    return this.#chain(dirname(path)).ignores(slashed(path.slice(this.#top.length).replace(/^[\\/]/, '')));
  }

  #chain(directory: string): Ignore {
    const cached = this.#chains.get(directory);
    if (cached) return cached;
    const atTop = directory === this.#top || directory === dirname(directory);
    const own = this.#patterns.get(directory);
    const chain = own || atTop ? this.#build(directory) : this.#chain(dirname(directory));
    this.#chains.set(directory, chain);
    return chain;
  }

  #build(directory: string): Ignore {
    const chain = createIgnore().add(this.#excluded);
    for (const level of ancestors(directory, this.#top).reverse()) {
      const lines = this.#patterns.get(level) ?? [];
      chain.add(level === this.#top ? lines : lines.map((line) => anchored(line, displayPath(level, this.#top))));
    }
    return chain;
  }
}

/** A pattern of `directory/.gitignore` as it would stand in the top directory's file. */
function anchored(line: string, directory: string): string {
  if (line.trim() === '' || line.startsWith('#')) return '';
  const negated = line.startsWith('!');
  const pattern = negated ? line.slice(1) : line;
  const prefix = `/${directory.replace(/[\\*?[\] #!]/g, '\\$&')}`;
  const hasInnerSlash = pattern.trimEnd().replace(/\/$/, '').includes('/');
  const body = hasInnerSlash ? pattern.replace(/^\//, '') : `**/${pattern}`;
  return `${negated ? '!' : ''}${prefix}/${body}`;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/);
  } catch {
    return [];
  }
}
