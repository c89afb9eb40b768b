import { join, relative, sep } from 'node:path';
import { isFile } from './kind.js';
import { sourceExtensions } from '../packages/paths.js';

/** Directories that builds write to; their sources stand in `src` or beside them. */
const outputDirectory = /^(?:dist|lib|build|out|output|es|esm|cjs|types|\.output)$/;
const compiled = /(?:\.d)?\.[mc]?[jt]sx?$/;

/**
 * The module that a path without a trustworthy extension means: the file itself, the source that compiles to it
 * (`a.js` is `a.ts`), or an index file. Declarations are no modules.
 */
function probe(path: string): string | undefined {
  const stem = path.replace(compiled, '');
  const declaration = /\.d\.[mc]?ts$/.test(path);
  const candidates = [
    ...(stem === path || declaration ? [] : typescriptOf(path, stem)),
    ...(declaration ? [] : [path]),
    ...sourceExtensions.map((extension) => `${declaration ? stem : path}.${extension}`),
    ...(stem === path ? [`${path}.json`] : []),
    ...sourceExtensions.map((extension) => join(path, `index.${extension}`)),
  ];
  return candidates.find(isFile);
}

/**
 * The source of a path that a package.json names, which may be a build output that a checkout does not have:
 * `dist/a.js` is `src/a.ts`, or `dist/a.js` itself, or `a.ts`.
 *
 * @param directory of the package, absolute
 * @param target absolute path below it
 */
export function sourceOf(directory: string, target: string): string | undefined {
  const parts = relative(directory, target).split(sep);
  const first = parts.findIndex((part) => !outputDirectory.test(part));
  const rest = parts.slice(first === -1 ? parts.length : first);
  const source = join(directory, 'src', ...rest);
  const candidates = first === 0 ? [target, source] : [source, target, join(directory, ...rest)];
  for (const candidate of candidates) {
    const found = candidate === directory ? undefined : probe(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

function typescriptOf(path: string, stem: string): string[] {
  const extension = path.slice(stem.length);
  if (extension === '.js') return [`${stem}.ts`, `${stem}.tsx`];
  if (extension === '.jsx') return [`${stem}.tsx`];
  if (extension === '.mjs') return [`${stem}.mts`, `${stem}.ts`];
  if (extension === '.cjs') return [`${stem}.cts`, `${stem}.ts`];
  return [];
}
