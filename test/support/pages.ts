export interface Example {
  /** The fence's language: `ts`, `tsx`, `js`, `jsx`. */
  readonly language: string;
  readonly code: string;
  /** Line of the page on which the code starts, from 1. */
  readonly line: number;
}

/** Headings of a level below a page's title, in order. */
export function headings(page: string): string[] {
  return [...page.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
}

/** The text below a heading (`## Why`, `### Incorrect`) up to the next one of its level or above; empty without it. */
export function section(page: string, heading: string): string {
  const lines = page.split('\n');
  const start = lines.indexOf(heading) + 1;
  if (start === 0) return '';
  const level = heading.indexOf(' ');
  const length = lines.slice(start).findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start, length === -1 ? undefined : start + length).join('\n').trim();
}

/** The fenced code below a heading. */
export function examples(page: string, heading: string): Example[] {
  const text = section(page, heading);
  const offset = page.indexOf(text, page.indexOf(`${heading}\n`));
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(({ index, 1: language = '', 2: code = '' }) => {
    return { language, code, line: page.slice(0, offset + index).split('\n').length + 1 };
  });
}

/**
 * The ids that a page's Standards section claims, sorted: those in its list, or without one in its first sentence, as
 * rules write them (`CWE-347`, `V9.1.2`, `RFC 8725 3.1`, `NIST 5.1.1`, `A02:2021`, `API2:2023`). What follows are
 * remarks, which may also name what is not claimed.
 */
export function claimedStandards(text: string): string[] {
  const list = text.split('\n').filter((line) => line.startsWith('- '));
  const claims = list.length > 0 ? list.join('\n') : (text.split(/\.(?=\s|$)/, 1)[0] ?? '');
  const plain = [...claims.matchAll(/\bCWE-\d+|\bV\d+\.\d+\.\d+|\bA(?:PI)?\d+:20\d\d/g)].map(([id]) => id);
  const sections = [...claims.matchAll(/\b(RFC \d+|NIST SP 800-63B-4)\b(?:,? sections? (\d[\d.]*(?:(?:, | and )\d[\d.]*)*))?/g)];
  const numbered = sections.flatMap(([, source = '', numbers = '']) =>
    (numbers.match(/\d+(?:\.\d+)*/g) ?? ['']).map((number) => `${source.replace(' SP 800-63B-4', '')} ${number}`.trim()));
  return [...plain, ...numbered].sort();
}
