import type { RuleMeta, ScanResult } from '../scanner/types.js';

/** A rule as a report describes it. */
export interface RuleDescription extends RuleMeta {
  /** Its page: Markdown, lines ended by `\n`. */
  readonly page: string;
}

export interface ReportContext {
  readonly tool: { readonly name: string; readonly version: string; readonly homepage?: string };
  /** Whether escape codes for colours may be written. */
  readonly colors: boolean;
  /** Where a rule's page stands, as a path to show; takes a finding's `docs`. */
  readonly pagePath: (docs: string) => string;
  /** A path of the result as seen from the root of the repository, with `/`; absolute on another drive. */
  readonly repositoryPath: (file: string) => string;
  /** Every rule that ran, sorted by id; read when asked for. */
  readonly rules: () => readonly RuleDescription[];
}

/** Turns a scan's result into a report, which ends with a line end. */
export type Reporter = (result: ScanResult, context: ReportContext) => string;
