import { stems } from './words.js';

/**
 * What a token is for, as far as limits of its lifetime go: `access` opens the application, `refresh` buys new access
 * tokens, `one-time` is good for one step (a link in a mail, a second factor), `code` is an authorization code, `id`
 * tells a client who signed in, `other` is none of these (an API key, an unsubscribe link) and has no limit.
 */
export type TokenClass = 'access' | 'refresh' | 'one-time' | 'code' | 'id' | 'other';

const ONE_TIME_WORDS = new Set([
  'reset', 'forgot', 'forgotten', 'verify', 'verification', 'invite', 'invitation', 'magic', 'confirm', 'confirmation',
  'activate', 'activation', 'recover', 'recovery', 'unlock', 'passwordless', 'otp', 'totp', 'mfa', 'challenge', 'ticket',
  'state', 'nonce', 'transfer', 'exchange', 'link', 'download', 'upload', 'preview', 'onetime',
]);
const ONE_TIME_PAIRS = [
  'one time', 'email token', 'mail token', 'two factor', 'second factor',
  'email signin', 'email sign', 'email login', 'email update', 'email change', 'change email', 'update email',
];
const OTHER_WORDS = new Set([
  'unsubscribe', 'license', 'licence', 'service', 'machine', 'm2m', 'apikey', 'api', 'webhook', 'push', 'integration',
  'share', 'sharing', 'embed', 'bot', 'personal', 'csrf', 'xsrf', 'captcha', 'assertion',
]);
const REFRESH_WORDS = new Set(['refresh', 'refreshtoken', 'rt', 'remember', 'rememberme', 'offline']);
const ACCESS_WORDS = new Set([
  'access', 'accesstoken', 'auth', 'authentication', 'authtoken', 'session', 'bearer', 'login', 'signin',
]);
const ACCESS_PAIRS = ['sign in', 'log in'];
const CODE_PAIRS = ['authorization code', 'auth code', 'oauth code'];

/** First words of functions that act on a token or account that is there already. */
const HANDLING_VERBS = new Set(['verify', 'confirm', 'reset', 'activate', 'accept', 'check', 'validate', 'decode', 'unlock']);

/**
 * The class of the token that a name (variable, property, cookie, claim value, function) speaks of, or `undefined` when
 * it says nothing (`token`, `jwt`). Of a `function`, a first word that says what is done to something existing does not
 * count: `resetPassword` issues no reset token.
 */
export function tokenClassOfName(name: string, of: 'thing' | 'function' = 'thing'): TokenClass | undefined {
  const all = stems(name);
  const list = of === 'function' && HANDLING_VERBS.has(all[0] ?? '') ? all.slice(1) : all;
  const phrase = ` ${list.join(' ')} `;
  const has = (words: ReadonlySet<string>): boolean => list.some((word) => words.has(word) || words.has(word.replace(/s$/, '')));
  const hasPair = (pairs: readonly string[]): boolean => pairs.some((pair) => phrase.includes(` ${pair} `));
  if (hasPair(['id token']) || list.includes('idtoken')) return 'id';
  if (hasPair(CODE_PAIRS)) return 'code';
  // `refreshAccessToken` makes an access token.
  if (hasPair(['access token'])) return 'access';
  if (hasPair(['refresh token'])) return 'refresh';
  if (has(ONE_TIME_WORDS) || hasPair(ONE_TIME_PAIRS)) return 'one-time';
  if (has(OTHER_WORDS)) return 'other';
  if (has(REFRESH_WORDS)) return 'refresh';
  return has(ACCESS_WORDS) || hasPair(ACCESS_PAIRS) ? 'access' : undefined;
}

/**
 * The class that a signing key's name speaks of: only what is plainly the token's (`REFRESH_SECRET`,
 * `resetTokenSecret`), since `AUTH_SECRET` signs anything and a verification key is a public key.
 */
export function tokenClassOfKey(name: string): TokenClass | undefined {
  const list = stems(name).filter((word) => word !== 'verification' && word !== 'verify');
  const found = tokenClassOfName(list.join(' '));
  if (found === 'access') return list.includes('access') || list.includes('accesstoken') ? found : undefined;
  return found === 'other' ? undefined : found;
}
