import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, readJson } from './json.js';
import { isWithin } from './paths.js';

/**
 * The highest directory that may be read for the code below `start`: the git root; else the workspace root; else the
 * highest of the nearest package.json's directory and `cwd` (when `start` lies below it). Never above.
 *
 * @param start absolute path of a directory
 * @param cwd absolute path
 */
export function boundaryOf(start: string, cwd: string): string {
  const up = ancestors(start);
  const root = gitRoot(start) ?? up.find(isWorkspaceRoot);
  if (root !== undefined) return root;
  const manifest = up.find((directory) => existsSync(join(directory, 'package.json'))) ?? start;
  return isWithin(start, cwd) && isWithin(manifest, cwd) ? cwd : manifest;
}

/** The root of the git repository (or worktree) that a directory belongs to. */
export function gitRoot(directory: string): string | undefined {
  return ancestors(directory).find((above) => existsSync(join(above, '.git')));
}

/** `directory` and the directories above it, up to `top` (or the file system's root), nearest first. */
export function ancestors(directory: string, top?: string): string[] {
  const found: string[] = [];
  for (let current = directory; ; current = dirname(current)) {
    found.push(current);
    if (current === top || current === dirname(current)) return found;
  }
}

function isWorkspaceRoot(directory: string): boolean {
  if (existsSync(join(directory, 'pnpm-workspace.yaml'))) return true;
  const manifest = readJson(join(directory, 'package.json'));
  return 'value' in manifest && isObject(manifest.value) && 'workspaces' in manifest.value;
}
