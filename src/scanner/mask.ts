import type { Place } from '../analysis/finding.js';
import { maskIn, maskRanges } from '../domain/mask.js';
import type { SettingsIR } from '../ir/settings.js';
import type { Range } from '../ir/types.js';

/** Shorter texts would hide ordinary words wherever they stand. */
const minLengthElsewhere = 6;
/** `secret`, `password`: sentences are made of such words, too. */
const plainWord = /^[A-Za-z][a-z]{1,12}$/;

/** Names whose literal is hidden wherever a frame would show it, finding or not. */
const NAMES = 'secret|passw(?:or)?d|passphrase|pwd|\\bpass|(?:api|access|private|signing|encryption)_?key|credential|salt|pepper';
/** `name: 'x'`, `name = 'x'`, `name || 'x'`, `'name', 'x'`. */
const namedSecret = new RegExp(`(?:${NAMES})\\w*['"\\]]*\\s*(?::\\s*\\w+\\s*)?(?:[:=,]|\\|\\||\\?\\?)=?\\s*(["'\`])([^"'\`\\n]+)\\1`, 'gi');
/** `setItem('access_token', 'x')`: what stands under such a key, while a constant of such a name mostly holds the key. */
const keyedSecret = /["'`][\w.:-]*(?:token|jwt|session)[\w.:-]*["'`]\s*,\s*(["'`])([^"'`\n]+)\1/gi;
/** In a file of settings, commented out or not: whatever stands behind `NAME=`, and what such a name has behind its colon. */
const writtenSetting = new RegExp(`^[^\\n=:]*=[ \\t]*(\\S.*)$|(?:${NAMES}|key|token)[\\w.-]*["']?\\s*[:=][ \\t]*([^\\s|>&*].*)$`, 'gim');
/** Texts that are secrets by their form: PEM keys, JWTs, well-known token prefixes, passwords in addresses. */
const formattedSecret = new RegExp(
  [
    '-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*',
    'eyJ[\\w-]{8,}\\.[\\w-]{8,}\\.[\\w-]*',
    '\\b(?:sk|rk|whsec)_(?:live|test)?_?\\w{8,}',
    '\\b(?:ghp|gho|ghs|ghu)_\\w{16,}|\\bgithub_pat_\\w{16,}|\\bxox[abprs]-[\\w-]{10,}|\\bAKIA[A-Z0-9]{16}\\b',
    '(?<=\\w://[^\\s:/@"\'`]{0,64}:)[^\\s:/@"\'`$]+(?=@)',
  ].join('|'),
  'g',
);
/** Whole texts, and what stands behind the hole of a template, that look drawn: hex digits, or letters of both cases with several digits. */
const drawnText = /(?<=["'`}])(?:[\da-f]{32,}|[\dA-F]{32,}|(?=(?:[A-Za-z_+/-]*\d){3})(?=[\w+/-]*[a-z])(?=[\w+/-]*[A-Z])[\w+/-]{20,}={0,2})(?=["'`$])/g;
/** In an env file: a line that sets nothing and is no comment may be the rest of a value. */
const unreadLine = /^[ \t]*[^\s#][^=\r\n]*$/gm;

/** Replaces what is or may be a secret by `*`, so that offsets, lines and columns stay. */
export class Mask {
  readonly #places: readonly Place[];
  readonly #texts: readonly string[];
  readonly #settings: ReadonlyMap<string, SettingsIR>;

  /**
   * @param places literals that are or may be secrets, in whatever file
   * @param textOf the text of a file, for these literals' own text
   * @param settings files of which no value is shown
   */
  constructor(places: readonly Place[], textOf: (file: string) => string | undefined, settings: ReadonlyMap<string, SettingsIR> = new Map()) {
    this.#places = places;
    this.#settings = settings;
    const texts = places.map(({ file, range }) => {
      const text = textOf(file) ?? '';
      return text.slice(...insideQuotes(text, range));
    });
    this.#texts = [...new Set(texts)].filter((text) => text.length >= minLengthElsewhere);
  }

  /** A file's text, for frames. */
  source(file: string, text: string): string {
    const known = this.#places.filter((place) => place.file === file).map(({ range }) => insideQuotes(text, range));
    return this.#code(text, [...known, ...settingRanges(text, this.#settings.get(file))]);
  }

  /** Code that stands in no file: what an edit inserts. */
  fragment(text: string): string {
    return this.#code(text, []);
  }

  #code(text: string, known: readonly Range[]): string {
    const ranges = [...known];
    for (const match of [...text.matchAll(namedSecret), ...text.matchAll(keyedSecret)]) {
      const end = match.index + match[0].length - 1;
      ranges.push([end - (match[2]?.length ?? 0), end]);
    }
    for (const match of [...text.matchAll(formattedSecret), ...text.matchAll(drawnText)]) ranges.push([match.index, match.index + match[0].length]);
    return this.#hidden(maskRanges(text, ranges), this.#texts);
  }

  /** A message or note, whose own words stay: what it shows of the code stands between backquotes, or is no plain word. */
  prose(text: string): string {
    const noWords = this.#texts.filter((secret) => !plainWord.test(secret));
    return text.split(/(`[^`]*`)/).map((part, index) => this.#hidden(part, index % 2 === 1 ? this.#texts : noWords)).join('');
  }

  #hidden(text: string, secrets: readonly string[]): string {
    return secrets.length === 0 ? text : maskIn(text, secrets);
  }
}

function settingRanges(text: string, ir: SettingsIR | undefined): Range[] {
  if (ir === undefined) return [];
  const written = [...text.matchAll(writtenSetting)].map((match): Range => {
    const end = match.index + match[0].length;
    return [end - (match[1] ?? match[2] ?? '').length, end];
  });
  const isRead = (at: number): boolean => ir.settings.some(({ range }) => range[0] <= at && at < range[1]);
  const lines = ir.source === 'env' ? [...text.matchAll(unreadLine)].filter(({ index }) => !isRead(index)) : [];
  const unread = lines.map((match): Range => [match.index, match.index + match[0].length]);
  return [...ir.settings.map(({ range }) => insideQuotes(text, range)), ...written, ...unread];
}

/** The range without the quotes, if it has them: they may be shown. */
function insideQuotes(text: string, [start, end]: Range): Range {
  const quoted = end - start >= 2 && /["'`]/.test(text.charAt(start)) && text.charAt(end - 1) === text.charAt(start);
  return quoted ? [start + 1, end - 1] : [start, end];
}
