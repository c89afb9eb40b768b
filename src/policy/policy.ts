import { DEFAULT_ALGORITHMS } from '../domain/algorithms.js';

/** Limits that code is held against. Durations in seconds. */
export interface Policy {
  readonly ttl: {
    /** Access tokens (the article's figure: 15 minutes). */
    readonly access: number;
    /** Refresh tokens, absolute. */
    readonly refresh: number;
    /** Password-reset, verification and invitation links. */
    readonly oneTime: number;
    /** OAuth authorization codes. */
    readonly authorizationCode: number;
    /** Sessions that nobody uses. */
    readonly idle: number;
  };
  /** What clocks may differ by at verification. */
  readonly clockTolerance: number;
  /** Bytes of a token's payload as JSON text. */
  readonly claims: { readonly maxBytes: number };
  readonly algorithms: { readonly allow: readonly string[] };
  readonly entropy: { readonly minBits: number; readonly acceptLibraryDefaults: boolean };
}

/**
 * Sources: the article (900 s, 128 bits), ASVS 5.0.0 V6.5.5 and V7.2.3; for idle sessions NIST SP 800-63B-4 section 2.2.3 (AAL2); for authorization codes RFC 6749 section 4.1.2
 * and ASVS 5.0.0 V10.4.3 (60 s at level 3). Clock tolerance and payload size
 * are the project's own: synchronised clocks differ by less than a minute, and a cookie holds 4096 bytes (RFC 6265 section
 * 6.1, ASVS 5.0.0 V3.3.5), of which the token is not all.
 */
export const defaultPolicy: Policy = {
  ttl: { access: 900, refresh: 30 * 86_400, oneTime: 3600, authorizationCode: 600, idle: 3600 },
  clockTolerance: 60,
  claims: { maxBytes: 1024 },
  algorithms: { allow: DEFAULT_ALGORITHMS },
  entropy: { minBits: 128, acceptLibraryDefaults: true },
};
