/** The kind of key that a JWS algorithm signs with. */
export type AlgorithmFamily = 'hmac' | 'rsa' | 'pss' | 'ec' | 'eddsa' | 'none';

/** Registered JWS algorithms: RFC 7518 section 3.1, RFC 8037 (EdDSA), RFC 8812 (ES256K), RFC 9864 (Ed25519, Ed448). */
const FAMILIES: ReadonlyMap<string, AlgorithmFamily> = new Map<string, AlgorithmFamily>([
  ['HS256', 'hmac'], ['HS384', 'hmac'], ['HS512', 'hmac'],
  ['RS256', 'rsa'], ['RS384', 'rsa'], ['RS512', 'rsa'],
  ['PS256', 'pss'], ['PS384', 'pss'], ['PS512', 'pss'],
  ['ES256', 'ec'], ['ES384', 'ec'], ['ES512', 'ec'], ['ES256K', 'ec'],
  ['EdDSA', 'eddsa'], ['Ed25519', 'eddsa'], ['Ed448', 'eddsa'],
]);

/** What a policy allows unless it says otherwise: every registered algorithm that signs. */
export const DEFAULT_ALGORITHMS: readonly string[] = [...FAMILIES.keys()];

/** HMAC key sizes in bytes: at least the hash's output (RFC 7518 section 3.2). */
const HMAC_KEY_BYTES: ReadonlyMap<string, number> = new Map([['HS256', 32], ['HS384', 48], ['HS512', 64]]);

/** The family of an algorithm name, which is case-sensitive (RFC 7515 section 4.1.1) but for `none`; or `undefined`. */
export function algorithmFamily(algorithm: string): AlgorithmFamily | undefined {
  return isNone(algorithm) ? 'none' : FAMILIES.get(algorithm);
}

/** Whether this is `none` in any casing: comparisons that miss `noNE` let unsigned tokens in (RFC 8725bis 2.11). */
export function isNone(algorithm: string): boolean {
  return algorithm.toLowerCase() === 'none';
}

/** Bytes that the HMAC key of an algorithm needs at least; `undefined` for other families. */
export function minHmacKeyBytes(algorithm: string): number | undefined {
  return HMAC_KEY_BYTES.get(algorithm);
}

/** Bits of an RSA modulus: for 112 bits of security, the least that is accepted, and for 128 (NIST SP 800-57 part 1, table 2). */
export const RSA_MODULUS_BITS = { least: 2048, good: 3072 } as const;
