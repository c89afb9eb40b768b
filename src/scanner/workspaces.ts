import { dirname, join } from 'node:path';
import fastGlob from 'fast-glob';
import { isObject } from '../packages/json.js';
import type { Manifest, Manifests } from '../packages/manifests.js';

/** Packages of the npm, yarn and pnpm workspaces that a file belongs to, by name. Checkouts need no `node_modules`. */
export class Workspaces {
  readonly #manifests: Manifests;
  readonly #packages = new Map<string, ReadonlyMap<string, Manifest>>();

  constructor(manifests: Manifests) {
    this.#manifests = manifests;
  }

  /** The workspace package `name` as a file in `directory` sees it: the nearest workspace root wins. */
  find(name: string, directory: string): Manifest | undefined {
    for (const above of this.#manifests.above(directory)) {
      const found = this.#packagesOf(above).get(name);
      if (found) return found;
    }
    return undefined;
  }

  #packagesOf(root: string): ReadonlyMap<string, Manifest> {
    const cached = this.#packages.get(root);
    if (cached) return cached;
    const packages = new Map<string, Manifest>();
    for (const directory of this.#directoriesOf(root)) {
      const manifest = this.#manifests.in(directory);
      const name = manifest?.content.name;
      if (manifest && typeof name === 'string' && !packages.has(name)) packages.set(name, manifest);
    }
    this.#packages.set(root, packages);
    return packages;
  }

  #directoriesOf(root: string): string[] {
    const patterns = this.#patternsOf(root);
    if (patterns.length === 0) return [];
    const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
    const excluded = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
    const manifests = fastGlob.sync(wanted.map(manifestOf), {
      cwd: root,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore: ['**/node_modules/**', ...excluded.map(manifestOf)],
    });
    return [root, ...manifests.sort().map((file) => dirname(join(root, file)))];
  }

  #patternsOf(root: string): string[] {
    const workspaces = this.#manifests.in(root)?.content.workspaces;
    const listed = isObject(workspaces) ? workspaces.packages : workspaces;
    const lists = [listed, this.#manifests.pnpmWorkspace(root).packages].filter((list) => Array.isArray(list));
    return lists.flat().filter((entry): entry is string => typeof entry === 'string');
  }
}

function manifestOf(pattern: string): string {
  // As npm does: on Windows some write `packages\*`.
  return `${pattern.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '')}/package.json`;
}
