import type { Confidence, Severity } from '../analysis/finding.js';

export type { RuleMeta } from '../analysis/rule.js';

/** A position in a file: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Paths are relative to the working directory, with `/`. Ends are exclusive. */
export interface ReportedTraceStep {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly note: string;
}

export interface ReportedFinding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly trace: readonly ReportedTraceStep[];
  /** The rule's page within the package: `rules/<id>.md`. */
  readonly docs: string;
  /** What `fix` does of itself: the one meaning that the code must have, of a finding that is certain. */
  readonly fix?: ReportedRepair;
  /** What a human has to choose from; `fix` takes the first when it is asked for suggestions. */
  readonly suggestions?: readonly ReportedRepair[];
}

/** Edits of a finding's file, without overlaps, after which the finding is gone. */
export interface ReportedRepair {
  /** What it does, as a menu says it. */
  readonly message: string;
  readonly edits: readonly ReportedEdit[];
}

/** Replaces a stretch of text (an empty one: inserts there). A byte-order mark does not count as a column. */
export interface ReportedEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

export interface Diagnostic {
  readonly file: string;
  readonly message: string;
}

export interface ScanResult {
  readonly findings: readonly ReportedFinding[];
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: {
    readonly files: { readonly found: number; readonly candidates: number; readonly analysed: number };
    readonly findings: { readonly error: number; readonly warning: number; readonly info: number };
  };
  /** Source texts of the files that findings and traces point into, secrets replaced by `*`; for code frames. */
  readonly sources: ReadonlyMap<string, string>;
}

/** A file with edits. */
export interface FixedFile {
  readonly file: string;
  /** How many findings were repaired in it; at least 1. */
  readonly edits: number;
  /** A unified diff with `a/` and `b/` before the path, secrets replaced by `*`. */
  readonly diff: string;
  /** Whether there is such a secret, so that the diff can be read but not applied. */
  readonly isMasked: boolean;
}

/** The findings, diagnostics, summary and sources are those that are left once the edits are made. */
export interface FixResult extends ScanResult {
  /** Files that were written, or in a dry run would be; sorted. */
  readonly fixed: readonly FixedFile[];
  /** Files that could not be written and are as they were, with the reason; their findings are among those left. */
  readonly unwritten: readonly Diagnostic[];
}
