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
