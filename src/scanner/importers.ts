import { basename, dirname, sep } from 'node:path';
import type { Manifests } from '../packages/manifests.js';
import { parsePackage, type Resolve } from './resolve.js';

/** An alias may name any of so many directories above a file: `@acme/auth` is `libs/auth/src/lib/index.ts`. */
const aliasDepth = 4;

/**
 * Answers which modules import a given one, from specifiers that were found by text. Specifiers are indexed by what
 * they may mean (the last part of a path, a package's name); the resolver confirms.
 */
export class Importers {
  readonly #specifiers: ReadonlyMap<string, readonly string[]>;
  readonly #resolve: Resolve;
  readonly #manifests: Manifests;
  readonly #answers = new Map<string, readonly string[]>();
  #index: ReadonlyMap<string, readonly Reference[]> | undefined;

  /** @param specifiers what each file (absolute path) seems to import; its order is that of the answers */
  constructor(specifiers: ReadonlyMap<string, readonly string[]>, resolve: Resolve, manifests: Manifests) {
    this.#specifiers = specifiers;
    this.#resolve = resolve;
    this.#manifests = manifests;
  }

  /** Files with an import, require or re-export that leads straight to `file`. */
  of(file: string): readonly string[] {
    const cached = this.#answers.get(file);
    if (cached) return cached;
    const importers = new Set<string>();
    for (const key of this.#keysOf(file)) {
      for (const { specifier, from } of this.#references().get(key) ?? []) {
        if (importers.has(from) || from === file) continue;
        const resolution = this.#resolve(specifier, from);
        if (resolution.kind === 'file' && resolution.file === file) importers.add(from);
      }
    }
    const answer = [...importers].sort();
    this.#answers.set(file, answer);
    return answer;
  }

  #keysOf(file: string): Set<string> {
    const directories = dirname(file).split(sep).slice(-aliasDepth);
    const keys = new Set([basename(file), ...directories].map(stem));
    if (stem(basename(file)) === 'index') keys.add('.').add('..');
    const name = this.#manifests.nearest(file)?.content.name;
    if (typeof name === 'string') keys.add(packageKey(name)).add(internalKey);
    return keys;
  }

  #references(): ReadonlyMap<string, readonly Reference[]> {
    if (this.#index) return this.#index;
    const index = new Map<string, Reference[]>();
    // A tree has far fewer specifiers than imports.
    const keys = new Map<string, readonly string[]>();
    for (const [from, specifiers] of this.#specifiers) {
      for (const specifier of new Set(specifiers)) {
        let known = keys.get(specifier);
        if (known === undefined) keys.set(specifier, (known = keysOfSpecifier(specifier)));
        for (const key of known) {
          const references = index.get(key);
          if (references) references.push({ specifier, from });
          else index.set(key, [{ specifier, from }]);
        }
      }
    }
    return (this.#index = index);
  }
}

interface Reference {
  readonly specifier: string;
  readonly from: string;
}

/** Key of specifiers of a package.json's `imports`. */
const internalKey = '#';

function packageKey(name: string): string {
  return `package ${name}`;
}

function keysOfSpecifier(specifier: string): string[] {
  const keys = [stem(specifier.replace(/\/+$/, '').split('/').at(-1) ?? '')];
  if (specifier.startsWith('#')) keys.push(internalKey);
  if (!specifier.startsWith('.')) {
    const name = parsePackage(specifier)?.name;
    if (name !== undefined) keys.push(packageKey(name));
  }
  return keys;
}

/** A file's or specifier's name without what aliases put before it and what compilers change behind it. */
function stem(name: string): string {
  return name.replace(/^[@#~]/, '').replace(/\.[mc]?[jt]sx?$/, '');
}
