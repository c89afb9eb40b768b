import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Setting } from '../../ir/settings.js';
import type { Range } from '../../ir/types.js';
import { withFallback } from './interpolation.js';

const require = createRequire(import.meta.url);

/** Maps that are read in one text; aliases of aliases can make more of them than there is memory for. */
const MAX_MAPS = 20_000;

export type YamlNode = Yaml.Node | null | undefined;

/** The documents of a YAML text, and how to read their nodes. Aliases and merge keys are followed. */
export class YamlText {
  // Loaded when needed, because loading takes longer than reading a thousand files.
  readonly #yaml = require('yaml') as typeof Yaml;
  readonly #text: string;
  #document: Yaml.Document | undefined;
  readonly #targets = new Map<Yaml.Alias, YamlNode>();
  #maps = 0;
  #isPartial = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Root nodes of the documents that are valid; templates of YAML mostly are not. */
  *roots(): Iterable<YamlNode> {
    for (const document of this.#yaml.parseAllDocuments(this.#text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false })) {
      if (!('errors' in document)) continue;
      if (document.errors.length > 0) {
        this.#isPartial = true;
        continue;
      }
      this.#document = document;
      yield document.contents;
    }
  }

  /** Whether `roots` has left out a document that is not valid. */
  get isPartial(): boolean {
    return this.#isPartial;
  }

  /** The pairs of a map, those of the maps that it merges behind its own. Of anything else none. */
  *pairs(node: YamlNode): Iterable<{ readonly key: Yaml.Scalar; readonly value: YamlNode }> {
    const map = this.#resolved(node);
    if (!this.#yaml.isMap(map) || this.#maps++ > MAX_MAPS) return;
    const merged: YamlNode[] = [];
    for (const { key, value } of map.items) {
      if (!this.#yaml.isScalar(key)) continue;
      if (key.value === '<<') merged.push(value as YamlNode);
      else yield { key, value: value as YamlNode };
    }
    for (const other of merged) for (const one of [other, ...this.items(other)]) yield* this.pairs(one);
  }

  /** The items of a list. Of anything else none. */
  items(node: YamlNode): YamlNode[] {
    const list = this.#resolved(node);
    return this.#yaml.isSeq(list) ? (list.items as YamlNode[]) : [];
  }

  /** The value of a map's key. */
  get(node: YamlNode, key: string): YamlNode {
    for (const pair of this.pairs(node)) if (pair.key.value === key) return pair.value;
    return undefined;
  }

  /** A scalar's text as written where it is no string; `undefined` of a map or a list. */
  text(node: YamlNode): string | undefined {
    const scalar = this.#resolved(node);
    if (!this.#yaml.isScalar(scalar)) return undefined;
    if (typeof scalar.value === 'string') return scalar.value;
    return scalar.value === null ? '' : scalar.source;
  }

  /** `name: value` as a setting. */
  setting(key: YamlNode, value: YamlNode): Setting | undefined {
    const name = this.text(key);
    const text = this.text(value);
    if (name === undefined || text === undefined) return undefined;
    return withFallback({ name, nameRange: this.#rangeOf(key), value: text, range: this.#rangeOf(value) });
  }

  /** `NAME=value`, the item of a list, as a setting. */
  assignment(node: YamlNode): Setting | undefined {
    const text = this.text(node);
    const equals = text?.indexOf('=') ?? -1;
    if (text === undefined || equals < 1) return undefined;
    const [start, end] = this.#rangeOf(node);
    const written = this.#text.slice(start, end);
    const isQuoted = /^["']/.test(written);
    const from = start + written.indexOf('=');
    const setting = { name: text.slice(0, equals), nameRange: [start + (isQuoted ? 1 : 0), from], range: [from + 1, end - (isQuoted ? 1 : 0)] } as const;
    return withFallback({ ...setting, value: text.slice(equals + 1) });
  }

  #resolved(node: YamlNode): YamlNode {
    if (!this.#yaml.isAlias(node) || this.#document === undefined) return node;
    // Every look-up goes through the whole document.
    if (!this.#targets.has(node)) this.#targets.set(node, node.resolve(this.#document));
    return this.#targets.get(node);
  }

  #rangeOf(node: YamlNode): Range {
    const [start = 0, end = 0] = this.#resolved(node)?.range ?? [];
    return [start, end];
  }
}
