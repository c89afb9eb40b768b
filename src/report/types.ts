import type { ScanResult } from '../scanner/types.js';

export interface ReportContext {
  readonly tool: { readonly name: string; readonly version: string };
  /** Whether escape codes for colours may be written. */
  readonly colors: boolean;
  /** Where a rule's page stands, as a path to show; takes a finding's `docs`. */
  readonly pagePath: (docs: string) => string;
}

/** Turns a scan's result into a report, which ends with a line end. */
export type Reporter = (result: ScanResult, context: ReportContext) => string;
