/** Keeps one copy of each string, and nothing of the text that it was cut from (V8's slices keep the whole alive). */
export class Interner {
  readonly #known = new Map<string, string>();

  intern(slice: string): string {
    let copy = this.#known.get(slice);
    if (copy === undefined) {
      copy = Buffer.from(slice).toString();
      this.#known.set(copy, copy);
    }
    return copy;
  }
}
