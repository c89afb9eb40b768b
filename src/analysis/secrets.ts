import { unconverted } from './conversions.js';
import type { Confidence } from './finding.js';
import type { OperationOf } from './operations.js';
import type { RuleContext } from './rule.js';
import { alternatives, type Alternative, type External, type Value } from './values.js';

export type SecretOperation =
  | OperationOf<'token.issue'> | OperationOf<'token.verify'> | OperationOf<'session.configure'> | OperationOf<'secret.use'>
  | OperationOf<'secret.fallback'>;

/** One value that may be the secret of an operation. */
export interface SecretUse {
  readonly operation: SecretOperation;
  /** Before it was encoded. */
  readonly value: Alternative['value'];
  /** The encoding that it was looked for behind. */
  readonly by?: External | undefined;
  /** The secret may also be another value. */
  readonly siblings: readonly Value[];
  readonly confidence: Confidence;
}

/**
 * Everything that may sign, seal or encrypt something: keys of tokens, secrets of sessions and other uses, one by one
 * where there are several or alternatives. Without keys that are public by their algorithm, and without what holds only
 * outside production.
 */
export function* secretUses({ operationsOf }: RuleContext): Iterable<SecretUse> {
  for (const operation of operationsOf('token.issue')) yield* usesIn(operation, operation.key);
  for (const operation of operationsOf('token.verify')) if (!mayBePublic(operation)) yield* usesIn(operation, operation.key);
  for (const operation of operationsOf('session.configure')) yield* usesIn(operation, operation.secret);
  for (const operation of operationsOf('secret.use')) yield* usesIn(operation, operation.secret);
  for (const operation of operationsOf('secret.fallback')) yield* usesIn(operation, operation.secret);
}

const SYMMETRIC = /^(?:HS|A\d|dir)/;

/** The key of an asymmetric algorithm is public, and the key of one that cannot be told may be. */
function mayBePublic({ algorithms }: OperationOf<'token.verify'>): boolean {
  if (algorithms.kind === 'absent') return false;
  const names = algorithms.kind === 'array' ? algorithms.elements : [algorithms];
  return names.length > 0 && !names.some((one) => one.kind === 'known' && SYMMETRIC.test(String(one.value)));
}

function* usesIn(operation: SecretOperation, secret: Value, outer?: External): Iterable<SecretUse> {
  const all = alternatives(secret);
  for (const { value: alternative, when } of all) {
    if (when === 'development') continue;
    const { value, by = outer } = unconverted(alternative);
    if (value.kind === 'union') yield* usesIn(operation, value, by);
    else if (value.kind === 'array') for (const element of value.elements) yield* usesIn(operation, element, by);
    else if (value.kind === 'object') for (const member of keyMembers(value.members)) yield* usesIn(operation, member, by);
    else {
      const confidence = all.length > 1 || operation.likely ? 'likely' : 'certain';
      yield { operation, value, by, siblings: all.map((one) => one.value), confidence };
    }
  }
}

/** `{ key, passphrase }` of node:crypto, and the secret or private part of a JWK (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1). */
function keyMembers(members: ReadonlyMap<string, Value>): Value[] {
  return ['key', 'secret', 'passphrase', 'k', 'd'].flatMap((name) => members.get(name) ?? []);
}
