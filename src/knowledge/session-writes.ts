import type { OperationFacts } from '../domain/operations.js';
import type { OperationModel } from './model.js';

/** `session.userId = id` and `session[key] = value` of each of these paths to a session. */
export function sessionMemberWrites(sessions: readonly string[], facts?: OperationFacts): OperationModel<'session.write'> {
  return {
    kind: 'session.write',
    path: sessions.flatMap((session) => [`${session}.*`, `${session}[]`]),
    on: 'assign',
    fields: { key: { from: { member: true } }, value: { from: { assigned: true } } },
    ...(facts === undefined ? {} : { facts }),
  };
}
