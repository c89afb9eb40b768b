import { dirname, join, sep } from 'node:path';
import type { AnalysisHost, Resolution } from '../analysis/host.js';
import type { SettingsIR } from '../ir/settings.js';
import type { ModuleIR } from '../ir/types.js';
import { Importers } from './importers.js';
import { Lines } from './lines.js';
import type { Manifests } from '../packages/manifests.js';
import { readSource, type ReadResult } from './read.js';
import type { Resolve } from './resolve.js';

/** Parses and lowers one module. `offset` is where the parser gave up, in UTF-16 code units. */
export type Parse = (
  fileName: string,
  text: string,
) => { readonly ir: ModuleIR } | { readonly error: { readonly message: string; readonly offset: number } };

/** What the analysis asks of the scanner beyond what every host answers. */
export interface ScannerHost extends AnalysisHost {
  /** Discovered files that import, require or re-export straight from `file` and mention a name (absolute paths, sorted). */
  importersOf(file: string, names: readonly string[]): readonly string[];
}

export interface ProjectOptions {
  readonly parse: Parse;
  readonly resolve: Resolve;
  readonly manifests: Manifests;
  /** Texts that are in memory already; others are read when asked for. */
  readonly texts: ReadonlyMap<string, string>;
  /** Reads the others; by default from the disk. */
  readonly read?: (file: string) => ReadResult;
  /** What each discovered file seems to import. */
  readonly specifiers: ReadonlyMap<string, readonly string[]>;
  /** Names that may be environment variables with secrets, and the files that have them; by default none. */
  readonly variables?: ReadonlyMap<string, readonly string[]>;
  /** Files of settings; by default none. */
  readonly settings?: ReadonlyMap<string, SettingsIR>;
  /** Gets the absolute path of a file that cannot be used, and a sentence. */
  readonly report: (file: string, message: string) => void;
  /** Called before a module is parsed, with the number of modules that were. */
  readonly onParse?: (parsed: number) => void;
}

const REEXPORTS_ALL = /\bexport\s*\*|\bmodule\.exports\s*=\s*require\b|__exportStar\b/;

/** Specifiers of `export * from '…'` and `module.exports = require('…')`. */
const REEXPORTED = /(?:\bexport\s*\*[^'"]*|\bmodule\.exports\s*=\s*require\(\s*)['"]([^'"]+)['"]/g;

function escaped(name: string): string {
  return name.replaceAll('$', '\\$');
}

/** The scanner's side of the analysis: modules parsed when first asked for, links, versions. Nothing here throws. */
export class Project implements ScannerHost {
  readonly #options: ProjectOptions;
  readonly #read: (file: string) => ReadResult;
  readonly #importers: Importers;
  readonly #modules = new Map<string, ModuleIR | undefined>();
  readonly #texts: Map<string, string>;
  readonly #glances = new Map<string, string>();
  readonly #lines = new Map<string, Lines>();

  constructor(options: ProjectOptions) {
    this.#options = options;
    this.#read = options.read ?? readSource;
    this.#texts = new Map(options.texts);
    this.#importers = new Importers(options.specifiers, options.resolve, options.manifests);
  }

  /** Files that were asked for, and how many of them could be parsed. */
  get loaded(): { readonly files: readonly string[]; readonly parsed: number } {
    const parsed = [...this.#modules.values()].filter((ir) => ir !== undefined).length;
    return { files: [...this.#modules.keys()], parsed };
  }

  get settings(): ReadonlyMap<string, SettingsIR> {
    return this.#options.settings ?? new Map<string, SettingsIR>();
  }

  module(file: string): ModuleIR | undefined {
    if (!this.#modules.has(file)) this.#modules.set(file, this.#parse(file));
    return this.#modules.get(file);
  }

  resolve(specifier: string, from: string): Resolution {
    return this.#options.resolve(specifier, from);
  }

  version(packageName: string, from: string): string | undefined {
    return this.#options.manifests.version(packageName, from);
  }

  dependsOn(packageName: string, from: string): boolean {
    return this.#options.manifests.dependsOn(packageName, from);
  }

  report(file: string, message: string): void {
    this.#options.report(file, message);
  }

  importersOf(file: string, names: readonly string[]): readonly string[] {
    const importers = this.#importers.of(file);
    // A default export goes by any name.
    if (names.includes('default')) return importers;
    const called = new RegExp(`\\b(?:${names.map(escaped).join('|')})(?:\\s*[(<?]|\\s+as\\b)`);
    return importers.filter((importer) => {
      const text = this.#glance(importer);
      return called.test(text) || this.#reExports(text, importer, file);
    });
  }

  filesWith(variable: string): readonly string[] {
    return this.#options.variables?.get(variable) ?? [];
  }

  mentions(file: string, names: readonly string[]): boolean {
    const text = this.#glance(file);
    return names.some((name) => text.includes(name)) || REEXPORTS_ALL.test(text);
  }

  /**
   * A file's text for a look only: most importers of a module do not use the one function that matters. Kept, because
   * the same files import many modules: on a large tree each is looked at six times.
   */
  #glance(file: string): string {
    let text = this.#texts.get(file) ?? this.#glances.get(file);
    if (text === undefined) {
      const result = this.#read(file);
      text = 'text' in result ? result.text : '';
      this.#glances.set(file, text);
    }
    return text;
  }

  /** Whether a text re-exports all of `file`. */
  #reExports(text: string, importer: string, file: string): boolean {
    return [...text.matchAll(REEXPORTED)].some(([, specifier = '']) => {
      const resolution = this.resolve(specifier, importer);
      return resolution.kind === 'file' && resolution.file === file;
    });
  }

  specifiersLike(prefix: string, suffix: string, from: string): readonly string[] {
    if (!/^\.{1,2}\//.test(prefix)) return [];
    const start = join(dirname(from), prefix);
    return [...this.#options.specifiers.keys()]
      .filter((file) => file.startsWith(start) && (file.endsWith(suffix) || file.replace(/\.[mc]?[jt]sx?$/, '').endsWith(suffix)))
      .map((file) => file.slice(start.length))
      .filter((rest) => !rest.includes(sep))
      .map((rest) => prefix + rest)
      .sort();
  }

  /** A file's text without its byte-order mark; `undefined`, with a diagnostic, when it cannot be read. */
  text(file: string): string | undefined {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const result = this.#read(file);
    if ('problem' in result) {
      this.#options.report(file, result.problem);
      return undefined;
    }
    this.#texts.set(file, result.text);
    return result.text;
  }

  lines(file: string): Lines {
    let lines = this.#lines.get(file);
    if (!lines) this.#lines.set(file, (lines = new Lines(this.text(file) ?? '')));
    return lines;
  }

  #parse(file: string): ModuleIR | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    this.#options.onParse?.(this.#modules.size);
    try {
      const result = this.#options.parse(file, text);
      if ('ir' in result) return result.ir;
      const { line, column } = this.lines(file).position(result.error.offset);
      this.#options.report(file, `The file cannot be parsed (${line}:${column}): ${result.error.message}`);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      this.#options.report(file, `The file cannot be analysed because of an error in authlint: ${cause}`);
    }
    return undefined;
  }
}
