import { statSync } from 'node:fs';

/** What stands at a path, through symbolic links; `undefined` for nothing, or nothing that can be reached. */
export function kindOf(path: string): 'file' | 'directory' | 'other' | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'directory' : 'other';
  } catch {
    return undefined;
  }
}

export function isFile(path: string): boolean {
  return kindOf(path) === 'file';
}

export function isDirectory(path: string): boolean {
  return kindOf(path) === 'directory';
}
