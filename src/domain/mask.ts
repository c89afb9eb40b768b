/** What a message says in place of a secret: its length and nothing else. */
export function mask(secret: string): string {
  const length = Array.from(secret).length;
  return length === 0 ? '<empty>' : `<${length} character${length === 1 ? '' : 's'}>`;
}

/**
 * The text with every occurrence of the secrets replaced by `*`, lengths and line breaks kept. Found are the secret,
 * its lines one by one (a frame may show one line of a key, further in or out), and both as a string literal would spell
 * them (`\n`, `\'`). Where the place of a secret is known, `maskRanges` is surer: a literal may spell its value in other ways.
 */
export function maskIn(text: string, secrets: readonly string[]): string {
  return maskRanges(text, secrets.flatMap(appearances).flatMap((needle) => occurrences(text, needle)));
}

/** The text with the given `[start, end)` ranges (UTF-16 offsets, any order, overlaps allowed) replaced by `*`. */
export function maskRanges(text: string, ranges: readonly (readonly [start: number, end: number])[]): string {
  const units = text.split('');
  for (const [start, end] of ranges) {
    for (let index = Math.max(0, start); index < Math.min(end, units.length); index += 1) {
      if (!/[\r\n]/.test(units[index] ?? '')) {
        units[index] = '*';
      }
    }
  }
  return units.join('');
}

/** Shorter lines of a longer secret, such as a bracket or the `|` of YAML, would hide what is none. */
const MIN_LINE = 6;

function appearances(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line.length >= MIN_LINE);
  const plain = [secret, ...lines].filter((part) => part.trim() !== '');
  const escaped = plain.map((part) => JSON.stringify(part).slice(1, -1));
  const singleQuoted = escaped.map((part) => part.replaceAll('\\"', '"').replaceAll("'", "\\'"));
  return [...new Set([...plain, ...escaped, ...singleQuoted])];
}

function occurrences(text: string, needle: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    found.push([at, at + needle.length]);
  }
  return found;
}
