import { isSecretName } from './secret-names.js';
import { stems } from './words.js';

export { isAuthzClaim, isOtherAddress, isThing, piiKind } from './claim-names.js';
export { isKeyReference, isSecretName } from './secret-names.js';

/**
 * How strongly a name alone says that its value is a credential token. `strong` stands alone; `weak` counts only when
 * data flow reaches a login response, an `Authorization` header or an authentication sink (CATALOGUE 1.2).
 */
export type TokenNameStrength = 'strong' | 'weak';

const STRONG_PREFIXES = new Set([
  'access', 'refresh', 'id', 'auth', 'authentication', 'authorization', 'session', 'bearer', 'user', 'login', 'oauth',
  'oidc',
]);
const FUSED_STRONG = new Set([...[...STRONG_PREFIXES].map((prefix) => `${prefix}token`), 'jwttoken']);

/** Words that make a token something else, or the name one of a fact about a token (CATALOGUE 1.2 up to `valid`). */
const TOKEN_VETOES = new Set([
  'csrf', 'xsrf', 'nonce', 'captcha', 'recaptcha', 'push', 'fcm', 'apns', 'device', 'page', 'next', 'continuation',
  'cursor', 'cancel', 'cancellation', 'sync', 'design', 'mapbox', 'publishable', 'count', 'type', 'usage', 'max', 'min',
  'prompt', 'completion', 'total', 'input', 'output', 'limit', 'expires', 'expiry', 'length', 'address', 'symbol',
  'name', 'key', 'prefix', 'url', 'endpoint', 'enabled', 'valid', 'injection', 'module', 'service', 'strategy', 'guard',
  'schema', 'config', 'options', 'secret', 'secrets', 'format', 'version', 'status', 'ttl', 'expiration', 'expired',
  'lifetime', 'validity', 'age', 'interval', 'algorithm', 'audience', 'issuer', 'alg', 'uri', 'error', 'invalid',
  'missing', 'is', 'has', 'at', 'time', 'timestamp', 'date', 'timer', 'timeout', 'duration',
]);

const CODE_PREFIXES = new Set(['oauth', 'oidc', 'authorization']);

/**
 * The strength of a name (variable, property, storage key) as one of a token, or `undefined` when it is none. Strong:
 * the word `jwt`, or `token` right after `access`, `refresh`, `id`, `auth`, `session`… or written together with it; and
 * the authorization code (`oauth_code`), which buys one.
 * Weak: any other name with the word `token`. The plural `tokens` never matches, and a veto word anywhere ends it
 * (`csrfToken`, `tokenCount`, `InjectionToken`).
 */
export function tokenNameStrength(name: string): TokenNameStrength | undefined {
  const list = stems(name);
  if (list.some((word) => TOKEN_VETOES.has(word))) {
    return undefined;
  }
  const strong = list.some(
    (word, index) =>
      word === 'jwt' || FUSED_STRONG.has(word) || (word === 'token' && STRONG_PREFIXES.has(list[index - 1] ?? '')) ||
      (word === 'code' && CODE_PREFIXES.has(list[index - 1] ?? '')),
  );
  if (strong) {
    return 'strong';
  }
  return list.includes('token') ? 'weak' : undefined;
}

const AUTH_COOKIE_WORDS = new Set([
  'sid', 'sess', 'session', 'sessionid', 'auth', 'authorization', 'jwt', 'token', 'sso',
  'sessid', 'phpsessid', 'jsessionid', 'rememberme', 'remembertoken', ...FUSED_STRONG,
]);

/** Words that also tell of a permission, a choice or an event, unless the name ends with them: not `access_level`. */
const FINAL_AUTH_COOKIE_WORDS = new Set(['access', 'refresh', 'remember', 'login']);
/** What may follow them: `remember_me`, `login_cookie`. */
const AUTH_COOKIE_ENDINGS = new Set(['me', 'id', 'key', 'cookie', 'user', 'data', 'sig']);

/**
 * CATALOGUE 1.2 (first line), then words of cookies that note something beside the login (where to return, how, since when,
 * with what outcome), and of tokens that log nobody in.
 */
const AUTH_COOKIE_VETOES = new Set([
  'consent', 'locale', 'lang', 'theme', 'ga', 'analytics', 'flash', 'count', 'page',
  'language', 'captcha', 'recaptcha', 'url', 'redirect', 'return', 'callback', 'hint', 'last', 'method', 'interval',
  'expires', 'expiry', 'expiration', 'type', 'is', 'has', 'provider', 'mode', 'status', 'error', 'time', 'timestamp', 'timeout', 'ttl',
  'started', 'created', 'updated', 'issued', 'dismissed', 'push', 'fcm', 'apns', 'mapbox', 'publishable', 'symbol',
]);

/** Whether a cookie of this name carries a login: `connect.sid`, `__Host-session`, `rememberMe`; not `XSRF-TOKEN`. */
export function isAuthCookieName(name: string): boolean {
  const list = stems(name);
  return (
    !isCsrfName(name) &&
    !list.some((word) => AUTH_COOKIE_VETOES.has(word)) &&
    list.some((word, index) =>
      AUTH_COOKIE_WORDS.has(word) ||
      (FINAL_AUTH_COOKIE_WORDS.has(word) && list.slice(index + 1).every((after) => AUTH_COOKIE_ENDINGS.has(after))))
  );
}

/**
 * Whether a name is one of an anti-forgery token. Its cookie half must stay script-readable in a double submit, so
 * it is exempt from HttpOnly (LIBRARIES section 13, item 13).
 */
export function isCsrfName(name: string): boolean {
  const list = stems(name);
  return (
    list.some((word) => word.includes('csrf') || word.includes('xsrf') || word === 'antiforgery') ||
    hasPair(list, 'anti', 'forgery') ||
    hasPair(list, 'authenticity', 'token')
  );
}

const PURPOSE_WORDS = new Set([
  'jwt', 'secret', 'password', 'passwd', 'pwd', 'passphrase', 'passcode', 'otp', 'totp', 'nonce', 'salt', 'csrf',
  'xsrf', 'sid', 'sessionid', 'sessid', 'apikey',
]);
const CODE_PURPOSES = new Set([
  'verification', 'verify', 'reset', 'invite', 'invitation', 'confirmation', 'confirm', 'activation', 'auth',
  'authentication', 'authorization', 'login', 'recovery', 'backup', 'access', 'sms', 'otp', 'pin', 'mfa', 'factor', 'security',
]);
const STATE_PURPOSES = new Set(['oauth', 'oidc', 'auth', 'login', 'csrf', 'sso']);

/** Words that turn the name into one of something shown, counted, timed or merely told apart. */
const PURPOSE_VETOES = new Set([
  'test', 'mock', 'fake', 'dummy', 'example', 'sample', 'sampling', 'jitter', 'delay', 'backoff', 'retry', 'color',
  'colour', 'cache', 'buster', 'bust', 'correlation', 'trace', 'span', 'element', 'dom', 'input', 'field', 'label',
  'placeholder', 'error', 'message', 'animation', 'index', 'offset', 'position', 'count', 'type', 'name', 'length',
  'strength', 'policy', 'rounds', 'cost', 'url', 'path', 'prefix', 'endpoint', 'visible', 'visibility', 'show', 'hide',
  'toggle', 'is', 'has', 'valid', 'invalid', 'max', 'min', 'usage', 'prompt', 'completion', 'cancel', 'cancellation',
  'page', 'cursor', 'continuation', 'sync', 'design', 'push', 'fcm', 'apns', 'captcha', 'recaptcha', 'symbol',
  'injection', 'publishable', 'expires', 'expiry', 'expiration', 'expired', 'expire', 'exp', 'ttl', 'age', 'lifetime',
  'duration', 'validity', 'timeout', 'interval', 'until', 'deadline', 'timestamp', 'time', 'date', 'at', 'iat', 'nbf',
  'start', 'started', 'end', 'last', 'created', 'updated', 'issued', 'changed', 'refreshed', 'jti', 'status', 'family',
]);
/** Sessions that are no login: what their ids group is a visit, a conversation, a transfer. */
const OTHER_SESSIONS = new Set([
  'analytics', 'tracking', 'telemetry', 'replay', 'recording', 'chat', 'game', 'upload', 'conversation', 'tab',
  'editor', 'payment', 'checkout',
]);

/**
 * Whether a name says that its value must be unguessable: session id, token, secret, password, OTP, salt, nonce, API or
 * signing key, reset, verification or invitation code, OAuth state, PKCE verifier (catalogue:
 * entropy-no-insecure-random). Function names count like their results (`generateResetToken`). Not: ids that only
 * tell things apart (`tokenId`, `jti`), times (`tokenExpiresAt`), and a bare `state` or `code`, which mean too many
 * other things.
 */
export function isSessionPurposeName(name: string): boolean {
  const list = stems(name);
  const isOneTime = hasPair(list, 'one', 'time');
  if (isOtherPurposeName(name)) {
    return false;
  }
  switch (list.at(-1)) {
    case 'id':
    case 'ids':
      return list.at(-2) === 'session' && !list.some((word) => OTHER_SESSIONS.has(word));
    case 'key':
      return list.at(-2) === 'api' || isSecretName(name);
    case 'code':
      return isOneTime || list.some((word) => CODE_PURPOSES.has(word));
    case 'state':
      return STATE_PURPOSES.has(list.at(-2) ?? '');
    case 'verifier':
      return ['code', 'pkce'].includes(list.at(-2) ?? '');
    default:
      return list.some((word) => PURPOSE_WORDS.has(word) || word.endsWith('token')) || hasPair(list, 'magic', 'link');
  }
}

/** What has a primary key. */
const RECORDS = ['entity', 'record', 'row', 'document', 'model'];

/**
 * Whether a name says that its value is shown, counted, timed or merely told apart (`jitter`, `tokenExpiresAt`,
 * `generateEntityId`): what is made of it further on needs no secrecy either.
 */
export function isOtherPurposeName(name: string): boolean {
  const list = stems(name);
  const isOneTime = hasPair(list, 'one', 'time');
  if (RECORDS.some((word) => hasPair(list, word, 'id'))) return true;
  return list.some((word) => PURPOSE_VETOES.has(word) && !(isOneTime && word === 'time'));
}

const SESSION_STORES = new Set(['session', 'sessions', 'token', 'tokens']);

/** Whether a name is one of something that keeps sessions or tokens: `sessionService`, `refreshTokens`. */
export function isSessionStoreName(name: string): boolean {
  return !isOtherPurposeName(name) && stems(name).some((word) => SESSION_STORES.has(word));
}

const ONE_TIME_CODE_WORDS = new Set(['otp', 'totp', 'pin', 'passcode', 'code']);
/** Last words of what goes with such a code, or is no such code, and must be long: `totpSecret`, `codeVerifier`. */
const CODE_COMPANIONS = new Set(['secret', 'key', 'token', 'verifier', 'challenge', 'salt', 'id']);

/**
 * Whether a name is one of a short code that people type and that soon expires (`otp`, `verificationCode`, `pin`): it
 * has a pass mark of its own (ASVS V6.5.4).
 */
export function isOneTimeCodeName(name: string): boolean {
  const list = stems(name);
  return list.some((word) => ONE_TIME_CODE_WORDS.has(word)) && !CODE_COMPANIONS.has(list.at(-1) ?? '');
}

const SECRET_NOUNS = new Set(['id', 'sid', 'jwt', 'otp', 'code', 'secret', 'key', 'csrf', 'state', 'verifier', 'password']);

/**
 * Whether a name that tells of a secret names the secret itself and not a time that belongs to it: `csrfToken`,
 * `sessionId`; not `tokenFetched`. A nonce may be a counter, so a clock may make it.
 */
export function isSecretItself(name: string): boolean {
  const last = stems(name).at(-1) ?? '';
  return last.endsWith('token') || SECRET_NOUNS.has(last);
}

const SHORT_SECRET_WORDS = new Set(['salt', 'nonce', 'password', 'passwd', 'pwd', 'passphrase']);

/**
 * Whether a name is one of a value that must not be guessable or not repeat, but that 128 bits are not asked of: salts
 * and nonces (96 bits in AES-GCM, NIST SP 800-38D section 8.2), and passwords for people.
 */
export function isShortSecretName(name: string): boolean {
  return stems(name).some((word) => SHORT_SECRET_WORDS.has(word));
}

/** Words of values that must not repeat and may be known. */
const UNIQUE_WORDS = new Set(['idempotency', 'idempotent', 'request', 'client', 'lock', 'dedup', 'dedupe', 'deduplication']);

/** Whether a name is one of a value that only has to be another one each time: `idempotencyToken`, `lockToken`. */
export function isUniqueName(name: string): boolean {
  return stems(name).some((word) => UNIQUE_WORDS.has(word));
}

/** Whether a name is one of an id. */
export function isIdName(name: string): boolean {
  return ['id', 'ids', 'sid'].includes(stems(name).at(-1) ?? '');
}

function hasPair(list: readonly string[], first: string, second: string): boolean {
  return list.some((word, index) => word === first && list[index + 1] === second);
}
