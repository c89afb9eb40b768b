import { analyse } from '../analysis/analyse.js';
import { hasVocabulary } from '../knowledge/gate.js';
import { defaultPolicy } from '../policy/policy.js';
import { rules } from '../../rules/index.js';
import { runScan, type Engine, type ScanOptions } from './pipeline.js';
import type { ScanResult } from './types.js';

export { PathError } from './discover.js';
export type { Progress, ScanOptions } from './pipeline.js';
export type { Preset } from '../policy/presets.js';
export type { Diagnostic, Position, ReportedFinding, ReportedTraceStep, ScanResult } from './types.js';

const engine: Engine = {
  rules,
  policy: defaultPolicy,
  hasVocabulary,
  analyse,
  loadParser: async () => (await import('../frontends/sfc/parse.js')).parseModule,
};

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
