import { stems } from './words.js';

/** `token`, `auth` and single `session` or `cookie` keys are left out: those mostly name an entry of a storage. */
const KEY_QUALIFIERS = new Set(['private', 'signing', 'sign', 'secret', 'jwt', 'hmac', 'encryption', 'master']);
/** Right as a whole name only: `DROPBOX_APP_KEY` is another service's. */
const KEY_NAMES = new Set(['app key', 'secret or key']);
const KEYS_QUALIFIERS = new Set(['private', 'signing', 'cookie', 'session', 'encryption']);
const PASSWORD_QUALIFIERS = new Set(['session', 'cookie', 'iron', 'seal']);
const FUSED_SECRET = /^(?:jwt|session|cookie|app|auth|token|access|refresh|signing|csrf|api|server)secret$/;
const FUSED_KEY = /^(?:secret|private|signing)key$/;

/** Words after the secret that say its form, place in a rotation, or stage. */
const TRAILING = new Set([
  'value', 'pem', 'base', 'hex', 'b', 'string', 'text', 'current', 'previous', 'old', 'new', 'primary', 'secondary',
  'default', 'dev', 'development', 'prod', 'production', 'staging', 'local',
]);

/** Flags, public halves, error codes, what a user has, and keys of captchas, whose public half is often called so. */
const VETOES = new Set([
  'public', 'publishable', 'is', 'has', 'no', 'non', 'needs', 'require', 'requires', 'required', 'missing', 'invalid',
  'not', 'found', 'error', 'err', 'totp', 'otp', 'mfa', 'captcha', 'recaptcha', 'hcaptcha', 'turnstile',
]);
/** Not a key that signs or seals: secrets of clients and of accounts with other services. */
const FOREIGN = new Set(['client', 'consumer', 'aws', 'stripe']);
const LEADING_VERBS = new Set([
  'generate', 'create', 'make', 'get', 'load', 'read', 'fetch', 'rotate', 'delete', 'remove', 'update', 'set', 'find',
  'list', 'show', 'hide', 'include', 'compare', 'add', 'with', 'use', 'import', 'export', 'derive', 'contains',
]);

/**
 * Whether a variable, configuration key or environment variable of this name holds a key that signs tokens or seals
 * sessions: `JWT_SECRET`, `cookieSecret`, `privateKey`, `SESSION_PASSWORD`, `cookieKeys`. Not `publicKey`,
 * `secretName`, `secretId`; not functions (`generateSecret`); not an OAuth client secret, which neither signs nor
 * seals.
 */
export function isSecretName(name: string): boolean {
  return isAnySecretName(name) && !secretWords(name).some((word) => FOREIGN.has(word));
}

/** The same, with the secrets of clients and of accounts with other services: `CLIENT_SECRET`, `STRIPE_SECRET_KEY`. */
export function isAnySecretName(name: string): boolean {
  const list = secretWords(name);
  if (list.some((word) => VETOES.has(word)) || LEADING_VERBS.has(list[0] ?? '')) {
    return false;
  }
  const last = list.at(-1) ?? '';
  const qualifier = list.at(-2) ?? '';
  switch (last) {
    case 'secret':
    case 'secrets':
      return true;
    case 'key':
      return KEY_QUALIFIERS.has(qualifier) || KEY_NAMES.has(list.join(' '));
    case 'keys':
      return KEYS_QUALIFIERS.has(qualifier);
    case 'password':
      return PASSWORD_QUALIFIERS.has(qualifier);
    default:
      return FUSED_SECRET.test(last) || FUSED_KEY.test(last);
  }
}

/** The words of a secret's name, without those that say its form, place in a rotation, or stage. */
export function secretWords(name: string): string[] {
  const list = stems(name);
  while (list.length > 1 && TRAILING.has(list.at(-1) ?? '')) {
    list.pop();
  }
  return list;
}

const UPPER_SNAKE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;
const INTERPOLATION = /^\$\{[^}]+\}$|^\{\{[^}]+\}\}$/;

/**
 * Whether a string is the name of a secret and not one: an environment variable (`JWT_SECRET`), a dotted configuration
 * path (`auth.jwtSecret`) or a whole interpolation (`${JWT_SECRET}`). For values of enums, injection tokens and
 * configuration keys only: a literal that really reaches a key parameter is hard-coded whatever it looks like.
 */
export function isKeyReference(text: string): boolean {
  return ((UPPER_SNAKE.test(text) || DOTTED.test(text)) && isSecretName(text)) || INTERPOLATION.test(text);
}

/** Next.js, Vite, Create React App, Expo, Nuxt, and SvelteKit or Astro. */
const EXPOSING_PREFIXES = ['NEXT_PUBLIC_', 'VITE_', 'REACT_APP_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_', 'PUBLIC_'];

/**
 * The prefix of an environment variable that makes a bundler compile its value into the browser's code; `undefined`
 * without one. A public key (`PUBLIC_KEY`, `NEXT_PUBLIC_JWT_PUBLIC_KEY`) has none: it may be known.
 */
export function exposingPrefix(variable: string): string | undefined {
  const prefix = EXPOSING_PREFIXES.find((one) => variable.startsWith(one));
  if (prefix === undefined) return undefined;
  const rest = variable.slice(prefix.length);
  const isPublicKey = /PUBLIC_?KEY/.test(rest) || (prefix.endsWith('PUBLIC_') && /^KEY(?:_|$)/.test(rest));
  return isPublicKey ? undefined : prefix;
}
