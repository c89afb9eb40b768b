import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import type { ts } from 'ts-morph';
import { isObject, objectAt, type JsonObject } from '../packages/json.js';
import type { Manifests, ReportProblem } from '../packages/manifests.js';
import { isWithin } from '../packages/paths.js';
import { GENERATED_CONFIGS } from './generated-configs.js';

/** What a tsconfig.json or jsconfig.json says of resolution. Paths are absolute. */
export interface PathOptions {
  /** With `baseUrl` as the pattern `*`. */
  readonly paths?: Readonly<Record<string, string[]>>;
  readonly rootDirs?: string[];
}

interface OwnOptions extends PathOptions {
  readonly baseUrl?: string;
}

/** Depth to which `extends` and `references` are followed. */
const maxDepth = 8;

/** The directory of a workspace package that a configuration extends (`@acme/tsconfig/base.json`), if it is one. */
export type FindPackage = (packageName: string, from: string) => string | undefined;

/**
 * Resolution options for the files of each directory: those of the nearest tsconfig.json, else jsconfig.json, then
 * those of the projects that it references, then what a framework would generate. Files are not listed, so that a large tree costs nothing.
 */
export class TsConfigs {
  readonly #parse: typeof ts.parseConfigFileTextToJson;
  readonly #readFile: (file: string) => string | undefined;
  readonly #manifests: Manifests;
  readonly #findPackage: FindPackage;
  readonly #report: ReportProblem;
  readonly #contents = new Map<string, JsonObject | undefined>();
  readonly #nearestOf = new Map<string, string | undefined>();
  readonly #byDirectory = new Map<string, readonly PathOptions[]>();

  constructor(compiler: typeof ts, manifests: Manifests, findPackage: FindPackage, report: ReportProblem) {
    this.#parse = compiler.parseConfigFileTextToJson;
    this.#readFile = (file) => compiler.sys.readFile(file);
    this.#manifests = manifests;
    this.#findPackage = findPackage;
    this.#report = report;
  }

  /** Options to try in turn for an import in a file of `directory`, last those that a framework generates. */
  for(directory: string): readonly PathOptions[] {
    const cached = this.#byDirectory.get(directory);
    if (cached) return cached;
    const file = this.nearest(directory);
    const options = [...(file === undefined ? [] : this.#optionsOf(file, directory, 0)), ...this.#generated(directory)];
    this.#byDirectory.set(directory, options);
    return options;
  }

  /** The configuration file that stands nearest above (or in) a directory. */
  nearest(directory: string): string | undefined {
    if (!this.#nearestOf.has(directory)) this.#nearestOf.set(directory, this.#findNearest(directory));
    return this.#nearestOf.get(directory);
  }

  #findNearest(directory: string): string | undefined {
    for (const above of this.#manifests.above(directory)) {
      for (const name of ['tsconfig.json', 'jsconfig.json']) {
        if (existsSync(join(above, name))) return join(above, name);
      }
    }
    return undefined;
  }

  /** Aliases of the frameworks that the package around a directory depends on. */
  #generated(directory: string): PathOptions[] {
    const inside = join(directory, 'package.json');
    const home = this.#manifests.nearest(inside)?.directory;
    if (home === undefined) return [];
    const generated = GENERATED_CONFIGS.filter(({ dependsOn }) => dependsOn.some((name) => this.#manifests.dependsOn(name, inside)));
    return generated.map(({ paths }) => ({ paths: absoluteTargets(paths, home) }));
  }

  #optionsOf(file: string, directory: string, depth: number): PathOptions[] {
    const own = this.#inherited(file, 0);
    const configDir = dirname(file);
    const options = Object.keys(own).length > 0 ? [complete(own, configDir)] : [];
    const references = this.#content(file)?.references;
    if (depth >= maxDepth || !Array.isArray(references)) return options;
    for (const reference of references as readonly unknown[]) {
      const path = isObject(reference) ? reference.path : undefined;
      const target = typeof path === 'string' ? configFile(resolve(configDir, path)) : undefined;
      if (target === undefined || target === file || !isWithin(directory, dirname(target))) continue;
      options.push(...this.#optionsOf(target, directory, depth + 1));
    }
    return options;
  }

  #inherited(file: string, depth: number): OwnOptions {
    const content = this.#content(file);
    if (!content || depth > maxDepth) return {};
    const bases = [content.extends].flat().filter((base): base is string => typeof base === 'string');
    const inherited = bases.map((base) => {
      const target = this.#extended(base, dirname(file));
      // A package may not be installed in a checkout; a path leads to a file of the project.
      if (target === undefined && isRelative(base) && !isGenerated(base)) this.#report(file, 'A configuration that the file extends is missing.');
      return target === undefined ? {} : this.#inherited(target, depth + 1);
    });
    const own = ownOptions(objectAt(content, 'compilerOptions'), dirname(file));
    return [...inherited, own].reduce((merged, options) => ({ ...merged, ...options }), {});
  }

  #extended(base: string, directory: string): string | undefined {
    if (isAbsolute(base) || isRelative(base)) return configFile(resolve(directory, base));
    const [, name = base, subpath = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(base) ?? [];
    const installed = this.#manifests.above(directory).map((above) => join(above, 'node_modules', name));
    const workspace = this.#findPackage(name, directory);
    const homes = workspace === undefined ? installed : [workspace, ...installed];
    return homes.map((home) => configFile(join(home, subpath))).find((file) => file !== undefined);
  }

  #content(file: string): JsonObject | undefined {
    if (this.#contents.has(file)) return this.#contents.get(file);
    const text = this.#readFile(file);
    const parsed = text === undefined ? {} : (this.#parse(file, text) as { config?: unknown; error?: unknown });
    if (text === undefined) this.#report(file, 'The file cannot be read.');
    else if (parsed.error !== undefined || !isObject(parsed.config)) {
      this.#report(file, `The file is not a valid ${basename(file)}; what could be read of it was used.`);
    }
    const content = isObject(parsed.config) ? parsed.config : undefined;
    this.#contents.set(file, content);
    return content;
  }
}

/** Whether a path leads to what a framework generates. */
function isGenerated(base: string): boolean {
  return base.split('/').some((part) => GENERATED_CONFIGS.some(({ directory }) => part === directory));
}

function isRelative(base: string): boolean {
  return /^\.\.?(\/|$)/.test(base);
}

/** A path in `extends` or `references` as a file: `.json` may be left out, a directory means its tsconfig.json. */
function configFile(path: string): string | undefined {
  const candidates = path.endsWith('.json') ? [path] : [`${path}.json`, join(path, 'tsconfig.json')];
  return candidates.find((candidate) => existsSync(candidate));
}

function ownOptions(options: JsonObject, directory: string): OwnOptions {
  const { baseUrl, paths, rootDirs } = options;
  const base = typeof baseUrl === 'string' ? absolute(baseUrl, directory) : undefined;
  return {
    ...(base !== undefined && { baseUrl: base }),
    ...(isObject(paths) && { paths: absoluteTargets(paths, base ?? directory) }),
    ...(Array.isArray(rootDirs) && { rootDirs: strings(rootDirs).map((root) => absolute(root, directory)) }),
  };
}

function absoluteTargets(paths: Readonly<Record<string, unknown>>, base: string): Record<string, string[]> {
  const targets: Record<string, string[]> = {};
  for (const [pattern, list] of Object.entries(paths)) {
    if (Array.isArray(list)) targets[pattern] = strings(list).map((target) => absolute(target, base));
  }
  return targets;
}

function strings(list: readonly unknown[]): string[] {
  return list.filter((entry): entry is string => typeof entry === 'string');
}

const configDirVariable = '${configDir}';

function absolute(path: string, directory: string): string {
  return path.startsWith(configDirVariable) ? path : resolve(directory, path);
}

/** Fills in `${configDir}` (the directory of the file that extends, not of the one extended) and `baseUrl`. */
function complete({ baseUrl, paths, rootDirs }: OwnOptions, configDir: string): PathOptions {
  const fill = (path: string): string =>
    path.startsWith(configDirVariable) ? join(configDir, path.slice(configDirVariable.length)) : path;
  const targets = Object.fromEntries(Object.entries(paths ?? {}).map(([pattern, list]) => [pattern, list.map(fill)]));
  if (baseUrl !== undefined) targets['*'] = [...(targets['*'] ?? []), join(fill(baseUrl), '*')];
  return {
    ...(Object.keys(targets).length > 0 && { paths: targets }),
    ...(rootDirs && { rootDirs: rootDirs.map(fill) }),
  };
}
