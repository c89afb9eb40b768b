/** How bytes are spelled as text. `ascii` and `latin1` give one character per byte. */
export type Encoding =
  | 'hex' | 'base32' | 'base36' | 'base58' | 'base62' | 'base64' | 'base64url' | 'decimal' | 'ascii' | 'latin1';

/** Bits that one character can carry (LIBRARIES section 7; Node's `ascii` drops the eighth bit of each byte). */
export const BITS_PER_CHARACTER: Readonly<Record<Encoding, number>> = {
  hex: 4,
  base32: 5,
  base36: Math.log2(36),
  base58: Math.log2(58),
  base62: Math.log2(62),
  base64: 6,
  base64url: 6,
  decimal: Math.log2(10),
  ascii: 7,
  latin1: 8,
};

export const DIGITS = '0123456789';
export const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER_CASE = LOWER_CASE.toUpperCase();
/** The alphabet of most libraries' random texts, in some order. */
export const ALPHANUMERIC = DIGITS + UPPER_CASE + LOWER_CASE;
export const HEX_DIGITS = `${DIGITS}abcdef`;

/** UUID version 4: 128 bits less 4 of version and 2 of variant (RFC 9562 section 5.4). */
export const UUID_V4_BITS = 122;

/** Where a near miss of 128 bits begins: below it too few bits are an error (catalogue: entropy-min-bits). */
export const NEAR_MISS_BITS = 112;

/**
 * The pass mark of one-time codes. ASVS V6.5.4 asks for 20 bits and names six digits (19.93) as enough (LIBRARIES
 * section 7). Six digits without a leading zero, as `randomInt(100000, 1000000)` draws them, are 19.78 and pass too.
 */
export const OTP_MIN_BITS = 19.7;

/** Bits of `length` characters drawn evenly from an alphabet of `size` different ones; 0 for a `size` below 2. */
export function bitsOfAlphabet(size: number, length: number): number {
  return size > 1 && length > 0 ? length * Math.log2(size) : 0;
}

/**
 * Bits of `length` characters drawn evenly from the places of `alphabet`, the way `customAlphabet` draws: a character
 * that stands there twice comes twice as often and makes the text easier to guess.
 */
export function bitsOfCharacters(alphabet: string, length: number): number {
  const counts = new Map<string, number>();
  for (const character of alphabet.split('')) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const shares = [...counts.values()].map((count) => count / alphabet.length);
  return Math.max(0, length) * shares.reduce((bits, share) => bits + share * Math.log2(1 / share), 0);
}

/** Bits of `count` even decimal digits: six are 19.93. */
export function bitsOfDigits(count: number): number {
  return bitsOfAlphabet(10, count);
}

/** Bits of an even integer from `min` to below `max`, as `crypto.randomInt(min, max)` draws it. */
export function bitsOfRange(min: number, max: number): number {
  return bitsOfAlphabet(max - min, 1);
}

/**
 * Characters from an alphabet of `size` that reach `bits`: 32 of 16 (hex), 22 of 64 (`nanoid(22)`), 39 digits for 128.
 * `Infinity` for an alphabet of one or none.
 */
export function neededCharacters(size: number, bits = 128): number {
  return size > 1 ? Math.ceil(bits / Math.log2(size)) : Infinity;
}

/** Bytes that reach `bits`. */
export function neededBytes(bits = 128): number {
  return Math.ceil(bits / 8);
}

const PRINTABLE_CLASSES: readonly (readonly [pattern: RegExp, size: number])[] = [
  [/[0-9]/, 10],
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  // ASCII has 95 printable characters (RFC 20 section 4), the space among them.
  [/[^0-9A-Za-z]/, 33],
];

/**
 * An upper bound in bits of how hard a literal secret is to guess: as if each character had been drawn evenly from the
 * narrowest familiar alphabet that holds them all (digits, hex with or without hyphens, base64, classes of printable
 * ASCII; 8 bits per UTF-8 byte beyond ASCII), and a short part that repeats counted once. Words make the true figure
 * far lower, so a small estimate condemns a secret and a large one does not acquit it.
 */
export function estimateSecretBits(text: string): number {
  const unit = repeatedPart(text);
  if (new Set(unit).size < 2) {
    return 0;
  }
  if (/[^\x20-\x7e]/.test(unit)) {
    return 8 * Buffer.byteLength(unit, 'utf8');
  }
  if (/^[0-9]+$/.test(unit)) {
    return bitsOfDigits(unit.length);
  }
  if (/^[0-9a-f-]+$/i.test(unit)) {
    return bitsOfAlphabet(16, unit.replaceAll('-', '').length);
  }
  if (/^[0-9A-Za-z+/]+={0,2}$/.test(unit) && PRINTABLE_CLASSES.slice(0, 3).every(([pattern]) => pattern.test(unit))) {
    return bitsOfAlphabet(64, unit.replace(/=+$/, '').length);
  }
  const size = PRINTABLE_CLASSES.filter(([pattern]) => pattern.test(unit)).reduce((sum, [, each]) => sum + each, 0);
  return bitsOfAlphabet(size, unit.length);
}

/** Longer parts are many bits by themselves; the bound keeps long literals cheap. */
const MAX_REPEATED_PART = 64;

/** The shortest part whose repetition gives the text: `abc` of `abcabcab`, the text itself when nothing repeats. */
function repeatedPart(text: string): string {
  for (let period = 1; period <= Math.min(text.length / 2, MAX_REPEATED_PART); period += 1) {
    if (text.slice(period) === text.slice(0, text.length - period)) {
      return text.slice(0, period);
    }
  }
  return text;
}
