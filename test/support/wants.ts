/** What a line of a fixture expects. */
export interface Want {
  readonly ruleId: string;
  /** From 1. */
  readonly line: number;
  /** What the message must match. */
  readonly message: RegExp | undefined;
  /** Whether only the scanner can know. */
  readonly projectOnly: boolean;
  /** Whether its rule tells the flaw by the names that the file gives its variables. */
  readonly named: boolean;
}

/** A finding as every host can give it: lines and columns from 1, the end exclusive. */
export interface Reported {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const ITEM = /([a-z][a-z\d-]*)(?:\s+\/((?:\\.|[^/\\])+)\/)?/;
const COMMENT = new RegExp(`(?://|/\\*|#) *want((?::project|:named)*) +(${ITEM.source}(?:, *${ITEM.source})*)`, 'g');

/**
 * Reads the expectations of an annotated text: `// want <rule-id>, <rule-id> /message/` (in JSX as a block comment, in YAML and
 * .env files behind `#`) and `// want:project <rule-id>` (`// want:named <rule-id>`), each about the line that it ends.
 */
export function wantsIn(text: string): Want[] {
  return text.split(/\r?\n/).flatMap((content, index) =>
    [...content.matchAll(COMMENT)].flatMap(([, marks = '', items = '']) =>
      [...items.matchAll(new RegExp(ITEM, 'g'))].map(([, ruleId = '', message]) => ({
        ruleId,
        line: index + 1,
        message: message === undefined ? undefined : new RegExp(message),
        projectOnly: marks.includes(':project'),
        named: marks.includes(':named'),
      })),
    ),
  );
}

/**
 * The packages that the first line names (`// versions: jsonwebtoken@8.5.1, express@^4.18.0`; in a component in a comment
 * of HTML, or first in the frontmatter), with their versions.
 */
export function versionsIn(text: string): ReadonlyMap<string, string> {
  const header = /^\uFEFF?(?:(?:---\r?\n)?\/\/|<!--) versions: *(.+?)(?: *-->)?\r?(?:\n|$)/.exec(text)?.[1] ?? '';
  const entries = header.split(/, *(?=[@a-z])/).filter((entry) => entry !== '');
  return new Map(entries.map((entry) => [entry.slice(0, entry.lastIndexOf('@')), entry.slice(entry.lastIndexOf('@') + 1).trim()]));
}

/** One sentence for every finding that no want expects. */
export function unexpected(file: string, reported: readonly Reported[], wants: readonly Want[]): string[] {
  return reported
    .filter((finding) => !wants.some((want) => meets(finding, want)))
    .map(({ line, column, ruleId, message }) => `${file}:${line}:${column} unexpected ${ruleId}: ${message}`);
}

/** One sentence for every want that no finding meets. */
export function missing(file: string, reported: readonly Reported[], wants: readonly Want[]): string[] {
  return wants
    .filter((want) => !reported.some((finding) => meets(finding, want)))
    .map(({ line, ruleId, message }) => `${file}:${line} missing ${ruleId}${message === undefined ? '' : ` ${String(message)}`}`);
}

function meets(finding: Reported, want: Want): boolean {
  return finding.ruleId === want.ruleId && finding.line === want.line && (want.message?.test(finding.message) ?? true);
}

/** Rule and range of each finding of `part` that `whole` has not. */
export function beyond(file: string, part: readonly Reported[], whole: readonly Reported[]): string[] {
  const known = new Set(whole.map(identity));
  return part.map(identity).filter((finding) => !known.has(finding)).map((finding) => `${file}: only in the editor: ${finding}`);
}

function identity({ ruleId, line, column, endLine, endColumn }: Reported): string {
  return `${ruleId} at ${line}:${column}-${endLine}:${endColumn}`;
}
