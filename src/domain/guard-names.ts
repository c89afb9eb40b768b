import { stems, words } from './words.js';

/** What lets only known users pass is named as an order. */
const GUARD_WORDS = new Set([
  'require', 'requires', 'required', 'ensure', 'ensures', 'guard', 'protect', 'protected', 'protector', 'restrict', 'restricted', 'enforce', 'must', 'only',
  'authorize', 'authorise', 'authorized', 'authorised',
]);
/** `isAuthenticated`, `isLoggedIn` */
const GUARD_PHRASES = /^(?:is|check) (?:auth|authed|authenticated|authorized|logged in|logged|admin|login)$/;
/** What takes note of a user where there is one, and lets strangers pass. */
const OPTIONAL_WORDS = new Set([
  'optional', 'optionally', 'maybe', 'try', 'soft', 'lenient', 'loose', 'attach', 'load', 'populate', 'set', 'extract', 'parse', 'deserialize', 'identify', 'context',
  'current', 'decode', 'inject', 'add', 'hydrate', 'guest', 'anonymous', 'anon', 'public', 'passive', 'if', 'unless', 'refresh', 'logout', 'signout',
]);
/** A yes of these says that something is wrong. */
const NEGATIVE_WORDS = new Set([
  'expired', 'invalid', 'error', 'fail', 'failed', 'fails', 'need', 'needs', 'should', 'revoked', 'blocked', 'denied', 'missing', 'stale', 'bad', 'broken', 'malformed',
  'rejected', 'rejects', 'throws', 'not', 'un', 'unauthorized', 'unauthenticated', 'guest', 'anonymous', 'public', 'logout', 'expiry',
]);

/** Whether a function or class of this name lets only known users pass: `requireUser`, `AuthGuard`, `isAuthenticated`. */
export function isGuardName(name: string): boolean {
  const list = words(name);
  return list.some((word) => GUARD_WORDS.has(word)) || GUARD_PHRASES.test(list.join(' '));
}

/** Whether a function, class or file of this name lets strangers pass on purpose: `optionalAuth`, `attachUser`. */
export function isOptionalName(name: string): boolean {
  return words(name).some((word) => OPTIONAL_WORDS.has(word));
}

/** Whether `true` of a function of this name is bad news: `isTokenExpired`. */
export function isNegativeName(name: string): boolean {
  return words(name).some((word) => NEGATIVE_WORDS.has(word));
}

/** Whether a name is one of somebody who has not logged in: `guestUser`, `ANONYMOUS`. */
export function isStrangerName(name: string): boolean {
  return stems(name).some((word) => ['guest', 'anonymous', 'anon', 'public', 'visitor', 'stranger', 'nobody', 'unknown', 'none', 'unauthenticated'].includes(word));
}
