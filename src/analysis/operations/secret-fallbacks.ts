import { isSecretName } from '../../domain/names.js';
import type { DefaultPattern, Expression, LogicalExpression } from '../../ir/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import type { OperationOf } from './operations.js';
import { alternatives, type Value } from '../evaluate/values.js';

/**
 * Reads of secrets from the environment that fall back to something else. They count wherever the value goes: a
 * configuration object that a framework reads leads to no call that could be recognised. Known by the variable's name
 * alone, so likely at best.
 */
export function secretFallbacks(ev: Evaluator, module: Module): OperationOf<'secret.fallback'>[] {
  return module.sites.fallbacks.flatMap((node): OperationOf<'secret.fallback'>[] => {
    if (!mayReadSecret(node) || isInner(node, module)) return [];
    const read = node.kind === 'logical' ? node : node.target;
    if (read.kind !== 'logical' && read.kind !== 'identifier') return [];
    const secret = alternatives(ev.evaluate(read, { module, frame: undefined })).find(({ value }) => isFallback(value))?.value;
    if (secret === undefined) return [];
    const at = module.place(node.kind === 'logical' ? node.left.range : node.target.range);
    return [{ kind: 'secret.fallback', library: 'the environment', at, node, module, callers: [], likely: true, facts: {}, secret }];
  });
}

function isFallback(value: Value): boolean {
  return value.kind === 'env' && value.fallback !== undefined && isSecretName(value.name);
}

/** The last name that is read: most fallbacks are of nothing secret, and evaluating them would follow imports. */
function mayReadSecret(node: LogicalExpression | DefaultPattern): boolean {
  if (node.kind === 'default-pattern') return node.target.kind === 'identifier' && isSecretName(node.target.name);
  let left: Expression = node.left;
  while (left.kind === 'logical') left = left.left;
  return left.kind === 'member' ? typeof left.property === 'string' && isSecretName(left.property) : left.kind === 'identifier' && isSecretName(left.name);
}

/** In `a || b || 'c'`, `a || b` is no whole. */
function isInner(node: LogicalExpression | DefaultPattern, module: Module): boolean {
  const parent = module.parentOf(node);
  return parent?.kind === 'logical' && parent.left === node;
}
