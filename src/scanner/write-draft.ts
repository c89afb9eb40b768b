import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { Draft } from './drafts.js';
import { readSource } from './read.js';
import { causeOf } from './write-error.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** The byte-order mark that a file begins with, or nothing. Throws where the file cannot be read. */
export function byteOrderMarkOf(file: string): string {
  const bytes = Buffer.alloc(3);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(descriptor);
  }
  return bytes.toString('utf8') === BYTE_ORDER_MARK ? BYTE_ORDER_MARK : '';
}

/**
 * Writes a file with its edits, unless it is another one than the scan saw: beside its place and then renamed, with its
 * mode and byte-order mark.
 *
 * @returns why it could not be written, a sentence; nothing is then changed
 */
export async function writeDraft({ file, original, text }: Draft): Promise<string | undefined> {
  try {
    const now = readSource(file);
    if (!('text' in now) || now.text !== original) return 'The file has changed since it was scanned and was not written; run the scan again.';
    // Renaming would put another file in the place of one that nobody may write.
    if (isReadOnly(file)) return 'The file is read-only and was not written.';
    await writeFileAtomic(file, byteOrderMarkOf(file) + text);
    return undefined;
  } catch (error) {
    return `The file cannot be written: ${causeOf(error)}.`;
  }
}

function isReadOnly(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
  } catch {
    return true;
  }
  // The system lets the superuser write everything.
  return (statSync(file).mode & 0o222) === 0;
}
