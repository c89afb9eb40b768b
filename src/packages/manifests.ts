import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import validRange from 'semver/ranges/valid.js';
import type * as Yaml from 'yaml';
import { ancestors } from './boundary.js';
import { Lockfiles } from './lockfiles.js';
import { isObject, objectAt, readJson, type JsonObject } from './json.js';
import { isWithin } from './paths.js';

export interface Manifest {
  /** Absolute path of the package's directory. */
  readonly directory: string;
  readonly content: JsonObject;
}

export type ReportProblem = (file: string, message: string) => void;

const require = createRequire(import.meta.url);
const dependencyFields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Reads package.json files, each once, and answers what they say of a dependency. Broken ones are reported once. */
export class Manifests {
  readonly #boundaries: readonly string[];
  readonly #report: ReportProblem;
  readonly #read = new Map<string, Manifest | undefined>();
  readonly #nearest = new Map<string, Manifest | undefined>();
  readonly #workspaceFiles = new Map<string, JsonObject>();
  readonly #lockfiles = new Lockfiles();
  readonly #versions = new Map<string, string | undefined>();

  /**
   * @param boundaries directories above which nothing is read
   * @param report gets the absolute path of a package.json that is not valid, and a sentence
   */
  constructor(boundaries: readonly string[], report: ReportProblem) {
    this.#boundaries = [...boundaries].sort((a, b) => b.length - a.length);
    this.#report = report;
  }

  /** The package.json in `directory`. */
  in(directory: string): Manifest | undefined {
    if (this.#read.has(directory)) return this.#read.get(directory);
    const file = join(directory, 'package.json');
    const result = readJson(file);
    let manifest: Manifest | undefined;
    if ('problem' in result) this.#report(file, result.problem);
    else if ('value' in result && isObject(result.value)) manifest = { directory, content: result.value };
    else if ('value' in result) this.#report(file, 'The file holds no JSON object and was left out.');
    this.#read.set(directory, manifest);
    return manifest;
  }

  /** The content of the pnpm-workspace.yaml in `directory`; empty when there is none. */
  pnpmWorkspace(directory: string): JsonObject {
    const cached = this.#workspaceFiles.get(directory);
    if (cached) return cached;
    const content = this.#readYaml(join(directory, 'pnpm-workspace.yaml'));
    this.#workspaceFiles.set(directory, content);
    return content;
  }

  /** `directory` and those above it that may be read, nearest first. */
  above(directory: string): string[] {
    const top = this.#boundaries.find((boundary) => isWithin(directory, boundary));
    return ancestors(directory, top ?? directory);
  }

  /** The package.json of the package that the file `from` belongs to. */
  nearest(from: string): Manifest | undefined {
    const directory = dirname(from);
    if (this.#nearest.has(directory)) return this.#nearest.get(directory);
    const holder = this.above(directory).find((candidate) => this.in(candidate));
    const manifest = holder === undefined ? undefined : this.in(holder);
    this.#nearest.set(directory, manifest);
    return manifest;
  }

  /** See `AnalysisHost.dependsOn`. */
  dependsOn(packageName: string, from: string): boolean {
    const manifest = this.nearest(from);
    return manifest !== undefined && declaredRange(manifest, packageName) !== undefined;
  }

  /**
   * See `AnalysisHost.version`: the version installed for `from`, else the one that a lock file pins, else the range in
   * the nearest package.json that names the package. Tags, URLs and paths say nothing of a version.
   */
  version(packageName: string, from: string): string | undefined {
    const key = `${dirname(from)}\0${packageName}`;
    if (this.#versions.has(key)) return this.#versions.get(key);
    const version = this.#installed(packageName, from) ?? this.#declared(packageName, from);
    this.#versions.set(key, version);
    return version;
  }

  #installed(packageName: string, from: string): string | undefined {
    for (const directory of this.above(dirname(from))) {
      const version = this.in(join(directory, 'node_modules', packageName))?.content.version;
      if (typeof version === 'string') return version;
    }
    return undefined;
  }

  #declared(packageName: string, from: string): string | undefined {
    for (const directory of this.above(dirname(from))) {
      const manifest = this.in(directory);
      const range = manifest && declaredRange(manifest, packageName);
      if (range !== undefined) {
        return this.#lockfiles.version({ name: packageName, directory, range }, this.above(directory)) ?? this.#plainRange(range, packageName, directory);
      }
    }
    return undefined;
  }

  /** `npm:other@^1` is an alias; `catalog:` and `catalog:name` stand for a range in pnpm-workspace.yaml. */
  #plainRange(range: string, packageName: string, directory: string): string | undefined {
    const written = range.startsWith('catalog:') ? this.#catalogEntry(range, packageName, directory) : range;
    const plain = written?.replace(/^npm:@?[^@]+@/, '');
    return validRange(plain) === null ? undefined : plain;
  }

  #catalogEntry(reference: string, packageName: string, directory: string): string | undefined {
    const name = reference.slice('catalog:'.length).trim();
    for (const above of this.above(directory)) {
      const workspace = this.pnpmWorkspace(above);
      const named = objectAt(workspace.catalogs, name || 'default');
      const catalog = name === '' || name === 'default' ? { ...named, ...objectAt(workspace, 'catalog') } : named;
      const entry = catalog[packageName];
      if (typeof entry === 'string') return entry;
    }
    return undefined;
  }

  #readYaml(file: string): JsonObject {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      return {};
    }
    try {
      // Loaded when needed, because loading takes longer than reading a thousand files.
      const { parse } = require('yaml') as typeof Yaml;
      const content: unknown = parse(text, { logLevel: 'silent' });
      return isObject(content) ? content : {};
    } catch {
      this.#report(file, 'The file is not valid YAML and was left out.');
      return {};
    }
  }
}

function declaredRange(manifest: Manifest, packageName: string): string | undefined {
  for (const field of dependencyFields) {
    const range = objectAt(manifest.content, field)[packageName];
    if (typeof range === 'string') return range;
  }
  return undefined;
}
