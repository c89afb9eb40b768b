import { isSessionPurposeName } from '../../domain/names.js';
import type { IrNode } from '../../ir/walk.js';
import { authCookies } from './cookies.js';
import { placeKey } from '../finding.js';
import type { Operation } from '../operations/operations.js';
import type { Destinations } from './purpose.js';
import type { RuleContext } from '../rule.js';
import { alternatives, type Value } from '../evaluate/values.js';

const cache = new WeakMap<readonly unknown[], Destinations>();

/**
 * Where values go that operations say the purpose of: functions that make session ids, values of login cookies, keys,
 * entries of a storage and of the session.
 */
export function destinationsOf(context: RuleContext): Destinations {
  let found = cache.get(context.operations);
  if (found === undefined) {
    found = collect(context);
    cache.set(context.operations, found);
  }
  return found;
}

function collect(context: RuleContext): Destinations {
  const functions = new Map<string, string>();
  const calls = new Map<IrNode, Map<string, string>>();
  const add = ({ node }: Operation, value: Value, name: string): void => {
    const places = calls.get(node) ?? new Map<string, string>();
    calls.set(node, places);
    for (const { value: one } of alternatives(value)) if (one.kind !== 'known') places.set(placeKey(one.at), name);
  };
  for (const { generateId } of context.operationsOf('session.configure')) {
    for (const { value } of alternatives(generateId)) if (value.kind === 'function') functions.set(placeKey(value.at), 'session id');
  }
  for (const operation of context.operationsOf('token.issue')) add(operation, operation.key, 'signing key');
  for (const { operation, name } of authCookies(context)) {
    if (operation.kind === 'cookie.set') add(operation, operation.value, `cookie ${name}`);
  }
  for (const kind of ['storage.write', 'session.write'] as const) {
    for (const operation of context.operationsOf(kind)) {
      const { key, value } = operation;
      if (key.kind === 'known' && isSessionPurposeName(String(key.value))) add(operation, value, String(key.value));
    }
  }
  return { functions, calls };
}
