/** What a name's prefix demands of a cookie beside Secure. */
export interface CookiePrefix {
  readonly prefix: string;
  /** No Domain, and Path=/. */
  readonly ownHost: boolean;
  /** HttpOnly, and no script that writes it. */
  readonly byServer: boolean;
}

/** Longest first (RFC 6265bis, storage model steps 20 and 21; the layered cookies draft for `__Http-`). */
const PREFIXES: readonly CookiePrefix[] = [
  { prefix: '__Host-Http-', ownHost: true, byServer: true },
  { prefix: '__Host-', ownHost: true, byServer: false },
  { prefix: '__Http-', ownHost: false, byServer: true },
  { prefix: '__Secure-', ownHost: false, byServer: false },
];

/**
 * The prefix of a cookie's name that browsers hold its attributes against; they compare in any case.
 * @param name the name, or as much of its start as is known
 */
export function cookiePrefix(name: string): CookiePrefix | undefined {
  const start = name.toLowerCase();
  return PREFIXES.find(({ prefix }) => start.startsWith(prefix.toLowerCase()));
}
