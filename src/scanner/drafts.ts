import type { Repair } from '../analysis/finding.js';
import { compareText, displayPath } from '../packages/paths.js';
import { compatible, edited } from './apply.js';
import { Lines } from './lines.js';
import type { Inspection } from './pipeline.js';
import type { Parse } from './project.js';
import { readSource, type ReadResult } from './read.js';
import type { Diagnostic } from './types.js';

/** What becomes of a file, without its byte-order mark. The masked texts have the same lines, with `*` for secrets. */
export interface Draft {
  /** Absolute path. */
  readonly file: string;
  /** What the scan read. */
  readonly original: string;
  readonly maskedOriginal: string;
  readonly text: string;
  readonly masked: string;
  /** How many repairs were made. */
  readonly repairs: number;
}

/** Texts with edits that are not on the disk yet; a scan reads through them. */
export class Drafts {
  readonly #cwd: string;
  readonly #drafts = new Map<string, Draft>();
  readonly #unparsable = new Map<string, string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  readonly read = (file: string): ReadResult => {
    const draft = this.#drafts.get(file);
    return draft === undefined ? readSource(file) : { text: draft.text };
  };

  /** Files whose text is another one now, sorted. */
  get changed(): readonly Draft[] {
    const changed = [...this.#drafts.values()].filter(({ text, original }) => text !== original);
    return changed.sort((a, b) => compareText(a.file, b.file));
  }

  /** Files whose edits were not made, because they would not parse afterwards. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#unparsable].map(([file, message]) => ({ file: displayPath(file, this.#cwd), message }));
  }

  /**
   * Makes the repairs of one pass in files that were discovered.
   * @returns whether any text is another one now
   */
  edit(inspection: Inspection, repairs: ReadonlyMap<string, readonly Repair[]>, parse: Parse): boolean {
    const made = [...repairs].map(([file, ofFile]) => !this.#unparsable.has(file) && this.#editFile(file, ofFile, inspection, parse));
    return made.includes(true);
  }

  #editFile(file: string, repairs: readonly Repair[], { textOf, mask }: Inspection, parse: Parse): boolean {
    const text = textOf(file);
    if (text === undefined) return false;
    const chosen = compatible(repairs);
    const edits = chosen.flatMap((repair) => repair.edits);
    const next = edited(text, edits);
    const problem = syntaxError(file, next, parse);
    if (problem !== undefined) {
      this.#unparsable.set(file, `Edits were not made, because the file could not be parsed with them (${problem}).`);
      return false;
    }
    const before = this.#drafts.get(file);
    const scanned = mask.source(file, text);
    const masked = before === undefined ? scanned : maskedByEither(text, before.masked, scanned);
    this.#drafts.set(file, {
      file,
      original: before?.original ?? text,
      maskedOriginal: before?.maskedOriginal ?? masked,
      text: next,
      masked: edited(masked, edits.map((edit) => ({ ...edit, text: mask.fragment(edit.text) }))),
      repairs: (before?.repairs ?? 0) + chosen.length,
    });
    return next !== text;
  }
}

/** A text with `*` for what either of two masked versions of it hides: a finding that is repaired cannot tell of its secrets any more. */
export function maskedByEither(text: string, a: string, b: string): string {
  return text.split('').map((unit, index) => (a[index] === unit ? b[index] ?? '*' : '*')).join('');
}

function syntaxError(file: string, text: string, parse: Parse): string | undefined {
  try {
    const parsed = parse(file, text);
    if ('ir' in parsed) return undefined;
    const { line, column } = new Lines(text).position(parsed.error.offset);
    return `${line}:${column}: ${parsed.error.message}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
