import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's directory, absolute. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const SOURCE = /\.(?:[mc]?[jt]sx?|vue|svelte|astro)$/;

const SETTINGS = /(?:^|\/)(?:\.env(?:\.[\w.]+)?|[^/]+\.ya?ml)$/;

/** Source files below a directory (relative to the project), sorted; as paths relative to the project. None without it. */
export function sourceFiles(directory: string): string[] {
  return filesBelow(directory, SOURCE);
}

/** YAML and .env files, in the same way. */
export function settingsFiles(directory: string): string[] {
  return filesBelow(directory, SETTINGS);
}

function filesBelow(directory: string, pattern: RegExp): string[] {
  if (!existsSync(join(root, directory))) return [];
  return readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** Names of the directories right below one (relative to the project), sorted. */
export function subdirectories(directory: string): string[] {
  const entries = readdirSync(join(root, directory), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

/** Text of a file (relative to the project), without its byte-order mark. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/^\uFEFF/, '');
}
