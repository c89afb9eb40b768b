import picocolors from 'picocolors';
import { isAtLeast, severities } from '../../domain/levels.js';
import { reporters } from '../../report/index.js';
import { count, printable } from '../../report/words.js';
import { fix, scan } from '../../scanner/scan.js';
import type { Diagnostic, FixResult, ScanResult } from '../../scanner/types.js';
import type { ScanInvocation, thresholds } from '../args.js';
import type { Format } from '../output-option.js';
import { prepareOutputs, writeOutput } from '../outputs.js';
import { createProgressBar, type ProgressBar } from '../progress.js';
import { reportContext } from '../report-context.js';
import type { Streams } from '../run.js';

/**
 * Scans, edits files if asked to, writes the reports and gives the exit code: 2 when a file with edits could not be
 * written, 1 when findings that are left reach `failOn`, else 0. Report files come before standard output, so that a
 * report stands there only when all could be written.
 */
export async function runScanCommand(options: ScanInvocation, streams: Streams): Promise<0 | 1 | 2> {
  const cwd = process.cwd();
  if (options.dryRun) return showDiffs(await fixed(options, cwd, streams), options, streams);
  prepareOutputs(options.outputs, cwd);
  const format = options.format ?? formatFor(process.env, streams);
  const edits = options.fix === 'none' ? undefined : await fixed(options, cwd, streams);
  const result = edits ?? await scanned(options, cwd, streams);
  if (result.summary.files.found === 0) streams.stderr.write(nothingFound(options.ignore));
  if (edits !== undefined) streams.stderr.write([editsMade(edits, 'were'), ...edits.unwritten.map(line)].join(''));
  for (const output of options.outputs) {
    await writeOutput(output, reporters[output.format](result, reportContext(cwd, false)), cwd);
  }
  streams.stdout.write(reporters[format](result, reportContext(cwd, showsColors(process.env))));
  if (edits !== undefined && edits.unwritten.length > 0) return 2;
  return fails(result, options.failOn) ? 1 : 0;
}

/** The diffs alone go to standard output. As with ruff's `--diff`, that there are any is what the exit code says. */
function showDiffs(result: FixResult, { ignore, failOn }: ScanInvocation, streams: Streams): 0 | 1 {
  if (result.summary.files.found === 0) streams.stderr.write(nothingFound(ignore));
  const masked = result.fixed.filter(({ isMasked }) => isMasked)
    .map(({ file }) => line({ file, message: 'The diff shows * in place of secrets: it can be read, not applied.' }));
  streams.stderr.write([...result.diagnostics.map(line), ...masked, editsMade(result, 'would be')].join(''));
  streams.stdout.write(result.fixed.map(({ diff }) => diff).join(''));
  return result.fixed.length > 0 && failOn !== 'never' ? 1 : 0;
}

function editsMade({ fixed: files }: FixResult, verb: 'were' | 'would be'): string {
  const edits = files.reduce((sum, file) => sum + file.edits, 0);
  const where = edits === 0 ? '' : ` in ${count(files.length, 'file')}`;
  return `authlint: ${count(edits, 'edit')}${where} ${verb === 'were' && edits === 1 ? 'was' : verb} made.\n`;
}

function line({ file, message }: Diagnostic): string {
  return `authlint: ${printable(file)}: ${message}\n`;
}

/** A scan of nothing must not pass for one that found nothing. */
function nothingFound(ignore: boolean): string {
  const why = ignore ? '; .gitignore files and the built-in exclusions apply there, and --no-ignore turns them off' : '';
  return `authlint: there is no file of code or settings to scan in the given paths${why}.\n`;
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

async function scanned({ paths, preset, ignore, progress }: ScanInvocation, cwd: string, streams: Streams): Promise<ScanResult> {
  return withProgress(progress, streams, (onProgress) => scan({ paths, cwd, preset, ignore, onProgress }));
}

async function fixed(options: ScanInvocation, cwd: string, streams: Streams): Promise<FixResult> {
  const { paths, preset, ignore, progress, dryRun } = options;
  const suggestions = options.fix === 'suggestions';
  return withProgress(progress, streams, (onProgress) => fix({ paths, cwd, preset, ignore, suggestions, dryRun, onProgress }));
}

async function withProgress<Result>(
  progress: boolean,
  streams: Streams,
  work: (onProgress: ProgressBar['update']) => Promise<Result>,
): Promise<Result> {
  const bar = createProgressBar(streams.stderr, progress);
  try {
    return await work(bar.update);
  } finally {
    bar.clear();
  }
}

function fails({ summary }: ScanResult, threshold: (typeof thresholds)[number]): boolean {
  if (threshold === 'never') return false;
  return severities.some((severity) => isAtLeast(severity, threshold) && summary.findings[severity] > 0);
}
