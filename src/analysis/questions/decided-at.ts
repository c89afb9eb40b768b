import type { Argument } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import type { Place } from '../finding.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import { sourcesOf } from '../operations/fields.js';
import type { OperationBase } from '../operations/operations.js';
import { paramsIn } from '../operations/params.js';
import { alternatives, type Param } from '../evaluate/values.js';

/**
 * The call that decides an argument of an operation: the operation's own, or, where wrappers hand a parameter on, the
 * call outside them that gives it. `argument` is the expression at the operation. `undefined` where a file that cannot
 * be seen may decide.
 */
export function decidedAt(
  { evaluator, wholeProject }: Analysis,
  operation: OperationBase,
  argument: Argument | undefined,
): Place | undefined {
  /** A parameter gives it, and no fallback of its own does. */
  const givenBy = (expression: Argument | undefined, module: Module): Param | undefined => {
    if (expression === undefined || expression.kind === 'spread') return undefined;
    const values = alternatives(evaluator.evaluate(expression, { module, frame: undefined }));
    const params = values.map(({ value }) => paramsIn(value)[0]);
    return params.includes(undefined) ? undefined : params[0];
  };
  let at = operation.at;
  let param = givenBy(argument, operation.module);
  for (const { node, module } of operation.callers) {
    if (param === undefined) break;
    at = module.place(calleeRange(node));
    param = givenBy(node.args[param.index], module);
  }
  return param === undefined || wholeProject ? at : undefined;
}

/** The argument of an operation's call that a field's value is, its member of that name, or what it stands in. */
export function argumentOf({ node, sources }: OperationBase, field: string): Argument | undefined {
  if (node.kind !== 'call') return undefined;
  for (const source of sourcesOf(sources?.[field])) {
    const argument = 'arg' in source && !('chain' in source) ? node.args[source.arg] : undefined;
    if (argument?.kind !== 'object' || !('path' in source)) {
      if (argument !== undefined) return argument;
      continue;
    }
    const member = argument.members.find((one) => one.kind === 'property' && one.key === source.path);
    return member?.kind === 'property' ? member.value : argument;
  }
  return undefined;
}
