import { isAuthzClaim } from './claim-names.js';
import { stems } from './words.js';

const USERS = new Set(['user', 'userid', 'uid', 'username', 'customer', 'employee', 'admin']);
/** What else such a name may be made of: `current_user`, `user_info`, `logged_in_user_id`. */
const BESIDE = new Set(['id', 'name', 'current', 'logged', 'in', 'data', 'info', 'my']);

/**
 * What a cookie of this name tells of whoever sends it: who they are (`userId`, `user`, `current_user`), what they may do
 * (`role`, `isAdmin`), or neither. Not: guests and visitors, who are told apart by ids that nobody needs to know
 * (`anonymousUserId`), and what they have chosen (`userTheme`, `adminSidebar`).
 */
export function cookieTells(name: string): 'identity' | 'rights' | undefined {
  if (isAuthzClaim(name)) return 'rights';
  const list = stems(name);
  return list.some((word) => USERS.has(word)) && list.every((word) => USERS.has(word) || BESIDE.has(word)) ? 'identity' : undefined;
}
