import { resolve } from 'node:path';
import { suggestion } from './nearest.js';
import { UsageError } from './usage-error.js';

export const formats = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** Those in which the rules can be listed. */
export const listFormats = ['pretty', 'json'] as const satisfies readonly Format[];
export type ListFormat = (typeof listFormats)[number];

/** A report that goes to a file. */
export interface Output {
  readonly format: Format;
  /** As given; relative ones start at the working directory. */
  readonly file: string;
}

const formatsHint = `The formats: ${formats.join(', ')}.`;

/**
 * Reads `FORMAT=FILE`.
 *
 * @param before outputs named so far; a file may be named once
 * @param where it stands on the command line
 * @throws {UsageError} for a missing part, an unknown format, a file named before
 */
export function readOutput(value: string, before: readonly Output[], where: string): Output {
  const [, name = '', file = ''] = /^([^=]*)=(.+)$/s.exec(value) ?? [];
  if (file === '') {
    const format = formats.find((one) => one === value.replace(/=$/, '')) ?? 'sarif';
    const hint = `Write FORMAT=FILE, as in --output ${format}=authlint.${format}. ${formatsHint}`;
    throw new UsageError(`--output needs a format and a file, but got '${value}' ${where}`, hint);
  }
  const format = formats.find((one) => one === name);
  if (format === undefined) {
    throw new UsageError(`--output does not know the format '${name}' ${where}`, suggestion(name, formats) + formatsHint);
  }
  const twin = before.find((other) => resolve(other.file) === resolve(file));
  if (twin) {
    const hint = `The ${twin.format} report goes there already; name another file.`;
    throw new UsageError(`--output names the file ${file} twice ${where}`, hint);
  }
  return { format, file };
}
