import { relative, sep } from 'node:path';

/** Extensions of the files that are scanned. */
export const sourceExtensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'] as const;

const sourceName = new RegExp(`\\.(?:${sourceExtensions.join('|')})$`);

/** Whether a file is JavaScript or TypeScript, declarations included, by its name. */
export function isModule(file: string): boolean {
  return sourceName.test(file);
}

/** Whether a file is a module that can be parsed, by its name. */
export function isSource(file: string): boolean {
  return isModule(file) && !/\.d\.[mc]?ts$/.test(file);
}

/** `path` with `/` between its parts. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** Path of `file` as reports show it: relative to `cwd`, with `/`; `.` for `cwd` itself. */
export function displayPath(file: string, cwd: string): string {
  return slashed(relative(cwd, file)) || '.';
}

/** Whether `path` is `directory` or lies below it. Both absolute. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}

/** Orders strings by UTF-16 code units, whatever the locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
