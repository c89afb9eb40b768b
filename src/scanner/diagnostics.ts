import { compareText, displayPath } from '../packages/paths.js';
import type { Diagnostic } from './types.js';

/** Collects diagnostics, each once. */
export class Diagnostics {
  readonly #byFile = new Map<string, Set<string>>();

  /** @param file absolute path */
  readonly add = (file: string, message: string): void => {
    const messages = this.#byFile.get(file);
    if (messages) messages.add(message);
    else this.#byFile.set(file, new Set([message]));
  };

  /** Sorted, with paths relative to `cwd`. */
  list(cwd: string): Diagnostic[] {
    const list = [...this.#byFile].flatMap(([file, messages]) =>
      [...messages].map((message) => ({ file: displayPath(file, cwd), message })),
    );
    return list.sort((a, b) => compareText(a.file, b.file) || compareText(a.message, b.message));
  }
}
