import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import valid from 'semver/functions/valid.js';
import type * as Yaml from 'yaml';
import { isObject, objectAt, readJson, type JsonObject } from './json.js';

const require = createRequire(import.meta.url);

/**
 * A dependency as a manifest names it.
 * `directory` is absolute, of the package.json that names it; `range` is what that says.
 */
export interface Wanted {
  readonly name: string;
  readonly directory: string;
  readonly range: string;
}

/** Looks a dependency up in one lock file; `undefined` when the file does not have it. */
type Lookup = (wanted: Wanted) => string | undefined;

/** Reads the lock files of npm (1 to 3), pnpm (5 to 9) and yarn (1 and later), each once and no more of it than needed. */
export class Lockfiles {
  readonly #lookups = new Map<string, Lookup | undefined>();

  /**
   * The version that the nearest lock file pins.
   * @param above directories to look in, nearest first
   */
  version(wanted: Wanted, above: readonly string[]): string | undefined {
    for (const directory of above) {
      const lookup = this.#in(directory);
      if (lookup !== undefined) return valid(lookup(wanted)) ?? undefined;
    }
    return undefined;
  }

  #in(directory: string): Lookup | undefined {
    if (!this.#lookups.has(directory)) {
      this.#lookups.set(directory, npmLock(directory) ?? pnpmLock(directory) ?? yarnLock(directory));
    }
    return this.#lookups.get(directory);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

function versionOf(entry: unknown): string | undefined {
  const version = isObject(entry) ? entry['version'] : entry;
  return typeof version === 'string' ? version : undefined;
}

/** package-lock.json: `packages` by place since lock-file version 2, `dependencies` by name before. */
function npmLock(directory: string): Lookup | undefined {
  const result = readJson(join(directory, 'package-lock.json'));
  if (!('value' in result) || !isObject(result.value)) return undefined;
  const packages = objectAt(result.value, 'packages');
  const dependencies = objectAt(result.value, 'dependencies');
  return ({ name, directory: from }) => {
    const parts = relative(directory, from).split(sep).filter((part) => part !== '');
    // As Node.js looks: in the nearest node_modules first.
    for (let depth = parts.length; depth >= 0; depth--) {
      const version = versionOf(packages[[...parts.slice(0, depth), 'node_modules', name].join('/')]);
      if (version !== undefined) return version;
    }
    return versionOf(dependencies[name]);
  };
}

const FIELDS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** pnpm-lock.yaml: what each package of the workspace gets stands before the (long) list of packages. */
function pnpmLock(directory: string): Lookup | undefined {
  const text = textOf(join(directory, 'pnpm-lock.yaml'));
  if (text === undefined) return undefined;
  const packages = text.search(/^packages:/m);
  // Loaded when needed, because loading takes longer than reading a thousand files.
  const { parse } = require('yaml') as typeof Yaml;
  let head: unknown;
  try {
    head = parse(packages === -1 ? text : text.slice(0, packages), { logLevel: 'silent' });
  } catch {
    return undefined;
  }
  const importers = objectAt(head, 'importers');
  return ({ name, directory: from }) => {
    const path = relative(directory, from).split(sep).join('/') || '.';
    const importer: JsonObject = isObject(importers[path]) ? importers[path] : isObject(head) ? head : {};
    const found = FIELDS.map((field) => versionOf(objectAt(importer, field)[name])).find((version) => version !== undefined);
    // `9.0.2(peer@1.0.0)`, and `9.0.2_peer@1.0.0` before version 6.
    return found?.replace(/[(_].*$/, '');
  };
}

/** yarn.lock: blocks of `"name@range", "name@other":` and a version; `name@npm:range` since yarn 2. */
function yarnLock(directory: string): Lookup | undefined {
  const text = textOf(join(directory, 'yarn.lock'));
  if (text === undefined) return undefined;
  const versions = new Map<string, string>();
  for (const [, keys = '', version = ''] of text.matchAll(/^(\S.*):\r?\n {2}version:? "?([^"\s]+)"?/gm)) {
    for (const key of keys.replaceAll('"', '').split(/,\s*/)) versions.set(key, version);
  }
  return ({ name, range }) => versions.get(`${name}@${range}`) ?? versions.get(`${name}@npm:${range}`);
}
