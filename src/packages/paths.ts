import { basename, relative, resolve, sep } from 'node:path';

/** Extensions of JavaScript and TypeScript. */
export const sourceExtensions = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'] as const;

/** Extensions of components, whose scripts are scanned. Imports always write them out. */
const componentExtensions = ['vue', 'svelte', 'astro'] as const;

/** Extensions of the files that are scanned. */
export const scannedExtensions = [...sourceExtensions, ...componentExtensions] as const;

const scannedName = new RegExp(`\\.(?:${scannedExtensions.join('|')})$`);
const componentName = new RegExp(`\\.(?:${componentExtensions.join('|')})$`);

/** Whether a file is a component, by its name or by a specifier that leads to it. */
export function isComponent(file: string): boolean {
  return componentName.test(file);
}

/** Whether a file is JavaScript, TypeScript (declarations included) or a component, by its name. */
export function isModule(file: string): boolean {
  return scannedName.test(file);
}

/** Whether a file is a module that can be parsed, by its name. */
export function isSource(file: string): boolean {
  return isModule(file) && !/\.d\.[mc]?ts$/.test(file);
}

/** Which kind of settings a file's name says that it may hold; any other YAML may be of Kubernetes. */
export function settingsSource(file: string): 'env' | 'compose' | 'kubernetes' | undefined {
  const name = basename(file);
  if (isModule(name)) return undefined;
  if (/^\.env(?:rc|[._-].*)?$|.\.env$/.test(name)) return /\.(?:json|ya?ml|vault|md)$/.test(name) ? undefined : 'env';
  if (!/\.ya?ml$/.test(name)) return undefined;
  return /^(?:docker-|podman-)?compose\b|^(?:docker-|podman-)?compose_/.test(name) ? 'compose' : 'kubernetes';
}

/** `path` as an absolute one. Windows names a drive by either case: it is a capital here, so that equal paths are equal. */
export function absolutePath(path: string, cwd: string): string {
  return resolve(cwd, path).replace(/^[a-z](?=:)/, (drive) => drive.toUpperCase());
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
