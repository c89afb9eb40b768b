import type { Range } from '../../ir/types.js';
import { Markup, type Tag } from './markup.js';

/** The dialects of scripts, by the extension that a file of such code would have. */
export type Dialect = 'js' | 'ts' | 'tsx';

/** A script of a component. */
export interface Script {
  /** Of its code, in the whole text. */
  readonly range: Range;
  readonly dialect: Dialect;
  /**
   * `module`: what is evaluated once, when the file is loaded; `instance`: what a Svelte component does each time that
   * it is made; `page`: a script of an Astro page, which the browser runs apart from all others.
   */
  readonly role: 'module' | 'instance' | 'page';
}

const VOID: ReadonlySet<string> = new Set([
  'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr',
]);
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea']);

/**
 * The scripts of a Vue single-file component: those of its top level (https://vuejs.org/api/sfc-spec.html). The content
 * of every other block than an HTML template is opaque text.
 */
export function vueScripts(text: string): Script[] {
  const markup = new Markup(text, false);
  const scripts: Script[] = [];
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const tag = markup.startTag(at);
    if (tag === undefined) at = markup.afterMarkup(at);
    else if (tag.selfClosing) at = tag.end;
    else if (tag.name === 'template' && (tag.attributes.get('lang') ?? 'html') === 'html') at = afterTemplate(markup, tag);
    else {
      at = markup.rawTextEnd(tag.name, tag.end);
      if (tag.name === 'script') scripts.push(...scriptOf(tag, at, dialectOf(tag), 'module'));
    }
  }
  return scripts;
}

/** Templates nest; a `<` in an interpolation starts no tag. */
function afterTemplate(markup: Markup, template: Tag): number {
  const { text } = markup;
  const next = /\{\{|</g;
  let depth = 1;
  // Where the next of each stands, because looking for one again from every `{{` could cost the whole text each time.
  let [close, end] = [0, 0];
  next.lastIndex = template.end;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const at = match.index;
    if (match[0] === '{{') {
      if (close < at) close = before(text, '}}', at);
      if (end < at) end = before(text, '</template', at);
      if (close < end) next.lastIndex = close;
      continue;
    }
    const tag = markup.startTag(at);
    next.lastIndex = tag?.end ?? markup.afterMarkup(at);
    if (tag === undefined) {
      if (/^<\/template[\s/>]/i.test(text.slice(at, at + 12)) && --depth === 0) return next.lastIndex;
    } else if (!tag.selfClosing) {
      if (tag.name === 'template') depth++;
      if (RAW_TEXT.has(tag.name)) next.lastIndex = markup.rawTextEnd(tag.name, tag.end);
    }
  }
  return text.length;
}

/** Offset of the next `words`. */
function before(text: string, words: string, from: number): number {
  const index = text.indexOf(words, from);
  return index === -1 ? text.length : index;
}

/** The names of what is open, innermost last. */
class Open {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  push(name: string): void {
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Closes the innermost of a name and what is open in it; nothing where none is open. */
  close(name: string): void {
    if (!this.#counts.get(name)) return;
    for (let last = this.#names.pop(); last !== undefined; last = this.#names.pop()) {
      this.#counts.set(last, (this.#counts.get(last) ?? 0) - 1);
      if (last === name) return;
    }
  }
}

/** The scripts of a Svelte component: those that stand in no element and no block. One in TypeScript makes all so. */
export function svelteScripts(text: string): Script[] {
  const markup = new Markup(text, true);
  const scripts: { readonly tag: Tag; readonly end: number }[] = [];
  const open = new Open();
  const next = /[<{]/g;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    const at = match.index;
    if (match[0] === '{') {
      const sign = /^\{\s*([#/])/.exec(text.slice(at, at + 8))?.[1];
      if (sign === '#') open.push('#');
      else if (sign === '/') open.close('#');
      next.lastIndex = sign === '/' ? markup.after('}', at) : markup.afterBraces(at);
      continue;
    }
    const tag = markup.startTag(at);
    next.lastIndex = tag?.end ?? markup.afterMarkup(at);
    if (tag === undefined) open.close(/^<\/([^\s>]*)/.exec(text.slice(at, next.lastIndex))?.[1] ?? '');
    else if (tag.selfClosing || VOID.has(tag.name)) continue;
    else if (RAW_TEXT.has(tag.name)) {
      const end = markup.rawTextEnd(tag.name, tag.end);
      if (tag.name === 'script' && open.isEmpty) scripts.push({ tag, end });
      next.lastIndex = markup.afterMarkup(end);
    } else open.push(tag.name);
  }
  const isTypeScript = scripts.some(({ tag }) => dialectOf(tag) === 'ts');
  return scripts.flatMap(({ tag, end }) => {
    const isModule = tag.attributes.has('module') || tag.attributes.get('context') === 'module';
    return scriptOf(tag, end, isTypeScript ? 'ts' : dialectOf(tag), isModule ? 'module' : 'instance');
  });
}

const FENCE = '---';

/** The frontmatter of an Astro component and the scripts of its page, wherever they stand. All are TypeScript. */
export function astroScripts(text: string): Script[] {
  const markup = new Markup(text, true);
  let at = text.search(/\S|$/);
  while (text.startsWith('<!--', at)) {
    at = markup.afterMarkup(at);
    at += text.slice(at).search(/\S|$/);
  }
  if (!text.startsWith(FENCE, at)) return pageScripts(markup, 0);
  const start = at + FENCE.length;
  const end = fence(markup, start);
  return [{ range: [start, end], dialect: 'ts', role: 'module' }, ...pageScripts(markup, end + FENCE.length)];
}

/** Where the `---` stands that ends the frontmatter. */
function fence(markup: Markup, start: number): number {
  for (let at = start; at < markup.text.length; at = markup.afterToken(at)) {
    if (markup.text.startsWith(FENCE, at)) return at;
  }
  return markup.text.length;
}

const PAGE_START = /<(?=[a-zA-Z!?/])|\{\s*(?=\/\*)/g;

function pageScripts(markup: Markup, start: number): Script[] {
  const scripts: Script[] = [];
  const next = new RegExp(PAGE_START);
  next.lastIndex = start;
  for (let match = next.exec(markup.text); match !== null; match = next.exec(markup.text)) {
    const at = match.index;
    const tag = match[0] === '<' ? markup.startTag(at) : undefined;
    if (tag === undefined) next.lastIndex = match[0] === '<' ? markup.afterMarkup(at) : markup.afterBraces(at);
    else if (tag.selfClosing || !RAW_TEXT.has(tag.name)) next.lastIndex = tag.end;
    else {
      next.lastIndex = markup.rawTextEnd(tag.name, tag.end);
      if (tag.name === 'script') scripts.push(...scriptOf(tag, next.lastIndex, 'ts', 'page'));
    }
  }
  return scripts;
}

/** Types of scripts that run: https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type, and TypeScript's. */
const SCRIPT_TYPE = /^(?:|module|ts|(?:text|application)\/(?:x-)?(?:java|ecma|type)script)$/i;

/** None when the element loads a file, holds data, or is in a language that is neither JavaScript nor TypeScript. */
function scriptOf({ attributes, end: start }: Tag, end: number, dialect: Dialect | undefined, role: Script['role']): Script[] {
  if (dialect === undefined || attributes.has('src') || !SCRIPT_TYPE.test(attributes.get('type') ?? '')) return [];
  return [{ range: [start, end], dialect, role }];
}

function dialectOf({ attributes }: Tag): Dialect | undefined {
  const type = attributes.get('type') ?? '';
  switch (attributes.get('lang') ?? (/^ts$|typescript/i.test(type) ? 'ts' : '')) {
    case '':
    case 'js':
    case 'javascript':
    case 'jsx':
      return 'js';
    case 'ts':
    case 'typescript':
      return 'ts';
    case 'tsx':
      return 'tsx';
    default:
      return undefined;
  }
}
