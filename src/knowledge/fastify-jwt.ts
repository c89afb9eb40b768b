import { allowedWhenMissing } from './fast-jwt.js';
import { FASTIFY_PACKAGES, INSTANCES } from './fastify.js';
import type { IneffectiveOption, LibraryModel, Source } from './model.js';

const SERVERS = [...INSTANCES, 'FastifyRequest#.server', 'FastifyReply#.server'];

/**
 * Where the functions of the plugin are, under its namespace if it has one; `request.jwt` is a widespread decoration.
 * Of a namespace `refresh`, `reply.refreshJwtSign` is what `reply.jwtSign` is without one.
 */
const DECORATORS = [...SERVERS.flatMap((server) => [`${server}.jwt`, `${server}.jwt.*`]), 'FastifyRequest#.jwt'];

/** What a call says goes before what the plugin was registered with (10.2.8 index.js, `mergeDefinedOptions`). */
function option(part: 'sign' | 'verify', name: string, given: readonly Source[]): readonly Source[] {
  return [...given, { registered: 'plugin', path: `${part}.${name}` }];
}

/** `jwt.sign(payload, options)`. */
function flat(name: string): readonly Source[] {
  return [{ arg: 1, path: name }];
}

/** `reply.jwtSign(payload, options)` and `(payload, { sign: options })`; the same of `request.jwtVerify`. */
function nested(arg: number, part: string): (name: string) => readonly Source[] {
  return (name) => [{ arg, path: `${part}.${name}` }, { arg, path: name }];
}

/** Numbers are seconds, strings those of `ms` (10.2.8 index.js, `convertToMs`). */
function issueFields(given: (name: string) => readonly Source[]) {
  const at = (name: string): readonly Source[] => option('sign', name, given(name));
  return {
    payload: { from: { arg: 0 } },
    subject: { from: [...at('sub'), { arg: 0, path: 'sub' }] },
    key: { from: [...given('key'), { registered: 'plugin', path: 'secret' }] },
    algorithm: { from: at('algorithm') },
    lifetime: {
      from: [
        ...at('expiresIn').map((source): Source => ({ ...source, duration: 'jsonwebtoken' })),
        { arg: 0, path: 'exp', duration: 'epoch' },
      ],
    },
    issuer: { from: [...at('iss'), { arg: 0, path: 'iss' }] },
    audience: { from: [...at('aud'), { arg: 0, path: 'aud' }] },
    encrypted: { from: { always: false } },
  } as const;
}

/** The options are fast-jwt's, but for `maxAge`, of which numbers are seconds. */
function verifyFields(given: (name: string) => readonly Source[]) {
  const at = (name: string): readonly Source[] => option('verify', name, given(name));
  return {
    key: { from: [...given('key'), { registered: 'plugin', path: 'secret' }] },
    algorithms: { from: at('algorithms') },
    withoutAlgorithms: { from: { always: 'key' } },
    ignoreExpiration: { from: at('ignoreExpiration') },
    ignoreNotBefore: { from: at('ignoreNotBefore') },
    issuer: { from: at('allowedIss') },
    audience: { from: at('allowedAud') },
    clockTolerance: { from: at('clockTolerance').map((source): Source => ({ ...source, duration: 'fast-jwt' })) },
    currentDate: { from: at('clockTimestamp') },
    maxAge: { from: at('maxAge').map((source): Source => ({ ...source, duration: 'jsonwebtoken' })) },
  } as const;
}

/** A registration without a secret, or with an empty one, fails at start-up (10.2.8 index.js, `validateOptions`). */
const KEY_FACTS = { refusesEmptyKey: true } as const;

/** `expiresIn` counts from the payload's `iat`, as in fast-jwt. */
const ISSUE_FACTS = { ...KEY_FACTS, countsFromIat: true } as const;

/** A function for the secret gets the request, then the decoded token (10.2.8 index.js, `requestVerify`). */
const VERIFY_FACTS = { ...KEY_FACTS, tokenParameter: 1 } as const;

const INEFFECTIVE: readonly IneffectiveOption[] =
  allowedWhenMissing((path) => ({ registered: 'plugin', path: `verify.${path}` }));

/** The decorators are on fastify's objects; @fastify/jwt stands first because its version counts. */
export const fastifyJwt = {
  name: '@fastify/jwt',
  packages: ['@fastify/jwt', 'fastify-jwt', ...FASTIFY_PACKAGES],
  vocabulary: [
    'jwtSign(', 'jwtVerify(', 'jwtDecode(', 'JwtSign(', 'JwtVerify(', 'JwtDecode(',
    '.jwt.sign(', '.jwt.verify(', '.jwt.decode(',
  ],
  expiryErrors: ['FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', 'FAST_JWT_EXPIRED'],
  operations: [
    {
      kind: 'token.issue',
      path: DECORATORS.map((jwt) => `${jwt}.sign`),
      fields: issueFields(flat),
      facts: ISSUE_FACTS,
    },
    {
      kind: 'token.issue',
      path: ['FastifyReply#.jwtSign', 'FastifyReply#.*JwtSign'],
      fields: issueFields(nested(1, 'sign')),
      facts: ISSUE_FACTS,
    },
    {
      kind: 'token.verify',
      path: DECORATORS.map((jwt) => `${jwt}.verify`),
      fields: { token: { from: { arg: 0 } }, ...verifyFields(flat) },
      facts: VERIFY_FACTS,
      ineffective: INEFFECTIVE,
      result: { refusal: 'throws', callback: 2 },
    },
    {
      kind: 'token.verify',
      path: ['FastifyRequest#.jwtVerify', 'FastifyRequest#.*JwtVerify'],
      fields: verifyFields(nested(0, 'verify')),
      facts: VERIFY_FACTS,
      ineffective: INEFFECTIVE,
      result: { refusal: 'throws', promise: true, callback: 1 },
    },
    { kind: 'token.decode', path: DECORATORS.map((jwt) => `${jwt}.decode`), fields: { token: { from: { arg: 0 } } } },
    { kind: 'token.decode', path: ['FastifyRequest#.jwtDecode', 'FastifyRequest#.*JwtDecode'], fields: {} },
    {
      // The cookie is asked for where there is no header (10.2.8 index.js, `lookupToken`).
      kind: 'token.accept',
      path: ['', 'fastifyJwt'],
      on: 'register',
      fields: { cookie: { from: { arg: 1, path: 'cookie.cookieName' } }, extractor: { from: { arg: 1, path: 'verify.extractToken' } } },
    },
    {
      kind: 'secret.use',
      path: ['', 'fastifyJwt'],
      on: 'register',
      fields: { secret: { from: { arg: 1, path: 'secret' } }, purpose: { from: { always: 'token' } } },
      facts: KEY_FACTS,
    },
  ],
  registrations: {
    plugin: ['', 'fastifyJwt'].map((path) => ({ plugin: { path, method: 'register' }, options: [{ arg: 1 }], namespace: { arg: 1, path: 'namespace' } })),
  },
} satisfies LibraryModel;
