import fs from 'node:fs';
import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { ancestors, boundaryOf } from '../packages/boundary.js';
import { excludedPattern, isExcludedName, neverPattern, settingsPattern, sourcePattern } from './exclusions.js';
import { IgnoreFiles } from './ignore-files.js';
import { kindOf } from './kind.js';
import { absolutePath, compareText, isModule, settingsSource } from '../packages/paths.js';
import type { Diagnostic } from './types.js';

export interface DiscoverOptions {
  /** Files and directories; relative ones start at `cwd`. */
  readonly paths: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** Whether .gitignore files, `.git/info/exclude` and the built-in exclusions apply below the given paths. */
  readonly ignore: boolean;
}

/** A file that by its name may hold settings. */
export interface SettingsCandidate {
  /** Absolute. */
  readonly file: string;
  /** It was asked for by its own path. */
  readonly given: boolean;
  /** An ignore file names it; what git tracks counts all the same. */
  readonly ignored: boolean;
}

export interface Discovery {
  /** Modules and components. Absolute paths, sorted, each once. */
  readonly files: readonly string[];
  /** Sorted by file, each once. */
  readonly settings: readonly SettingsCandidate[];
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
 * Finds the source files, and what may be settings, below the given paths. Symbolic links are not followed; `node_modules` and `.git` are never
 * entered. Neither ignore files nor exclusions apply to a given path itself or to what stands above it.
 *
 * @throws {PathError} for a given path that does not exist
 */
export function discover({ paths, cwd, ignore }: DiscoverOptions): Discovery {
  const files = new Set<string>();
  const settings = new Map<string, SettingsCandidate>();
  const boundaries = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const root = absolutePath(path, cwd);
    const kind = kindOf(root);
    if (kind === undefined) throw new PathError(path, 'no such file or directory');
    if (kind === 'other') throw new PathError(path, 'neither a file nor a directory');
    if (kind === 'file') {
      if (isModule(root)) files.add(root);
      else if (settingsSource(root) !== undefined) settings.set(root, { file: root, given: true, ignored: false });
      else {
        diagnostics.push({ file: root, message: 'The file is neither JavaScript nor TypeScript nor settings and was skipped.' });
        continue;
      }
      boundaries.add(boundaryOf(dirname(root), cwd));
      continue;
    }
    const boundary = boundaryOf(root, cwd);
    boundaries.add(boundary);
    const walked = walk(root, boundary, ignore, diagnostics);
    for (const file of walked.files) files.add(file);
    for (const one of walked.settings) if (!settings.has(one.file)) settings.set(one.file, one);
  }
  const sorted = [...settings.values()].sort((a, b) => compareText(a.file, b.file));
  return { files: [...files].sort(compareText), settings: sorted, boundaries: [...boundaries].sort(compareText), diagnostics };
}

function walk(root: string, boundary: string, ignore: boolean, diagnostics: Diagnostic[]): Pick<Discovery, 'files' | 'settings'> {
  // Synchronous, because that is four times as fast as the asynchronous walk.
  const found = fastGlob.sync([sourcePattern, settingsPattern, ...(ignore ? ['**/.gitignore'] : [])], {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    ignore: ignore ? [neverPattern, excludedPattern] : [neverPattern],
    unique: false,
    fs: { readdirSync: tolerantReaddir(diagnostics) },
  });
  const rules = ignore ? ignoreRules(root, boundary, found.filter(isIgnoreFile)) : undefined;
  const kept = found.filter((file) => !isIgnoreFile(file) && !(ignore && isExcludedName(file))).map((file) => join(root, file));
  const isIgnored = (file: string): boolean => rules?.ignores(file) === true;
  return {
    files: kept.filter((file) => isModule(file) && !isIgnored(file)),
    settings: kept.filter((file) => settingsSource(file) !== undefined).map((file) => ({ file, given: false, ignored: isIgnored(file) })),
  };
}

/** What the ignore files above and below a given directory say. */
function ignoreRules(root: string, boundary: string, below: readonly string[]): IgnoreFiles {
  const rules = new IgnoreFiles(boundary);
  for (const directory of ancestors(root, boundary)) rules.add(directory);
  // A root that is itself ignored was asked for all the same: then the rules that stand above it do not count.
  if (root !== boundary && rules.ignores(`${root}/`)) rules.clear();
  for (const file of below) rules.add(dirname(join(root, file)));
  return rules;
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
