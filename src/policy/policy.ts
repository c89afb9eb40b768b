/** Limits that code is held against. Durations in seconds. */
export interface Policy {
  readonly ttl: {
    /** Access tokens (the article's figure: 15 minutes). */
    readonly access: number;
    /** Refresh tokens, absolute. */
    readonly refresh: number;
    /** Password-reset, verification and invitation links. */
    readonly oneTime: number;
  };
  readonly algorithms: { readonly allow: readonly string[] };
  readonly entropy: { readonly minBits: number; readonly acceptLibraryDefaults: boolean };
}

/** Sources: the article (900 s, 128 bits), ASVS 5.0.0 V6.5.5 and V7.2.3, RFC 7518 section 3.1 and RFC 8037. */
export const defaultPolicy: Policy = {
  ttl: { access: 900, refresh: 30 * 86_400, oneTime: 3600 },
  algorithms: {
    allow: [
      'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512',
      'ES256', 'ES384', 'ES512', 'ES256K', 'EdDSA', 'Ed25519', 'Ed448',
    ],
  },
  entropy: { minBits: 128, acceptLibraryDefaults: true },
};
