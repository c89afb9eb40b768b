import type { Comment, Range } from './types.js';

/** What gives a program its environment. */
export type SettingsSource = 'env' | 'compose' | 'kubernetes';

/** One name and its value in a file of settings. */
export interface Setting {
  readonly name: string;
  readonly nameRange: Range;
  /** As the program gets it: without quotes, out of base64, of `${NAME:-value}` the value alone. */
  readonly value: string;
  /** Of the value as it is written, with its quotes; empty where nothing is written. */
  readonly range: Range;
  /** The value counts only where this variable is not set: `${NAME:-value}`. */
  readonly fallbackOf?: string;
  readonly base64?: true;
}

/** A file of settings as plain data, in the order in which it has them. */
export interface SettingsIR {
  readonly source: SettingsSource;
  readonly settings: readonly Setting[];
  /** Comments that hold a suppression directive, in order of appearance; without the `#`. */
  readonly comments: readonly Comment[];
  /** Part of the text is no valid YAML and gave no settings. */
  readonly isPartial?: true;
}
