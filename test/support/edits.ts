/** One replacement of a text, as ESLint gives it. */
export interface TextEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** More rounds than any text needs. */
const MAX_ROUNDS = 10;

/** Applies edits the way ESLint's `--fix` does: in the order of the text, and of two that touch only the first. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let result = '';
  let from = 0;
  let lastEnd = -1;
  for (const { range: [start, end], text: replacement } of sorted) {
    if (start <= lastEnd) continue;
    result += text.slice(from, start) + replacement;
    from = lastEnd = end;
  }
  return result + text.slice(from);
}

/** Applies what `editsOf` says of the text, and of the text that comes out, until it says nothing. */
export function appliedAll(text: string, editsOf: (text: string) => readonly TextEdit[]): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const edits = editsOf(current);
    if (edits.length === 0) return current;
    current = applied(current, edits);
  }
  throw new Error('edits bring up new ones without an end');
}
