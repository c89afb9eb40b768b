/** A start tag. */
export interface Tag {
  /** As written. */
  readonly name: string;
  /** By lower-case name; a bare attribute is the empty text, an expression in braces its source. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** Offset behind the `>`. */
  readonly end: number;
}

const TAG_NAME = /[a-zA-Z][^\s/>]*/y;
const SPACE = /[\s/]*/y;
const EQUALS = /\s*=\s*/y;
const ATTRIBUTE_NAME = /[^\s=>/{][^\s=>/]*/y;
const UNQUOTED = /[^\s>"'`{]+/y;
const REGEXP = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\//y;
/** What stands before a regular expression; before a division stands a value. */
const BEFORE_REGEXP = /(?:^|[([{,;:=!?&|+\-*%~^<>]|\b(?:return|typeof|case|in|of|void|await))\s*$/;
const LOOK_BEHIND = 24;

/** After so many braces that nothing closes no more are looked for, because each costs the rest of the text. */
const MAX_UNCLOSED = 20;

/**
 * The lexical layer of markup that holds code. Methods take an offset and give the offset behind what they read; what
 * is never closed ends with the text. Nothing here throws.
 */
export class Markup {
  readonly text: string;
  readonly #braces: boolean;
  #unclosed = 0;

  /** @param braces whether tags may hold expressions in braces */
  constructor(text: string, braces: boolean) {
    this.text = text;
    this.#braces = braces;
  }

  /** The tag that starts with the `<` at `start`; `undefined` where none does. */
  startTag(start: number): Tag | undefined {
    const name = this.#match(TAG_NAME, start + 1);
    if (name === undefined) return undefined;
    const attributes = new Map<string, string>();
    let at = start + 1 + name.length;
    while (at < this.text.length) {
      at += this.#match(SPACE, at)?.length ?? 0;
      if (this.text[at] === '>') return { name, attributes, selfClosing: this.text[at - 1] === '/', end: at + 1 };
      const key = this.#match(ATTRIBUTE_NAME, at);
      if (key === undefined) {
        // `{name}` and `{...properties}`
        at = this.#isBrace(at) ? this.afterBraces(at) : at + 1;
        continue;
      }
      at += key.length;
      const equals = this.#match(EQUALS, at);
      const from = at + (equals?.length ?? 0);
      if (equals !== undefined) at = this.#afterValue(from);
      attributes.set(key.toLowerCase(), this.text.slice(from, at).replace(/^(["'])([^]*)\1$/, '$2'));
    }
    return { name, attributes, selfClosing: false, end: at };
  }

  #afterValue(from: number): number {
    const quote = this.text.charAt(from);
    if (quote === '`') return this.#afterTemplate(from);
    if (quote === '"' || quote === '\'') return this.#afterQuoted(from, quote);
    let at = from;
    for (;;) {
      const plain = this.#match(UNQUOTED, at);
      if (plain !== undefined) at += plain.length;
      else if (this.#isBrace(at)) at = this.afterBraces(at);
      else return at;
    }
  }

  /** A quote in an expression does not end the value. */
  #afterQuoted(from: number, quote: string): number {
    let at = from + 1;
    while (at < this.text.length && this.text[at] !== quote) at = this.#isBrace(at) ? this.afterBraces(at) : at + 1;
    return Math.min(at + 1, this.text.length);
  }

  /** Offset behind the comment, end tag, declaration or processing instruction at `start`; else the `<` is text. */
  afterMarkup(start: number): number {
    if (this.text.startsWith('<!--', start)) return this.after('-->', start + 4);
    return /[!/?]/.test(this.text.charAt(start + 1)) ? this.after('>', start) : start + 1;
  }

  /** Where the end tag of a raw-text element stands whose content starts at `from`, whatever is around it. */
  rawTextEnd(name: string, from: number): number {
    const close = new RegExp(`</${name.replaceAll(/[^\w-]/g, '.')}(?=[\\s/>])`, 'gi');
    close.lastIndex = from;
    return close.exec(this.text)?.index ?? this.text.length;
  }

  /** Offset behind the next `words`. */
  after(words: string, from: number): number {
    const index = this.text.indexOf(words, from);
    return index === -1 ? this.text.length : index + words.length;
  }

  /** Offset behind the brace that closes the one at `start`; behind that one alone where none does. */
  afterBraces(start: number): number {
    let depth = 0;
    for (let at = start; at < this.text.length && this.#unclosed < MAX_UNCLOSED;) {
      if (this.text[at] === '{') depth++;
      else if (this.text[at] === '}' && --depth === 0) return at + 1;
      at = this.afterToken(at);
    }
    this.#unclosed++;
    return start + 1;
  }

  /** Offset behind the comment, string, template or regular expression at `at`, else behind one character. */
  afterToken(at: number): number {
    const { text } = this;
    switch (text[at]) {
      case '"':
      case '\'':
        return this.#afterString(at);
      case '`':
        return this.#afterTemplate(at);
      case '/': {
        if (text[at + 1] === '*') return this.after('*/', at + 2);
        if (text[at + 1] === '/') return this.after('\n', at) - 1;
        const isRegExp = BEFORE_REGEXP.test(text.slice(Math.max(0, at - LOOK_BEHIND), at));
        return at + ((isRegExp ? this.#match(REGEXP, at)?.length : undefined) ?? 1);
      }
      default:
        return at + 1;
    }
  }

  /** A string ends with its line. */
  #afterString(start: number): number {
    for (let at = start + 1; at < this.text.length; at++) {
      if (this.text[at] === '\\') at++;
      else if (this.text[at] === this.text[start]) return at + 1;
      else if (this.text[at] === '\n') return at;
    }
    return this.text.length;
  }

  #afterTemplate(start: number): number {
    let at = start + 1;
    while (at < this.text.length) {
      if (this.text[at] === '`') return at + 1;
      if (this.text[at] === '\\') at += 2;
      else at = this.text.startsWith('${', at) ? this.afterBraces(at + 1) : at + 1;
    }
    return this.text.length;
  }

  #isBrace(at: number): boolean {
    return this.#braces && this.text[at] === '{';
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0];
  }
}
