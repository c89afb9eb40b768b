import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import type { Value } from '../evaluate/values.js';

/** Where tokens are issued with the key that a verification takes. */
export function issuedWith({ operationsOf }: RuleContext, key: Value): OperationOf<'token.issue'>[] {
  return operationsOf('token.issue').filter((issue) => isSameKey(issue.key, key));
}

/** The same environment variable, or a value that stands in the same place. */
function isSameKey(a: Value, b: Value): boolean {
  if (a.kind === 'env' && b.kind === 'env') return a.name === b.name;
  const isConstant = a.kind === b.kind && (a.kind === 'known' || a.kind === 'text');
  return isConstant && a.at.file === b.at.file && a.at.range[0] === b.at.range[0];
}

/** Whether for sure nothing in the project issues tokens with a key. */
export function isIssuedElsewhere({ operationsOf, wholeProject }: RuleContext, key: Value): boolean {
  const keys = operationsOf('token.issue').map((issue) => issue.key);
  return wholeProject && [key, ...keys].every(isIdentified) && !keys.some((one) => isSameKey(one, key));
}

/** Whether a key can be told from others. */
function isIdentified(key: Value): boolean {
  return key.kind === 'env' || key.kind === 'text' || key.kind === 'known';
}
