import type { Setting } from '../../ir/settings.js';
import { lineEnd } from '../../ir/text.js';
import type { Range } from '../../ir/types.js';
import { withFallback } from './interpolation.js';

/** `export NAME = `, at the start of a line. */
const ASSIGNMENT = /[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*/dy;
const PEM_START = /^-----BEGIN [A-Z ]+-----/;
const PEM_END = /-----END [A-Z ]+-----/g;

/**
 * The settings of a file as `dotenv` 16 reads it: `NAME=value`, maybe behind `export`; quotes of three kinds, in which a
 * value may have several lines; a `#` after white space begins a comment. A key as PEM may stand without quotes.
 */
export function parseDotenv(text: string): Setting[] {
  const settings: Setting[] = [];
  let at = 0;
  while (at < text.length) {
    ASSIGNMENT.lastIndex = at;
    const match = ASSIGNMENT.exec(text);
    let end = lineEnd(text, at);
    if (match !== null) {
      const [whole, name = ''] = match;
      const range = valueRange(text, at + whole.length);
      settings.push(withFallback({ name, nameRange: match.indices?.[1] ?? [at, at], ...valueIn(text, range) }));
      end = lineEnd(text, range[1]);
    }
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return settings;
}

function valueRange(text: string, start: number): Range {
  const quote = text.charAt(start);
  if (/["'`]/.test(quote)) {
    const close = closingQuote(text, quote, start + 1);
    if (close !== undefined) return [start, close + 1];
  }
  const rest = text.slice(start, lineEnd(text, start));
  if (PEM_START.test(rest)) {
    PEM_END.lastIndex = start;
    if (PEM_END.exec(text) !== null) return [start, PEM_END.lastIndex];
  }
  const comment = /(?:^|[ \t])#/.exec(rest);
  return [start, start + (comment === null ? rest : rest.slice(0, comment.index)).trimEnd().length];
}

/** Where a quoted value ends: nothing but a comment may follow in its line. */
function closingQuote(text: string, quote: string, from: number): number | undefined {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (text.charAt(at - 1) === '\\') continue;
    return /^[ \t]*(?:#.*)?$/.test(text.slice(at + 1, lineEnd(text, at))) ? at : undefined;
  }
  return undefined;
}

function valueIn(text: string, [start, end]: Range): Pick<Setting, 'value' | 'range'> {
  const written = text.slice(start, end);
  const isQuoted = written.length >= 2 && /^["'`]/.test(written) && written.endsWith(written.charAt(0));
  return { value: isQuoted ? written.slice(1, -1) : written, range: [start, end] };
}
