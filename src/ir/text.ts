import type { Range } from './types.js';

const LINE_END = /[\n\r\u2028\u2029]/g;

/** Offset of the end of the line (before its terminator) that holds `pos`. */
export function lineEnd(text: string, pos: number): number {
  LINE_END.lastIndex = pos;
  return LINE_END.exec(text)?.index ?? text.length;
}

/** The part of a range that stands on its first line. */
export function firstLine(text: string, [start, end]: Range): Range {
  return [start, Math.max(start, Math.min(end, lineEnd(text, start)))];
}

/** Offset after a comment that starts at `pos`; `pos` itself where none starts. An open block comment ends the text. */
export function commentEnd(text: string, pos: number): number {
  if (text.startsWith('//', pos)) return lineEnd(text, pos);
  if (!text.startsWith('/*', pos)) return pos;
  const close = text.indexOf('*/', pos + 2);
  return close === -1 ? text.length : close + 2;
}

/** Offset of the first token at or after `pos`: behind white space and comments. */
export function skipTrivia(text: string, pos: number): number {
  let at = pos;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    const after = commentEnd(text, at);
    if (after === at) return at;
    at = after;
  }
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /[\s\u0085\u200b]/.test(String.fromCharCode(code));
}

/** Range of the first `keyword` at or after `pos`, which the caller knows to be there. */
export function keywordRange(text: string, keyword: string, pos: number): Range {
  const start = text.indexOf(keyword, pos);
  return [start, start + keyword.length];
}

/** Range of the `=>` before an arrow function's body, which starts at `bodyStart`. */
export function arrowRange(text: string, bodyStart: number): Range {
  const start = text.lastIndexOf('=>', bodyStart - 2);
  return [start, start + 2];
}

/** A property key that is written as a number or a bigint, as `String(…)` of its value gives it. */
export function numericKey(source: string): string {
  const digits = source.replaceAll('_', '');
  return digits.endsWith('n') ? String(BigInt(digits.slice(0, -1))) : String(Number(digits));
}

const VALID_ESCAPES = /^(?:[^\\]|\\(?:[^ux0-9]|0(?!\d)|x[\da-f]{2}|u[\da-f]{4}|u\{0*(?:10|[\da-f])?[\da-f]{1,4}\}))*$/i;

/** Whether a template's raw text has a value (ECMAScript 2018 admits invalid escapes in tagged templates only). */
export function hasValidEscapes(raw: string): boolean {
  return !raw.includes('\\') || VALID_ESCAPES.test(raw);
}

/** A text with spaces instead of everything in `ranges` (sorted, apart from each other) but line ends. */
export function outside(text: string, ranges: readonly Range[]): string {
  let result = '';
  let at = 0;
  for (const [start, end] of ranges) {
    result += text.slice(at, start) + text.slice(start, end).replaceAll(/[^\n\r\u2028\u2029]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}
