import type { Edit, Repair } from '../analysis/finding.js';

/**
 * The repairs that can be made in one pass: in the order of the text, and of two that touch only the first. As in
 * ESLint (lib/linter/source-code-fixer.js) a repair reaches from its first edit to its last. The edits of the others
 * are for the next pass, when the text is another.
 */
export function compatible(repairs: readonly Repair[]): Repair[] {
  const spans = repairs
    .filter(({ edits }) => edits.length > 0)
    .map((repair) => ({
      repair,
      start: Math.min(...repair.edits.map(({ range }) => range[0])),
      end: Math.max(...repair.edits.map(({ range }) => range[1])),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const chosen: Repair[] = [];
  let last = -1;
  for (const { repair, start, end } of spans) {
    if (start <= last) continue;
    chosen.push(repair);
    last = end;
  }
  return chosen;
}

/** The text with edits made that do not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let result = '';
  let from = 0;
  for (const { range: [start, end], text: replacement } of sorted) {
    result += text.slice(from, start) + replacement;
    from = end;
  }
  return result + text.slice(from);
}
