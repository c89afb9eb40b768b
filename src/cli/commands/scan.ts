import { join } from 'node:path';
import picocolors from 'picocolors';
import { reporters } from '../../report/index.js';
import { displayPath } from '../../packages/paths.js';
import { isAtLeast, severities } from '../../domain/levels.js';
import { scan } from '../../scanner/scan.js';
import type { ScanResult } from '../../scanner/types.js';
import type { ScanInvocation, thresholds } from '../args.js';
import { packageInfo } from '../../packages/own.js';
import { createProgressBar } from '../progress.js';
import type { Streams } from '../run.js';

/** Scans, writes the report and gives the exit code: 1 when findings reach `failOn`, else 0. */
export async function runScanCommand(options: ScanInvocation, streams: Streams): Promise<0 | 1> {
  const { paths, preset, ignore } = options;
  const cwd = process.cwd();
  const bar = createProgressBar(streams.stderr, options.progress);
  let result: ScanResult;
  try {
    result = await scan({ paths, cwd, preset, ignore, onProgress: bar.update });
  } finally {
    bar.clear();
  }
  const tool = packageInfo();
  const report = reporters[options.format](result, {
    tool,
    colors: picocolors.isColorSupported,
    pagePath: (docs) => displayPath(join(tool.directory, docs), cwd),
  });
  streams.stdout.write(report);
  return fails(result, options.failOn) ? 1 : 0;
}

function fails({ summary }: ScanResult, threshold: (typeof thresholds)[number]): boolean {
  if (threshold === 'never') return false;
  return severities.some((severity) => isAtLeast(severity, threshold) && summary.findings[severity] > 0);
}
