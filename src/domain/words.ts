const LOWER_TO_UPPER = /([\p{Ll}\p{N}])(\p{Lu})/gu;
/** `JWTSecret` parts before `Se`; a plural acronym at the end of a word (`userIDs`) stays whole. */
const ACRONYM_TO_WORD = /(\p{Lu})(?=\p{Lu}\p{Ll})(?!\p{Lu}s(?!\p{L}))/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/u;

/** Words whose first letter camel case cuts off: `OAuth`, `eMail`. */
const ONE_LETTER_PREFIXES: Readonly<Record<string, string>> = { o: 'auth', e: 'mail' };

/**
 * Splits a name (identifier, property, header, cookie, environment variable) into its lower-case words, on separators
 * and on camel-case and acronym boundaries. Digits stay with the letters before them; `OAuth` and `e-mail` are one word
 * each; words written together (`accesstoken`) stay together. A name without letters or digits has no words.
 */
export function words(name: string): string[] {
  const found = name
    .replace(ACRONYM_TO_WORD, '$1 ')
    .replace(LOWER_TO_UPPER, '$1 $2')
    .split(SEPARATORS)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  return joinPrefixes(found);
}

/** Like `words`, without the digits at a word's end and without words that are digits alone: `token2` is `token`. */
export function stems(name: string): string[] {
  return words(name)
    .map((word) => word.replace(/\p{N}+$/u, ''))
    .filter((word) => word !== '');
}

function joinPrefixes(list: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of list) {
    const last = joined.at(-1);
    const rest = last === undefined ? undefined : ONE_LETTER_PREFIXES[last];
    if (last !== undefined && rest !== undefined && word.startsWith(rest)) {
      joined[joined.length - 1] = last + word;
    } else {
      joined.push(word);
    }
  }
  return joined;
}
