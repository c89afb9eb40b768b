import type { Confidence, Severity } from '../domain/levels.js';
import type { Range } from '../ir/types.js';

export type { Confidence, Severity };

/** A stretch of source text. `file` is the name that the host gave the module (the scanner: an absolute path). */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** A place as a key of a map or set: the same for the same stretch of the same file. */
export function placeKey({ file, range }: Place): string {
  return `${file}:${range[0]}:${range[1]}`;
}

/** Whether two places are the same stretch of the same file. */
export function isSamePlace(a: Place, b: Place): boolean {
  return a.file === b.file && a.range[0] === b.range[0] && a.range[1] === b.range[1];
}

export interface TraceStep extends Place {
  /** What happens here, in a few words; never a secret's text. */
  readonly note: string;
}

/** Replaces a stretch of a file (an empty one: inserts there) by other text. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** Edits of the file that a finding stands in, without overlaps, after which the finding is gone. */
export interface Repair {
  /** What it does, as a menu says it. */
  readonly message: string;
  readonly edits: readonly Edit[];
}

export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Complete text with its figures filled in; secrets masked. */
  readonly message: string;
  /** Where the code must change. */
  readonly place: Place;
  /** From the operation that makes it matter back to the value's origin. */
  readonly trace: readonly TraceStep[];
  /** How many call sites lead to this one place; at least 1. */
  readonly count: number;
  /** Literals that are or may be secrets: no report may print their text. */
  readonly secrets: readonly Place[];
  /** What a host may do unasked, where the finding is certain. */
  readonly fix?: Repair;
  /** What is for a human to choose. */
  readonly suggestions?: readonly Repair[];
}

/** What hosts make of a finding's edits: a fix that may be applied unasked only where the finding is certain, else it is a suggestion. */
export function offeredRepairs({ fix, suggestions = [], confidence }: Finding): { readonly fix: Repair | undefined; readonly suggestions: readonly Repair[] } {
  if (fix === undefined || confidence === 'certain') return { fix, suggestions };
  return { fix: undefined, suggestions: [fix, ...suggestions] };
}
