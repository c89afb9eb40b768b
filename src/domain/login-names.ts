import { tokenNameStrength } from './names.js';
import { stems } from './words.js';

const LOGIN_WORDS = new Set(['login', 'signin', 'signup', 'authenticate']);
/** Whom a registration registers: `registerUser` is one, `registerRoutes` is none. */
const REGISTERED = new Set([
  'register', 'user', 'account', 'member', 'customer', 'handle', 'handler', 'post', 'on', 'do', 'submit',
]);
const LOGIN_PAIRS = [['log', 'in'], ['sign', 'in'], ['sign', 'up'], ['sign', 'on']] as const;

/** Words of what only shows, tests or guards a login. */
const VETOES = new Set([
  'is', 'has', 'require', 'requires', 'ensure', 'check', 'page', 'form', 'show', 'render', 'display', 'view',
  'redirect', 'url', 'path', 'route', 'status', 'error', 'failed', 'failure', 'limit', 'limiter', 'attempts',
  'options', 'middleware', 'get',
]);

/**
 * Whether a function of this name logs somebody in: `login`, `handleSignIn`, `logUserIn`, `registerUser`,
 * `authenticate`. Registration counts: it ends in a session. Not: `isLoggedIn`, `showLoginPage`, `requireLogin`.
 */
export function isLoginName(name: string): boolean {
  const list = stems(name);
  if (list.some((word) => VETOES.has(word))) return false;
  if (list.includes('register') && list.every((word) => REGISTERED.has(word))) return true;
  return list.some((word) => LOGIN_WORDS.has(word)) || LOGIN_PAIRS.some(([first, last]) => inOrder(list, first, last));
}

/** `logIn`, and with one word between, `logUserIn`. */
function inOrder(list: readonly string[], first: string, last: string): boolean {
  return list.some((word, index) => word === first && (list[index + 1] === last || list[index + 2] === last));
}

const PRINCIPAL_WORDS = new Set([
  'user', 'userid', 'username', 'uid', 'account', 'accountid', 'member', 'customer', 'employee', 'admin',
  'principal', 'identity', 'passport', 'auth', 'authenticated', 'authed', 'loggedin',
]);

/** Words of what is noted of a user beside who it is, or before it is known. */
const PRINCIPAL_VETOES = new Set([
  'pending', 'temp', 'temporary', 'challenge', 'reset', 'invite', 'invited', 'last', 'return', 'redirect', 'count',
  'error', 'errors', 'message', 'agent', 'preferences', 'prefs', 'settings', 'locale', 'theme', 'lang', 'input',
  'form', 'state', 'nonce', 'verifier', 'url', 'attempts', 'method', 'csrf', 'request', 'code', 'params', 'flow',
]);

/** Whether a key of a session says who is logged in: `userId`, `isAuthenticated`, `token`; not `pendingUserId`. */
export function isPrincipalKey(name: string): boolean {
  const list = stems(name);
  if (list.some((word) => PRINCIPAL_VETOES.has(word))) return false;
  if (list.some((word) => PRINCIPAL_WORDS.has(word)) || inOrder(list, 'logged', 'in')) return true;
  return tokenNameStrength(name) === 'strong' || ['token', 'email'].includes(list.join(' '));
}

const LOGIN_ROUTE =
  /(?:^|[/-])(?:log-?in|sign-?(?:in|up|on)|register|registration|authenticate|sso|callback)(?:$|[/?#])/i;

/** Whether a route's path is one where a login or registration ends: `/login`, `/auth/google/callback`. */
export function isLoginRoute(path: string): boolean {
  return LOGIN_ROUTE.test(path);
}

const CREDENTIAL_CHECK =
  /^(?:(?:validate|verify|check|compare|match)_?|is_?valid_?)(?:login|user|password|passwd|pass|credentials?)/i;

/** Whether a function of this name holds a password or another credential against what is stored. */
export function isCredentialCheckName(name: string): boolean {
  return CREDENTIAL_CHECK.test(name) || isLoginName(name);
}
