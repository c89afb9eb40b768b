import type { Position } from './types.js';

/** Converts offsets (UTF-16 code units) of one text to lines and columns from 1. Line ends are those of ECMAScript. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    const lineEnd = /\r\n|[\r\n\u2028\u2029]/g;
    while (lineEnd.exec(text)) this.#starts.push(lineEnd.lastIndex);
  }

  /** Position of an offset; one that lies beyond the text counts from the last line's start. */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#start(low) + 1 };
  }

  #start(index: number): number {
    return this.#starts[index] ?? 0;
  }
}
