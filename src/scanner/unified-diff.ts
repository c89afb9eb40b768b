import { formatPatch, structuredPatch, FILE_HEADERS_ONLY } from 'diff';

/** Two versions of a text, and the same with `*` for secrets, line by line. */
export interface Versions {
  readonly original: string;
  readonly maskedOriginal: string;
  readonly text: string;
  readonly masked: string;
}

/** Lines around a change, as `diff -u` and git show. */
const CONTEXT = 3;

/**
 * A unified diff between the texts that shows the masked lines, so that a secret that stays where it is makes no line
 * another one. Without secrets `git apply` and `patch -p1` take it.
 */
export function unifiedDiff(path: string, { original, maskedOriginal, text, masked }: Versions): string {
  const patch = structuredPatch(`a/${path}`, `b/${path}`, original, text, undefined, undefined, { context: CONTEXT });
  const oldLines = maskedOriginal.split('\n');
  const newLines = masked.split('\n');
  const hunks = patch.hunks.map((hunk) => {
    let [oldLine, newLine] = [hunk.oldStart - 1, hunk.newStart - 1];
    const lines = hunk.lines.map((line) => {
      const sign = line.charAt(0);
      // `\ No newline at end of file`
      if (sign === '\\') return line;
      const shown = sign === '+' ? newLines[newLine] : oldLines[oldLine];
      if (sign !== '+') oldLine += 1;
      if (sign !== '-') newLine += 1;
      return sign + (shown ?? '');
    });
    return { ...hunk, lines };
  });
  const diff = formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY);
  // As git does it: without a tab behind it, `patch` takes a name to end at its first space.
  return diff.replace(/^(--- a\/.* .*)\n(\+\+\+ b\/.*)\n/, '$1\t\n$2\t\n');
}
