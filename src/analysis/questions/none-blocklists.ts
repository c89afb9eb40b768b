import { isNone } from '../../domain/algorithms.js';
import type { BinaryExpression, Expression } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import { expressionsInConditions, isEquality } from './conditions.js';
import type { Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { lastName, sourceName } from '../naming.js';
import type { Operation } from '../operations/operations.js';
import { resultOf } from './results.js';

/** A comparison of an unverified token's algorithm with `none`. */
export interface Blocklist {
  readonly at: Place;
  /** `none` as it is spelled. */
  readonly text: string;
  /** Where the token is read. */
  readonly read: Place;
}

/**
 * Comparisons with `none` that stand alone: where the same file verifies with a list of algorithms, the comparison only
 * says the same again.
 */
export function blocklists({ modules, operations, evaluator }: Analysis): Blocklist[] {
  const guarded = new Set(operations.filter(hasList).map(({ module }) => module));
  return modules.filter((module) => !guarded.has(module)).flatMap((module) => {
    const result: Blocklist[] = [];
    for (const node of expressionsInConditions(module)) {
      const compared = node.kind === 'binary' ? comparedWithNone(node) : undefined;
      if (compared === undefined) continue;
      const value = evaluator.evaluate(compared.other, { module, frame: undefined });
      const read = namesAlgorithm(compared.other, module) ? resultOf(evaluator, value, 'token.decode') : undefined;
      if (read !== undefined) result.push({ at: module.place(node.range), text: compared.text, read });
    }
    return result;
  });
}

function hasList(operation: Operation): boolean {
  return operation.kind === 'token.verify' && operation.algorithms.kind !== 'absent';
}

function comparedWithNone({ operator, left, right }: BinaryExpression): { other: Expression; text: string } | undefined {
  if (!isEquality(operator)) return undefined;
  for (const [one, other] of [[left, right], [right, left]] as const) {
    if (one.kind === 'string' && isNone(one.value)) return { other, text: one.value };
  }
  return undefined;
}

const ALGORITHM = /^alg(?:orithm)?$/i;

/** `header.alg`, also after `toLowerCase()`, or a variable of that name or with that in it. */
function namesAlgorithm(node: Expression, module: Module): boolean {
  if (node.kind === 'call') return node.callee.kind === 'member' && namesAlgorithm(node.callee.object, module);
  if (node.kind !== 'identifier') return ALGORITHM.test(lastName(node) ?? '');
  if ([node.name, sourceName(node, module)].some((name) => ALGORITHM.test(name))) return true;
  const declaration = module.bindingOf(node)?.declarations[0];
  const init = declaration?.kind === 'variable' && declaration.access.length === 0 ? declaration.declaration.init : undefined;
  return init !== undefined && init.kind !== 'identifier' && namesAlgorithm(init, module);
}
