import type { SettingsIR } from '../ir/settings.js';
import type { ModuleIR } from '../ir/types.js';

/** Where an import leads. `unknown`: it may exist, but this host cannot see it (the editor's "not here"). */
export type Resolution =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string }
  | { readonly kind: 'unknown' };

/** What the analysis asks of whoever runs it: the scanner, or ESLint for a single file. */
export interface AnalysisHost {
  /** The lowered module (a JSON file exports its value as a whole), or `undefined` when it cannot be read or parsed, or is not there for this host. Never throws. */
  module(file: string): ModuleIR | undefined;
  /** The text that `module` was lowered from, for hosts that offer edits. */
  text?(file: string): string | undefined;
  resolve(specifier: string, from: string): Resolution;
  /**
   * What is known of a package's version for the code in `from`: an exact version (`9.0.2`) or a range (`^9.0.0`);
   * `undefined` when nothing is known.
   */
  version(packageName: string, from: string): string | undefined;
  /** Whether the package.json nearest to `from` names this package in any of its dependency fields. */
  dependsOn(packageName: string, from: string): boolean;
  /**
   * Files that import `file` and have one of `names` in their text (or re-export all of it), for hosts that can see
   * other files. Sorted.
   */
  importersOf?(file: string, names: readonly string[]): readonly string[];
  /** Whether a file has one of `names` in its text, or re-exports all of another; for hosts that can see other files. */
  mentions?(file: string, names: readonly string[]): boolean;
  /** Files with the name of an environment variable in their text, where the name is one of a secret; for hosts that can see other files. */
  filesWith?(variable: string): readonly string[];
  /** The files of settings that belong to the project, sorted; for hosts that can see other files. */
  readonly settings?: ReadonlyMap<string, SettingsIR>;
  /** Takes note of an error in authlint itself, so that the analysis goes on; without it the error is thrown. */
  report?(file: string, message: string): void;
  /** Relative specifiers of the files beside `from` that are `prefix`, something without `/`, and `suffix`. Sorted. */
  specifiersLike?(prefix: string, suffix: string, from: string): readonly string[];
}
