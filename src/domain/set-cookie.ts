/** A piece of a string that code builds: literal text, or a hole (its number is the caller's, say an index). */
export type Part = string | { readonly hole: number };

export interface ParsedSetCookie {
  /** The cookie's name; `''` for a nameless cookie, absent when a hole stands in it or in its place. */
  readonly name?: string;
  readonly nameParts: readonly Part[];
  readonly value: readonly Part[];
  /** Empty for sure: no hole and nothing but white space. */
  readonly valueIsEmpty: boolean;
  /**
   * By lower-case name; `true` without `=`. Of several with one name the last counts. `Secure`, `HttpOnly` and
   * `Partitioned` hold by being there: `Secure=false` is secure.
   */
  readonly attributes: ReadonlyMap<string, readonly Part[] | true>;
  /** A hole may hold further attributes, so that none is absent for sure. */
  readonly open: boolean;
}

/**
 * Reads a `Set-Cookie` header, or what is assigned to `document.cookie`, as user agents do (RFC 6265bis section
 * 5.6): the first `;` ends the pair, its first `=` ends the name, white space around is dropped, attribute names
 * have no case.
 *
 * Not looked at: sizes, control characters, and whether an attribute's value makes sense.
 *
 * A hole is taken for what its place asks for: a value after `=`. It may hide attributes (`open`) where it stands for a
 * whole attribute or an attribute's name, where it follows a piece of an attribute (`SameSite=Lax${secure}`), where it
 * follows another hole in the value (`${value}${attributes}`), and where the pair has no `=` of its own.
 */
export function parseSetCookie(parts: readonly Part[]): ParsedSetCookie {
  const [pair = [], ...rest] = splitAll(parts);
  const { name, value } = parsePair(pair);
  const attributes = new Map<string, readonly Part[] | true>();
  let open = name === undefined || hasAdjacentHoles(value);
  for (const segment of rest) {
    const equals = splitFirst(segment, '=');
    const key = trimParts(equals?.before ?? segment);
    const setting = equals && trimParts(equals.after);
    const keyText = literal(key);
    open ||= keyText === undefined || (setting !== undefined && setting.findLastIndex(isHole) > 0);
    if (keyText !== undefined && keyText !== '') {
      attributes.set(keyText.toLowerCase(), setting ?? true);
    }
  }
  const nameText = name && literal(name);
  return {
    ...(nameText !== undefined && { name: nameText }),
    nameParts: name ?? [],
    value,
    valueIsEmpty: literal(value) === '',
    attributes,
    open,
  };
}

/** The text of parts without holes, `undefined` with any. */
export function literal(parts: readonly Part[]): string | undefined {
  const texts = parts.filter((part) => typeof part === 'string');
  return texts.length === parts.length ? texts.join('') : undefined;
}

/** Without `=` and without holes the whole pair is the value of a nameless cookie; with holes nothing is known. */
function parsePair(pair: readonly Part[]): { name: Part[] | undefined; value: Part[] } {
  const equals = splitFirst(pair, '=');
  if (equals) {
    return { name: trimParts(equals.before), value: trimParts(equals.after) };
  }
  return { name: pair.some(isHole) ? undefined : [], value: trimParts(pair) };
}

function isHole(part: Part): part is { readonly hole: number } {
  return typeof part !== 'string';
}

function hasAdjacentHoles(parts: readonly Part[]): boolean {
  return parts.some((part, index) => {
    const next = parts[index + 1];
    return isHole(part) && next !== undefined && isHole(next);
  });
}

function splitAll(parts: readonly Part[]): Part[][] {
  const segments: Part[][] = [];
  let rest: readonly Part[] = parts;
  for (let cut = splitFirst(rest, ';'); cut; cut = splitFirst(rest, ';')) {
    segments.push(cut.before);
    rest = cut.after;
  }
  return [...segments, rest.filter((part) => part !== '')];
}

/** Cuts at the first separator in literal text, which goes; empty texts go too. `undefined` when there is none. */
function splitFirst(parts: readonly Part[], separator: string): { before: Part[]; after: Part[] } | undefined {
  const index = parts.findIndex((part) => !isHole(part) && part.includes(separator));
  const text = parts[index];
  if (text === undefined || isHole(text)) {
    return undefined;
  }
  const at = text.indexOf(separator);
  const keep = (list: readonly Part[]): Part[] => list.filter((part) => part !== '');
  return {
    before: keep([...parts.slice(0, index), text.slice(0, at)]),
    after: keep([text.slice(at + 1), ...parts.slice(index + 1)]),
  };
}

/** Drops the white space (space and tab) at both ends and joins neighbouring texts. */
function trimParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') {
      joined[joined.length - 1] = last + part;
    } else {
      joined.push(part);
    }
  }
  return joined
    .map((part, index) => {
      if (typeof part !== 'string') {
        return part;
      }
      const start = index === 0 ? part.replace(/^[ \t]+/, '') : part;
      return index === joined.length - 1 ? start.replace(/[ \t]+$/, '') : start;
    })
    .filter((part) => part !== '');
}
