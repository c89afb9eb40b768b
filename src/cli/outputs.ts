import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Output } from './output-option.js';
import { UsageError } from './usage-error.js';
import { kindOf } from '../scanner/kind.js';
import { causeOf } from '../scanner/write-error.js';

/**
 * Makes the directories that reports go to and looks at what stands in the files' places, before a scan takes its time.
 *
 * @throws {UsageError} for a place that cannot hold a file
 */
export function prepareOutputs(outputs: readonly Output[], cwd: string): void {
  for (const output of outputs) {
    const path = resolve(cwd, output.file);
    const kind = kindOf(path);
    if (kind === 'directory' || /[\\/]$/.test(output.file)) {
      const hint = `Name a file in it, as in --output ${output.format}=${output.file.replace(/[\\/]+$/, '')}/authlint.${output.format}.`;
      throw new UsageError(`--output: ${output.file} is a directory`, hint);
    }
    // Renaming would put a file in the place of a device or a pipe.
    if (kind === 'other') {
      const hint = `Name a regular file; --format ${output.format} alone writes to standard output.`;
      throw new UsageError(`--output: ${output.file} is no regular file`, hint);
    }
    try {
      makeDirectory(dirname(path));
    } catch (error) {
      throw unwritable(output, error);
    }
  }
}

/** One by one: the recursive form of Node.js 20 never returns where the system refuses with ENOENT, as in /proc. */
function makeDirectory(directory: string): void {
  if (kindOf(directory) === 'directory') return;
  if (dirname(directory) !== directory) makeDirectory(dirname(directory));
  mkdirSync(directory);
}

/**
 * Writes a report to its file: beside it first, then renamed, so that a reader finds the old report or the new one.
 *
 * @throws {UsageError} when it cannot be written; what stood there is as it was
 */
export async function writeOutput(output: Output, report: string, cwd: string): Promise<void> {
  try {
    await writeFileAtomic(resolve(cwd, output.file), report);
  } catch (error) {
    throw unwritable(output, error);
  }
}

function unwritable({ format, file }: Output, error: unknown): UsageError {
  return new UsageError(
    `--output: the ${format} report cannot be written to ${file}: ${causeOf(error)}`,
    `Name a file in a directory that can be written to; relative paths start at ${process.cwd()}.`,
  );
}
