import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PackageInfo {
  readonly name: string;
  readonly version: string;
  readonly homepage?: string;
  /** Absolute; holds package.json and the rules' pages. */
  readonly directory: string;
}

/** This package's own name, version, homepage and place, whether it runs from source or built. */
export function packageInfo(): PackageInfo {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  const { name, version, homepage } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as PackageInfo;
  return { name, version, ...(homepage !== undefined && { homepage }), directory };
}
