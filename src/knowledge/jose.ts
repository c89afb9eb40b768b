import type { LibraryModel } from './model.js';
import { unknownOptions } from './verify-options.js';

/** Claims of the builders SignJWT, EncryptJWT and UnsecuredJWT (jose 6.2 types/jwt/*.d.ts; the same in 4 and 5). */
const CLAIMS = {
  payload: { from: { maker: 0 } },
  subject: { from: [{ chain: 'setSubject', arg: 0 }, { maker: 0, path: 'sub' }] },
  lifetime: {
    from: [
      // A number is the absolute time, and so is a Date (from 5 on).
      { chain: 'setExpirationTime', arg: 0, duration: 'jose' },
      { maker: 0, path: 'exp', duration: 'epoch' },
    ],
  },
  issuer: { from: [{ chain: 'setIssuer', arg: 0 }, { maker: 0, path: 'iss' }] },
  audience: { from: [{ chain: 'setAudience', arg: 0 }, { maker: 0, path: 'aud' }] },
} as const;

const HEADER_ALGORITHM = { from: { chain: 'setProtectedHeader', arg: 0, path: 'alg' } } as const;

const CHECKS = {
  token: { from: { arg: 0 } },
  key: { from: { arg: 1 } },
  issuer: { from: { arg: 2, path: 'issuer' } },
  audience: { from: { arg: 2, path: 'audience' } },
  clockTolerance: { from: { arg: 2, path: 'clockTolerance', duration: 'jose-span' } },
  maxAge: { from: { arg: 2, path: 'maxTokenAge', duration: 'jose-span' } },
  currentDate: { from: { arg: 2, path: 'currentDate' } },
  type: { from: { arg: 2, path: 'typ' } },
} as const;

/** Without the list the key's type bounds the algorithm, and `none` is never accepted (LIBRARIES section 1.3). */
const ALGORITHMS = {
  algorithms: { from: { arg: 2, path: 'algorithms' } },
  withoutAlgorithms: { from: { always: 'bound' } },
} as const;

/** Every check is a promise that rejects (LIBRARIES section 1.4). */
const REJECTS = { refusal: 'throws', promise: true } as const;

/** Versions that sign and verify with an empty key (LIBRARIES section 1.5). */
const KEY_FACTS = { acceptsEmptyKey: '<6' } as const;

/**
 * The key `EmbeddedJWK` is the token's own (LIBRARIES section 1.6); a function for a key gets the token's header
 * (6.1.0 dist/webapi/jws/flattened/verify.js).
 */
const VERIFY_FACTS = { ...KEY_FACTS, tokenSuppliedKey: 'EmbeddedJWK', tokenParameter: 0 } as const;

export const jose = {
  name: 'jose',
  packages: ['jose'],
  expiryErrors: ['JWTExpired', 'ERR_JWT_EXPIRED'],
  operations: [
    {
      kind: 'token.verify',
      path: 'jwtVerify',
      fields: { ...CHECKS, ...ALGORITHMS },
      result: REJECTS,
      facts: VERIFY_FACTS,
      // jose 4.15.9 dist/node/cjs/lib/jwt_claims_set.js, 6.1.0 dist/webapi/lib/jwt_claims_set.js.
      ineffective: unknownOptions({ arg: 2 }, {
        algorithm: 'algorithms', alg: 'algorithms', aud: 'audience', iss: 'issuer', allowedAud: 'audience', allowedIss: 'issuer', maxAge: 'maxTokenAge',
      }),
    },
    {
      // Looks at the signature alone, at no claim.
      kind: 'token.verify',
      path: ['compactVerify', 'flattenedVerify', 'generalVerify'],
      fields: { token: CHECKS.token, key: CHECKS.key, ...ALGORITHMS },
      result: REJECTS,
      facts: VERIFY_FACTS,
    },
    {
      // Its lists (`keyManagementAlgorithms`, `contentEncryptionAlgorithms`) are of encryption, not of signatures.
      kind: 'token.verify',
      path: 'jwtDecrypt',
      fields: CHECKS,
      result: REJECTS,
      facts: { ...KEY_FACTS, encrypted: true },
    },
    {
      kind: 'token.issue',
      path: 'SignJWT#.sign',
      fields: {
        ...CLAIMS,
        key: { from: { arg: 0 } },
        algorithm: HEADER_ALGORITHM,
        encrypted: { from: { always: false } },
      },
      facts: KEY_FACTS,
    },
    {
      // The payload is bytes: claims in it cannot be told.
      kind: 'token.issue',
      path: 'CompactSign#.sign',
      fields: {
        payload: CLAIMS.payload,
        key: { from: { arg: 0 } },
        algorithm: HEADER_ALGORITHM,
        lifetime: { from: { maker: 0, path: 'exp', duration: 'epoch' } },
        encrypted: { from: { always: false } },
      },
      facts: KEY_FACTS,
    },
    {
      kind: 'token.issue',
      path: 'EncryptJWT#.encrypt',
      fields: {
        ...CLAIMS,
        key: { from: { arg: 0 } },
        algorithm: HEADER_ALGORITHM,
        encrypted: { from: { always: true } },
      },
      facts: KEY_FACTS,
    },
    {
      kind: 'token.issue',
      path: 'UnsecuredJWT#.encode',
      fields: { ...CLAIMS, algorithm: { from: { always: 'none' } }, encrypted: { from: { always: false } } },
      facts: { unsecured: true },
    },
    {
      kind: 'key.generate',
      path: 'generateKeyPair',
      when: [{ arg: 0, is: ['rs256', 'rs384', 'rs512', 'ps256', 'ps384', 'ps512'] }],
      fields: { type: { from: { always: 'rsa' } }, bits: { from: { arg: 1, path: 'modulusLength' }, default: 2048 } },
    },
    { kind: 'token.decode', path: 'decodeJwt', fields: { token: { from: { arg: 0 } } } },
    {
      // Accepts nothing but tokens without a signature.
      kind: 'token.decode',
      path: 'UnsecuredJWT.decode',
      fields: { token: { from: { arg: 0 } } },
      facts: { unsecured: true },
    },
    {
      kind: 'token.decode',
      path: 'decodeProtectedHeader',
      fields: { token: { from: { arg: 0 } } },
      facts: { headerOnly: true },
    },
    { kind: 'endpoint.configure', path: 'createRemoteJWKSet', fields: { keys: { from: { arg: 0 } } } },
  ],
  sinks: [
    { path: ['importJWK', 'importX509', 'importSPKI'], arg: 0, takes: 'key' },
    { path: 'createRemoteJWKSet', arg: 0, takes: 'address', gives: 'keys' },
  ],
  fluent: ['SignJWT#', 'CompactSign#', 'EncryptJWT#', 'UnsecuredJWT#'],
  conversions: {
    'importSPKI()': 0,
    'importPKCS8()': 0,
    'importX509()': 0,
    'importJWK()': 0,
    'base64url.decode()': 0,
    'base64url.encode()': 0,
  },
  publicKeys: ['importSPKI()', 'importX509()'],
} satisfies LibraryModel;
