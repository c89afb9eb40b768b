import fs from 'node:fs';
import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { ancestors, boundaryOf } from '../packages/boundary.js';
import { excludedPattern, isExcludedName, neverPattern, sourcePattern } from './exclusions.js';
import { IgnoreFiles } from './ignore-files.js';
import { kindOf } from './kind.js';
import { absolutePath, compareText, isModule } from '../packages/paths.js';
import type { Diagnostic } from './types.js';

export interface DiscoverOptions {
  /** Files and directories; relative ones start at `cwd`. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Whether .gitignore files, `.git/info/exclude` and the built-in exclusions apply below the given paths. */
  readonly ignore: boolean;
}

export interface Discovery {
  /** Absolute paths, sorted, each once. */
  readonly files: readonly string[];
  /** For every given path the directory above which nothing may be read. */
  readonly boundaries: readonly string[];
  /** Directories that could not be read, and given files of another kind; `file` is absolute. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A path that was asked for and is not there, or is neither a file nor a directory. */
export class PathError extends Error {
  override readonly name = 'PathError';
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${problem}: ${path}`);
    this.path = path;
  }
}

/**
 * Finds the source files below the given paths. Symbolic links are not followed; `node_modules` and `.git` are never
 * entered. Neither ignore files nor exclusions apply to a given path itself or to what stands above it.
 *
 * @throws {PathError} for a given path that does not exist
 */
export function discover({ paths, cwd, ignore }: DiscoverOptions): Discovery {
  const files = new Set<string>();
  const boundaries = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const root = absolutePath(path, cwd);
    const kind = kindOf(root);
    if (kind === undefined) throw new PathError(path, 'no such file or directory');
    if (kind === 'other') throw new PathError(path, 'neither a file nor a directory');
    if (kind === 'file') {
      if (!isModule(root)) {
        diagnostics.push({ file: root, message: 'The file is neither JavaScript nor TypeScript and was skipped.' });
        continue;
      }
      files.add(root);
      boundaries.add(boundaryOf(dirname(root), cwd));
      continue;
    }
    const boundary = boundaryOf(root, cwd);
    boundaries.add(boundary);
    for (const file of walk(root, boundary, ignore, diagnostics)) files.add(file);
  }
  return { files: [...files].sort(compareText), boundaries: [...boundaries].sort(compareText), diagnostics };
}

function walk(root: string, boundary: string, ignore: boolean, diagnostics: Diagnostic[]): string[] {
  // Synchronous, because that is four times as fast as the asynchronous walk.
  const found = fastGlob.sync(ignore ? [sourcePattern, '**/.gitignore'] : sourcePattern, {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    ignore: ignore ? [neverPattern, excludedPattern] : [neverPattern],
    unique: false,
    fs: { readdirSync: tolerantReaddir(diagnostics) },
  });
  if (!ignore) return found.map((file) => join(root, file));
  const rules = new IgnoreFiles(boundary);
  for (const directory of ancestors(root, boundary)) rules.add(directory);
  // A root that is itself ignored was asked for all the same: then the rules that stand above it do not count.
  if (root !== boundary && rules.ignores(`${root}/`)) rules.clear();
  for (const file of found.filter(isIgnoreFile)) rules.add(dirname(join(root, file)));
  const files = found.filter((file) => !isIgnoreFile(file) && !isExcludedName(file)).map((file) => join(root, file));
  return files.filter((file) => !rules.ignores(file));
}

function isIgnoreFile(path: string): boolean {
  return path === '.gitignore' || path.endsWith('/.gitignore');
}

/** fast-glob's `readdirSync`, with one diagnostic instead of the end of the walk when a directory cannot be read. */
function tolerantReaddir(diagnostics: Diagnostic[]): typeof fs.readdirSync {
  const readdir = (path: string, options: { withFileTypes: true }): fs.Dirent[] => {
    try {
      return fs.readdirSync(path, options);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
      diagnostics.push({ file: path, message: `The directory cannot be read (${code}).` });
      return [];
    }
  };
  return readdir as typeof fs.readdirSync;
}
