import picocolors from 'picocolors';
import { isAtLeast, severities } from '../../domain/levels.js';
import { reporters } from '../../report/index.js';
import { scan } from '../../scanner/scan.js';
import type { ScanResult } from '../../scanner/types.js';
import type { ScanInvocation, thresholds } from '../args.js';
import type { Format } from '../output-option.js';
import { prepareOutputs, writeOutput } from '../outputs.js';
import { createProgressBar } from '../progress.js';
import { reportContext } from '../report-context.js';
import type { Streams } from '../run.js';

/**
 * Scans, writes the reports and gives the exit code: 1 when findings reach `failOn`, else 0. Files come before standard
 * output, so that a report stands there only when all could be written.
 */
export async function runScanCommand(options: ScanInvocation, streams: Streams): Promise<0 | 1> {
  const { paths, preset, ignore, outputs } = options;
  const cwd = process.cwd();
  prepareOutputs(outputs, cwd);
  const format = options.format ?? formatFor(process.env, streams);
  const result = await scanWithProgress({ paths, cwd, preset, ignore }, options.progress, streams);
  if (result.summary.files.found === 0) streams.stderr.write(nothingFound(ignore));
  for (const output of outputs) {
    await writeOutput(output, reporters[output.format](result, reportContext(cwd, false)), cwd);
  }
  streams.stdout.write(reporters[format](result, reportContext(cwd, showsColors(process.env))));
  return fails(result, options.failOn) ? 1 : 0;
}

/** A scan of nothing must not pass for one that found nothing. */
function nothingFound(ignore: boolean): string {
  const why = ignore ? '; .gitignore files and the built-in exclusions apply there, and --no-ignore turns them off' : '';
  return `authlint: there is no JavaScript or TypeScript file to scan in the given paths${why}.\n`;
}

/** picocolors takes every FORCE_COLOR for a yes; Node.js and others read 0 and false as no. */
function showsColors(env: NodeJS.ProcessEnv): boolean {
  return picocolors.isColorSupported && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
}

/** The format when none is named. A choice that the environment makes is announced. */
function formatFor(env: NodeJS.ProcessEnv, streams: Streams): Format {
  if (env['GITHUB_ACTIONS'] !== 'true') return 'pretty';
  streams.stderr.write('authlint: the report is written as GitHub annotations (--format github), because GITHUB_ACTIONS is set; --format pretty turns that off.\n');
  return 'github';
}

async function scanWithProgress(
  options: Parameters<typeof scan>[0],
  progress: boolean,
  streams: Streams,
): Promise<ScanResult> {
  const bar = createProgressBar(streams.stderr, progress);
  try {
    return await scan({ ...options, onProgress: bar.update });
  } finally {
    bar.clear();
  }
}

function fails({ summary }: ScanResult, threshold: (typeof thresholds)[number]): boolean {
  if (threshold === 'never') return false;
  return severities.some((severity) => isAtLeast(severity, threshold) && summary.findings[severity] > 0);
}
