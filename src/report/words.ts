import type { Severity } from '../domain/levels.js';
import type { ScanResult } from '../scanner/types.js';

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** How many findings there are of each severity that occurs: `1 error`, `2 warnings`, `3 info`, worst first. */
export function severityCounts({ error, warning, info }: ScanResult['summary']['findings']): {
  readonly total: number;
  readonly parts: readonly { readonly severity: Severity; readonly text: string }[];
} {
  const parts = [
    { severity: 'error', number: error, text: count(error, 'error') },
    { severity: 'warning', number: warning, text: count(warning, 'warning') },
    { severity: 'info', number: info, text: `${info} info` },
  ] as const;
  return { total: error + warning + info, parts: parts.filter(({ number }) => number > 0) };
}

/** `10 files found, 3 with something to check`. */
export function scannedFiles({ found, candidates }: ScanResult['summary']['files']): string {
  return `${count(found, 'file')} found, ${candidates} with something to check`;
}

/** Control characters of a file's name or text could move the cursor or recolour the report; one `\uFFFD` stands for each. */
export function printable(text: string, control = /\p{Cc}/gu): string {
  return text.replace(control, '\uFFFD');
}
