import { someNode } from '../../ir/walk.js';
import { sessionPackages } from '../../knowledge/index.js';
import { alternatives } from '../evaluate/values.js';
import { lastName, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';

/** The name under which code keeps when a session was last used: `lastSeen`, `last_activity_at`, `idleSince`; not `accessToken`. */
const LAST_USE = /last_?(?:seen|active|activity|used|access|request|touched)|idle_?since|active_?at/i;

/** Whether the sessions are on the server, where `maxAge` says how long one is kept that nobody uses. */
export function isKeptOnServer({ library, store }: OperationOf<'session.configure'>): boolean {
  if (sessionPackages('server').includes(library)) return true;
  return sessionPackages('store').includes(library) &&
    alternatives(store).every(({ value: { kind } }) => kind !== 'absent' && kind !== 'unknown');
}

/**
 * Whether the project's own code decides when a session ends: it writes into the session when that was last used, or
 * sets the lifetime of a session in use (`req.session.cookie.maxAge = …`).
 */
export function limitsSessionsItself({ operationsOf, modules }: RuleContext): boolean {
  const keepsLastUse = operationsOf('session.write').some(({ key }) =>
    textsOf(key).some((name) => LAST_USE.test(name)));
  return keepsLastUse || modules.some(({ ir }) => someNode(ir, (node) =>
    node.kind === 'assign' && node.target.kind === 'member' && lastName(node.target.object) === 'cookie' &&
    ['maxAge', 'expires', 'originalMaxAge'].includes(lastName(node.target) ?? '')));
}
