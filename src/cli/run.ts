import { helpText, readArgs, type Invocation } from './args.js';
import { packageInfo } from '../packages/own.js';
import type { ProgressStream } from './progress.js';
import { UsageError } from './usage-error.js';

/** Where the command line writes: only the report goes to `stdout`. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
}

/**
 * Runs the command line (arguments without `node` and the script).
 *
 * @returns the exit code: 0, 1 for findings, 2 for wrong usage, a file that cannot be written, or a crash; it never throws
 */
export async function runCli(args: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  try {
    return await run(readArgs(args), streams);
  } catch (error) {
    streams.stderr.write(explain(error));
    return 2;
  }
}

/** Commands are loaded when they run: `--help` must not wait for a parser. */
async function run(invocation: Invocation, streams: Streams): Promise<0 | 1 | 2> {
  switch (invocation.command) {
    case 'help':
      streams.stdout.write(helpText());
      return 0;
    case 'version':
      streams.stdout.write(`${packageInfo().version}\n`);
      return 0;
    case 'list-rules': {
      const { listRules } = await import('./commands/list-rules.js');
      streams.stdout.write(listRules(invocation.format));
      return 0;
    }
    case 'scan': {
      const { runScanCommand } = await import('./commands/scan.js');
      return runScanCommand(invocation, streams);
    }
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError) return `authlint: ${error.message}\n  ${error.hint}\n`;
  if (error instanceof Error && error.name === 'PathError') {
    return `authlint: ${error.message}\n  Check the spelling; relative paths start at ${process.cwd()}.\n`;
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `authlint: the scan crashed. This is an error in authlint; no report was written.\n${details}\n`;
}
