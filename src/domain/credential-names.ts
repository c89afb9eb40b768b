import { isSecretName, tokenNameStrength } from './names.js';
import { stems } from './words.js';

/** What whoever reads a value of this name can do with it: log in, act as the user, sign or decrypt. */
export type CredentialKind = 'password' | 'token' | 'weak token' | 'session id' | 'secret' | 'header';

const PASSWORDS = new Set(['password', 'passwd', 'pwd', 'passphrase', 'passcode']);
/** Not the password: whether there is one, what is done with it, or what was made of it. */
const PASSWORD_VETOES = new Set([
  'is', 'has', 'no', 'show', 'hide', 'require', 'requires', 'required', 'needs', 'toggle', 'forgot', 'forget', 'reset', 'change',
  'update', 'set', 'validate', 'check', 'verify', 'compare', 'hash', 'generate', 'handle', 'on', 'use', 'error', 'invalid', 'wrong',
  'with', 'without', 'min', 'max', 'weak', 'strong', 'enable', 'enabled', 'disable', 'disabled', 'allow', 'send', 'input', 'field', 'type',
]);
/** What is shown in place of a credential, or tells no more than that there is one. */
const DISGUISED = new Set([
  'masked', 'mask', 'redacted', 'redact', 'obfuscated', 'hidden', 'sanitized', 'safe', 'hash', 'hashed', 'digest', 'encrypted', 'fingerprint',
  'preview', 'prefix', 'suffix', 'last', 'first', 'length', 'part', 'parts', 'short', 'tail', 'head', 'present', 'exists', 'exist', 'found', 'provided', 'is', 'has', 'had', 'should',
  'expires', 'expiry', 'expired', 'count', 'dummy', 'fake', 'test', 'mock', 'example', 'public', 'publishable',
]);
const HEADERS = new Set(['authorization', 'cookie', 'cookies', 'set cookie', 'x api key', 'x auth token', 'x access token', 'proxy authorization']);
const SESSION_IDS = new Set(['sid', 'sessionid', 'sessid']);

/** Whether a name is one of a password itself: `newPassword`, not `hashedPassword`, `passwordHash` or `resetPassword`. */
export function isPasswordName(name: string): boolean {
  const list = stems(name);
  return PASSWORDS.has(list.at(-1) ?? '') && !list.some((word) => PASSWORD_VETOES.has(word) || DISGUISED.has(word));
}

/** Whether a name says that its value is masked, cut, hashed, or only tells whether there is a credential. */
export function isDisguised(name: string): boolean {
  return stems(name).some((word) => DISGUISED.has(word));
}

/** Which credential a value of this name is; `undefined` when the name is one of none, or of a disguised one. */
export function credentialKind(name: string): CredentialKind | undefined {
  const list = stems(name);
  if (isDisguised(name)) return undefined;
  if (isPasswordName(name)) return 'password';
  if (HEADERS.has(list.join(' '))) return 'header';
  const token = endsAsToken(list) ? tokenNameStrength(name) : undefined;
  if (token !== undefined) return token === 'strong' ? 'token' : 'weak token';
  if (SESSION_IDS.has(list.at(-1) ?? '') || list.join(' ').endsWith('session id')) return 'session id';
  return isSecretName(name) ? 'secret' : undefined;
}

/** `jwtHeaders` and `tokenUser` are something of a token. */
function endsAsToken(list: readonly string[]): boolean {
  const last = list.at(-1) ?? '';
  return last.endsWith('token') || ['jwt', 'value', 'string', 'raw', 'text', 'cookie'].includes(last);
}

/** A guard's `canActivate` serves no link. */
const ONE_TIME = /\b(?:reset|forgot|forgotten|confirm|confirmation|(?<!can )activate|activation|invite|invitation|magic|recover|recovery|unsubscribe|accept|passwordless|onetime)\b/;
const VERIFIES_ADDRESS = /\b(?:verify|verification|verified)\b.*\b(?:email|mail|account|address|phone|user|signup)\b|\b(?:email|mail|account)\b.*\b(?:verify|verification)\b/;

/**
 * Whether a function, route or parameter of this name serves the link of a mail that is good for one step: resets a
 * password, confirms an address, accepts an invitation. Not `verifyToken`, which any request passes.
 */
export function isOneTimeLinkName(name: string): boolean {
  const phrase = stems(name).join(' ');
  return ONE_TIME.test(phrase) || VERIFIES_ADDRESS.test(phrase);
}

const AUTH_WORDS = new Set([
  'auth', 'authentication', 'authenticate', 'authorization', 'authorize', 'login', 'signin', 'signup', 'signout', 'logout', 'session', 'sessions',
  'jwt', 'oauth', 'oidc', 'sso', 'token', 'tokens', 'password', 'passwords', 'credential', 'credentials', 'register', 'middleware', 'guard', 'bearer',
]);

/** Whether a function, route or file of this name deals with logins. */
export function isAuthName(name: string): boolean {
  const list = stems(name);
  return list.some((word, index) => AUTH_WORDS.has(word) || AUTH_WORDS.has(`${list[index - 1] ?? ''}${word}`));
}

const LOGIN_PLACES = new Set(['login', 'signin', 'signup', 'register', 'registration', 'password', 'credentials', 'auth', 'authenticate']);

/** Whether a function, route or file of this name is sent passwords. */
export function isLoginPlace(name: string): boolean {
  const list = stems(name);
  return list.some((word, index) => LOGIN_PLACES.has(word) || LOGIN_PLACES.has(`${list[index - 1] ?? ''}${word}`));
}
