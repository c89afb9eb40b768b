import { readFileSync, statSync } from 'node:fs';

/** Files above this size are not read: hand-written modules are far smaller, bundles and data are larger. */
const maxFileBytes = 2 * 1024 * 1024;
const limit = megabytes(maxFileBytes);

export type ReadResult = { readonly text: string } | { readonly problem: string };

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a source file without its byte-order mark. Never throws: a file that is too large, not UTF-8, unreadable or
 * gone gives a `problem`, a sentence that names the cause.
 */
export function readSource(file: string): ReadResult {
  let bytes: Buffer;
  try {
    const { size } = statSync(file);
    if (size > maxFileBytes) {
      return { problem: `The file is larger than ${limit} MB (${megabytes(size)} MB) and was skipped.` };
    }
    bytes = readFileSync(file);
  } catch (error) {
    return { problem: unreadable(error) };
  }
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { problem: 'The file is not valid UTF-8 and was skipped.' };
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ENOENT') return 'The file vanished during the scan.';
  return `The file cannot be read (${code}).`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace('.0', '');
}
