import { engine } from './engine.js';
import { runFix, type FixOptions } from './fix.js';
import { runScan, type ScanOptions } from './pipeline.js';
import type { FixResult, ScanResult } from './types.js';

export { PathError } from './discover.js';
export type { FixOptions } from './fix.js';
export type { Progress, ScanOptions } from './pipeline.js';
export type { Preset } from '../policy/presets.js';
export type {
  Diagnostic, FixedFile, FixResult, Position, ReportedEdit, ReportedFinding, ReportedRepair, ReportedTraceStep, ScanResult,
} from './types.js';

/**
 * Scans a project for unsafe authentication code.
 *
 * Files that cannot be used (unparsable, not UTF-8, larger than 2 MB, unreadable, gone) give a diagnostic and nothing
 * else is lost. The same tree gives the same result: findings are sorted by file, position, rule and message, paths are
 * relative to `cwd` with `/`. Secrets are masked in every text of the result.
 *
 * @throws {PathError} when a given path does not exist
 */
export async function scan(options: ScanOptions = {}): Promise<ScanResult> {
  return runScan(options, engine);
}

/**
 * Scans as `scan` does and edits the files: every `fix` of what the preset shows, and with `suggestions` the first
 * suggestion of each other finding. What comments suppress stays, and so does every file that the scan does not find
 * by itself.
 *
 * The files are scanned again with their edits until nothing changes, at most ten times; edits that overlap are made
 * one after the other. Then each is written at once, beside its place and renamed, with its line ends, byte-order mark
 * and mode. A file that changed meanwhile or is read-only is left as it is and named in `unwritten`; one that could not
 * be parsed with its edits is left as it was before them and gives a diagnostic. The result tells what is left.
 *
 * @throws {PathError} when a given path does not exist
 */
export async function fix(options: FixOptions = {}): Promise<FixResult> {
  return runFix(options, engine);
}
