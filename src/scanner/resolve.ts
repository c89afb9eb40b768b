import { isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, join, normalize, resolve, sep } from 'node:path';
import type { ts } from 'ts-morph';
import type { Resolution } from '../analysis/host.js';
import { isDirectory, isFile } from './kind.js';
import type { Manifest, Manifests, ReportProblem } from '../packages/manifests.js';
import { entryTargets, mappedTargets } from './package-targets.js';
import { isComponent, isSource, isWithin } from '../packages/paths.js';
import { sourceOf } from './source-of.js';
import { TsConfigs, type FindPackage, type PathOptions } from './tsconfig.js';
import { Workspaces } from './workspaces.js';

export interface ResolverOptions {
  readonly manifests: Manifests;
  /** Gets the absolute path of a configuration file that is not valid, and a sentence. */
  readonly report: ReportProblem;
  /** Whether a file was discovered: most imports lead to such a one, and asking beats looking at the disk. */
  readonly isDiscovered?: (file: string) => boolean;
}

/** See `AnalysisHost.resolve`; `from` is an absolute path. */
export type Resolve = (specifier: string, from: string) => Resolution;

const unknown: Resolution = { kind: 'unknown' };
/** https://github.com/npm/validate-npm-package-name, capital letters of old packages allowed. */
const packageSpecifier = /^((?:@[\w~-][\w.~-]*\/)?[\w-][\w.~-]*)(?:\/(.*))?$/;

/**
 * Makes the scanner's resolver. It leads to source files and JSON inside the boundaries, never into `node_modules`, and
 * needs neither installed packages nor build output: workspace names lead to package directories, and outputs that
 * a package.json names lead to their sources.
 */
export async function createResolver({ manifests, report, isDiscovered }: ResolverOptions): Promise<Resolve> {
  const { ts: compiler } = await import('ts-morph');
  const resolver = new Resolver(compiler, manifests, report, isDiscovered ?? (() => false));
  return (specifier, from) => resolver.resolve(specifier, from);
}

/** Name and subpath (without a leading `/`) of a bare specifier; builtin modules always with `node:`. */
export function parsePackage(specifier: string): { name: string; subpath: string } | undefined {
  const builtin = specifier.startsWith('node:') || isBuiltin(specifier);
  const [, name, subpath = ''] = packageSpecifier.exec(specifier.replace(/^node:/, '')) ?? [];
  if (name === undefined) return undefined;
  return { name: builtin ? `node:${name}` : name, subpath };
}

class Resolver {
  readonly #ts: typeof ts;
  readonly #manifests: Manifests;
  readonly #workspaces: Workspaces;
  readonly #configs: TsConfigs;
  readonly #resolved = new Map<string, Map<string, Resolution>>();
  readonly #names = new Map<string, Map<string, Resolution>>();
  readonly #caches = new Map<PathOptions, ts.ModuleResolutionCache>();
  readonly #host: ts.ModuleResolutionHost;
  readonly #isDiscovered: (file: string) => boolean;

  constructor(compiler: typeof ts, manifests: Manifests, report: ReportProblem, isDiscovered: (file: string) => boolean) {
    this.#isDiscovered = isDiscovered;
    this.#ts = compiler;
    this.#manifests = manifests;
    this.#workspaces = new Workspaces(manifests);
    const findPackage: FindPackage = (name, from) => this.#workspaces.find(name, from)?.directory;
    this.#configs = new TsConfigs(compiler, manifests, findPackage, report);
    this.#host = moduleHost(compiler);
  }

  resolve(specifier: string, from: string): Resolution {
    const directory = dirname(from);
    const known = isPath(specifier) ? this.#knownIn(directory) : this.#namesFor(directory, from);
    let resolution = known.get(specifier);
    if (!resolution) known.set(specifier, (resolution = this.#uncached(specifier, from)));
    return resolution;
  }

  /** What a name means depends on the configuration and the package around a directory, and on nothing else of it. */
  #namesFor(directory: string, from: string): Map<string, Resolution> {
    let known = this.#names.get(directory);
    if (!known) {
      known = this.#knownIn(`${this.#configs.nearest(directory) ?? ''}\0${this.#manifests.nearest(from)?.directory ?? ''}`);
      this.#names.set(directory, known);
    }
    return known;
  }

  #knownIn(scope: string): Map<string, Resolution> {
    let known = this.#resolved.get(scope);
    if (!known) this.#resolved.set(scope, (known = new Map<string, Resolution>()));
    return known;
  }

  #uncached(specifier: string, from: string): Resolution {
    if (specifier.startsWith('node:')) return asPackage(specifier);
    if (isPath(specifier)) return this.#asFile(this.#discovered(specifier, from) ?? this.#path(specifier, from), from);
    if (specifier.startsWith('#')) {
      const target = this.#importsField(specifier, from);
      if (target) return target;
    }
    const found = this.#alias(specifier, from) ?? this.#workspaceFile(specifier, from);
    const resolution = found === undefined ? unknown : this.#asFile(found, from);
    return resolution.kind === 'unknown' ? asPackage(specifier) : resolution;
  }

  #asFile(file: string | undefined, from: string): Resolution {
    if (file === undefined || file.split(sep).includes('node_modules')) return unknown;
    const top = this.#manifests.above(dirname(from)).at(-1);
    if (top === undefined || !isWithin(file, top)) return unknown;
    if (isSource(file)) return { kind: 'file', file };
    return extname(file) === '.json' ? { kind: 'file', file } : unknown;
  }

  #discovered(specifier: string, from: string): string | undefined {
    const target = resolve(dirname(from), specifier);
    const stem = target.replace(/\.jsx?$/, '');
    return [`${stem}.ts`, `${stem}.tsx`, target, `${target}.js`, `${target}.jsx`, join(target, 'index.ts'), join(target, 'index.tsx'), join(target, 'index.js')]
      .find(this.#isDiscovered);
  }

  #path(specifier: string, from: string): string | undefined {
    const options = [...this.#configs.for(dirname(from)), {}];
    const found = firstOf(options, (entry) => this.#compilerResolve(specifier, from, entry));
    if (found !== undefined) return found;
    const target = resolve(dirname(from), specifier);
    const manifest = this.#manifests.in(target);
    return manifest ? packageFile(manifest, '') : isFile(target) ? target : undefined;
  }

  /** tsconfig `paths` and `baseUrl`. */
  #alias(specifier: string, from: string): string | undefined {
    const options = this.#configs.for(dirname(from)).filter(({ paths = {} }) => Object.keys(paths).some((pattern) => mayMatch(pattern, specifier)));
    return firstOf(options, (entry) => this.#compilerResolve(specifier, from, entry) ?? aliasedComponent(specifier, entry));
  }

  #importsField(specifier: string, from: string): Resolution | undefined {
    const manifest = this.#manifests.nearest(from);
    for (const target of (manifest && mappedTargets(manifest.content.imports, specifier)) ?? []) {
      if (!manifest || target.startsWith('#')) continue;
      if (!target.startsWith('./')) return this.#uncached(target, join(manifest.directory, 'package.json'));
      const resolution = this.#asFile(sourceOf(manifest.directory, join(manifest.directory, target)), from);
      if (resolution.kind !== 'unknown') return resolution;
    }
    return undefined;
  }

  /** Workspace packages, and a package's own name. */
  #workspaceFile(specifier: string, from: string): string | undefined {
    const { name, subpath } = parsePackage(specifier) ?? {};
    if (name === undefined || subpath === undefined) return undefined;
    const own = this.#manifests.nearest(from);
    const manifest = own?.content.name === name ? own : this.#workspaces.find(name, dirname(from));
    return manifest && packageFile(manifest, subpath);
  }

  #compilerResolve(specifier: string, from: string, paths: PathOptions): string | undefined {
    const compilerOptions: ts.CompilerOptions = {
      module: this.#ts.ModuleKind.ESNext,
      moduleResolution: this.#ts.ModuleResolutionKind.Bundler,
      allowJs: true,
      resolveJsonModule: true,
      preserveSymlinks: true,
      ...(paths.paths && { paths: { ...paths.paths } }),
      ...(paths.rootDirs && { rootDirs: paths.rootDirs }),
    };
    let cache = this.#caches.get(paths);
    if (!cache) {
      cache = this.#ts.createModuleResolutionCache('/', (name) => name, compilerOptions);
      this.#caches.set(paths, cache);
    }
    const { resolvedModule } = this.#ts.resolveModuleName(specifier, from, compilerOptions, this.#host, cache);
    // The compiler writes paths with `/` on every system.
    return resolvedModule && normalize(resolvedModule.resolvedFileName);
  }
}

/** The source of a package's subpath (`''`: its entry). */
function packageFile({ directory, content }: Manifest, subpath: string): string | undefined {
  const mapped = mappedTargets(content.exports, subpath === '' ? '.' : `./${subpath}`) ?? [];
  const entries = subpath === '' ? [...entryTargets(content), 'index', 'src/index'] : [subpath, `src/${subpath}`];
  return firstOf([...mapped, ...entries], (target) => sourceOf(directory, join(directory, target)));
}

/** Whether a pattern of `paths` (at most one `*`) fits a specifier. */
function mayMatch(pattern: string, specifier: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined ? specifier === pattern : specifier.startsWith(before) && specifier.endsWith(after);
}

/** A component under an alias: the compiler's resolver knows files with its own extensions only. */
function aliasedComponent(specifier: string, { paths = {} }: PathOptions): string | undefined {
  if (!isComponent(specifier)) return undefined;
  const targets = Object.entries(paths).filter(([pattern]) => mayMatch(pattern, specifier)).flatMap(([pattern, list]) => {
    const [before = '', after = ''] = pattern.split('*');
    const matched = specifier.slice(before.length, specifier.length - after.length);
    return list.map((target) => normalize(target.replace('*', () => matched)));
  });
  return targets.find(isFile);
}

function isPath(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier) || isAbsolute(specifier);
}

function asPackage(specifier: string): Resolution {
  const parsed = parsePackage(specifier);
  return parsed ? { kind: 'package', ...parsed } : unknown;
}

/** The file system as TypeScript's resolver sees it: without declarations and `node_modules`. */
function moduleHost(compiler: typeof ts): ts.ModuleResolutionHost {
  const files = new Map<string, boolean>();
  const directories = new Map<string, boolean>();
  const hidden = /\/node_modules(?:\/|$)|\.d\.[mc]?ts$/;
  return {
    fileExists: memoized(files, (path) => !hidden.test(path) && isFile(path)),
    directoryExists: memoized(directories, (path) => !hidden.test(path) && isDirectory(path)),
    readFile: (path) => compiler.sys.readFile(path),
    getCurrentDirectory: () => '/',
  };
}

function memoized(known: Map<string, boolean>, ask: (path: string) => boolean): (path: string) => boolean {
  return (path) => {
    let answer = known.get(path);
    if (answer === undefined) known.set(path, (answer = ask(path)));
    return answer;
  };
}

function firstOf<T, R>(list: readonly T[], map: (entry: T) => R | undefined): R | undefined {
  for (const entry of list) {
    const result = map(entry);
    if (result !== undefined) return result;
  }
  return undefined;
}
