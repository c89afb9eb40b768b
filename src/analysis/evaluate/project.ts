import type { ImportSpecifier, ImportStatement } from '../../ir/types.js';
import { ENVIRONMENT_MODULES, SPECIFIERS } from '../../knowledge/index.js';
import type { Place } from '../finding.js';
import type { AnalysisHost } from '../host.js';
import { Module } from './module.js';
import { unknown, type External, type Value } from './values.js';

/** What an exported or imported name leads to: a module's own export, or a value that needs no evaluation. */
export type Linked =
  | { readonly kind: 'export'; readonly module: Module; readonly name: string }
  | { readonly kind: 'whole'; readonly module: Module }
  | { readonly kind: 'value'; readonly value: Value };

/** The modules under analysis and how they lead to each other. */
export class Project {
  private readonly modules = new Map<string, Module | undefined>();

  constructor(
    readonly host: AnalysisHost,
    private readonly candidates: ReadonlySet<string>,
  ) {}

  module(file: string): Module | undefined {
    if (!this.modules.has(file)) {
      this.modules.set(file, this.load(file));
    }
    return this.modules.get(file);
  }

  /** What is nested so deeply that its names cannot be looked up is no module. */
  private load(file: string): Module | undefined {
    const ir = this.host.module(file);
    if (ir === undefined) return undefined;
    const module = new Module(file, ir);
    try {
      module.prepare();
      return module;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.host.report?.(file, 'Nested too deeply to be analysed');
      return undefined;
    }
  }

  /** Whether a file is under analysis for itself, and not only for what others import from it. */
  isCandidate(file: string): boolean {
    return this.candidates.has(file);
  }

  /** The modules under analysis for themselves, in the order in which they were given. */
  candidateModules(): readonly Module[] {
    return [...this.candidates].map((file) => this.module(file)).filter((module) => module !== undefined);
  }

  get loaded(): readonly Module[] {
    return [...this.modules.values()].filter((module) => module !== undefined);
  }

  /** What a specifier of an import statement leads to. */
  importOf(statement: ImportStatement, specifier: ImportSpecifier, from: Module): Linked {
    const at = from.place(specifier.range);
    // `import x = require()` and `require()` name the whole module; so does a namespace import.
    return this.link(statement.source, specifier.imported, from, at);
  }

  /** What `imported` (`*` for the namespace) of the module that `source` names leads to. */
  link(source: string, imported: string, from: Module, at: Place): Linked {
    const resolution = this.host.resolve(source, from.file);
    switch (resolution.kind) {
      case 'package': {
        const specifier = resolution.subpath === '' ? resolution.name : `${resolution.name}/${resolution.subpath}`;
        return { kind: 'value', value: external(at, specifier, pathOf(imported)) };
      }
      case 'file': {
        const module = this.module(resolution.file);
        if (module === undefined) return { kind: 'value', value: unknown(at, `${source} cannot be read`) };
        return imported === '*' ? { kind: 'whole', module } : { kind: 'export', module, name: imported };
      }
      case 'unknown':
        // A module that a framework's build makes up: `$app/server`.
        if (ENVIRONMENT_MODULES.has(source) && imported !== '*') return { kind: 'value', value: { kind: 'env', name: imported, required: true, at } };
        if (SPECIFIERS.has(source)) return { kind: 'value', value: external(at, source, pathOf(imported)) };
        return { kind: 'value', value: unknown(at, `${source} is not here`) };
    }
  }

  /**
   * Follows re-exports to the module that defines a name. `undefined` when nothing exports it (or only a module that
   * cannot be seen).
   */
  definition(module: Module, name: string): Linked | undefined {
    return this.follow(module, name, new Set());
  }

  /** `seen`: the modules, with the name that was sought there, that led here. */
  private follow(module: Module, name: string, seen: Set<string>): Linked | undefined {
    const step = `${name} ${module.file}`;
    if (seen.has(step)) return undefined;
    seen.add(step);
    const found = module.exports.named.get(name);
    if (found !== undefined) {
      if (found.kind !== 'from') return { kind: 'export', module, name };
      const linked = this.link(found.source, found.imported, module, module.place(found.range));
      return linked.kind === 'export' ? (this.follow(linked.module, linked.name, seen) ?? this.exportedAsWhole(linked)) : linked;
    }
    let unseen: Linked | undefined;
    for (const source of name === 'default' ? [] : module.exports.stars) {
      if (this.cannotExport(source, name, module)) continue;
      const linked = this.link(source, name, module, module.place([0, 0]));
      const definition = linked.kind === 'export' ? this.follow(linked.module, linked.name, seen) : undefined;
      if (definition !== undefined) return definition;
      if (linked.kind !== 'export') unseen ??= linked;
    }
    return unseen;
  }

  /** A name of what a CommonJS module exports as a whole. */
  private exportedAsWhole(linked: Linked & { kind: 'export' }): Linked | undefined {
    return linked.module.exports.whole === undefined ? undefined : linked;
  }

  /** The names that a module exports, its stars' included; `isComplete` is false when a star leads out of sight. */
  namesOf(module: Module): { readonly names: readonly string[]; readonly isComplete: boolean } {
    const names = new Set<string>();
    const seen = new Set([module]);
    let isComplete = true;
    for (const current of seen) {
      for (const name of current.exports.named.keys()) if (current === module || name !== 'default') names.add(name);
      for (const source of current.exports.stars) {
        const linked = this.link(source, '*', current, current.place([0, 0]));
        if (linked.kind === 'whole') seen.add(linked.module);
        else isComplete = false;
      }
    }
    return { names: [...names], isComplete };
  }

  /** A look at the text alone, because a barrel may lead to a hundred modules of which one exports the name. */
  private cannotExport(source: string, name: string, from: Module): boolean {
    const resolution = this.host.resolve(source, from.file);
    if (resolution.kind !== 'file' || this.modules.has(resolution.file)) return false;
    return this.host.mentions?.(resolution.file, [name]) === false;
  }
}

/** A default import of a CommonJS package and its namespace are the same thing to us. */
function pathOf(imported: string): string {
  return imported === '*' || imported === 'default' ? '' : imported;
}

/** Something of a package (`global` for the platform's own), by its path there. */
export function external(at: Place, packageName: string, path: string): External {
  return { kind: 'external', package: packageName, path, at };
}
