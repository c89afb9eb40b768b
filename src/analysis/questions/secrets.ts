import { mayHoldLogin } from './cookies.js';
import { unconverted } from '../operations/conversions.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Confidence } from '../finding.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { alternatives, type Alternative, type External, type Param, type Value } from '../evaluate/values.js';

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
export function* secretUses({ operationsOf, evaluator }: RuleContext): Iterable<SecretUse> {
  const uses = (operation: SecretOperation, secret: Value): Iterable<SecretUse> => usesIn(evaluator, operation, secret);
  for (const operation of operationsOf('token.issue')) yield* uses(operation, operation.key);
  for (const operation of operationsOf('token.verify')) if (!mayBePublic(operation)) yield* uses(operation, operation.key);
  for (const operation of operationsOf('session.configure')) if (mayHoldLogin(operation)) yield* uses(operation, operation.secret);
  for (const operation of operationsOf('secret.use')) yield* uses(operation, operation.secret);
  for (const operation of operationsOf('secret.fallback')) yield* uses(operation, operation.secret);
}

const SYMMETRIC = /^(?:HS|A\d|dir)/;

/** The key of an asymmetric algorithm is public, and the key of one that cannot be told may be. */
function mayBePublic({ algorithms }: OperationOf<'token.verify'>): boolean {
  if (algorithms.kind === 'absent') return false;
  const names = algorithms.kind === 'array' ? algorithms.elements : [algorithms];
  return names.length > 0 && !names.some((one) => one.kind === 'known' && SYMMETRIC.test(String(one.value)));
}

function* usesIn(ev: Evaluator, operation: SecretOperation, secret: Value, outer?: External, isOneOf = false): Iterable<SecretUse> {
  const all = alternatives(secret);
  for (const { value: alternative, when } of all) {
    if (when === 'development') continue;
    const { value, by = outer } = unconverted(alternative);
    const otherwise = value.kind === 'param' ? parameterDefault(ev, value) : undefined;
    if (otherwise !== undefined) yield* usesIn(ev, operation, otherwise, by, true);
    else if (value.kind === 'union') yield* usesIn(ev, operation, value, by, isOneOf);
    else if (value.kind === 'array') for (const element of value.elements) yield* usesIn(ev, operation, element, by, isOneOf);
    else if (value.kind === 'object') for (const member of keyMembers(value.members)) yield* usesIn(ev, operation, member, by, isOneOf);
    else {
      const confidence = all.length > 1 || isOneOf || operation.likely ? 'likely' : 'certain';
      yield { operation, value, by, siblings: all.map((one) => one.value), confidence };
    }
  }
}

/** What a parameter is when nobody gives it, where no call can be seen: `(claims, key = 'changeme') => …`. */
function parameterDefault(ev: Evaluator, { function: fn, module, index, path }: Param): Value | undefined {
  const target = fn.params[index]?.target;
  return target?.kind === 'default-pattern' && path.length === 0 ? ev.evaluate(target.default, { module, frame: undefined }) : undefined;
}

/** `{ key, passphrase }` of node:crypto, and the secret or private part of a JWK (RFC 7518 sections 6.2.2, 6.3.2, 6.4.1). */
function keyMembers(members: ReadonlyMap<string, Value>): Value[] {
  return ['key', 'secret', 'passphrase', 'k', 'd'].flatMap((name) => members.get(name) ?? []);
}
