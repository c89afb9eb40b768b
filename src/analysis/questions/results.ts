import type { OperationKind } from '../../domain/operations.js';
import { modelsFor } from '../../knowledge/index.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Place } from '../finding.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';

/** Where the call stands that a value is the result of, or read from, when it is an operation of this kind. */
export function resultOf(ev: Evaluator, value: Value, kind: OperationKind): Place | undefined {
  for (const { value: one } of alternatives(value)) {
    const found = one.kind === 'external' ? fromCall(one, kind) : one.kind === 'param' ? fromCallback(ev, one, kind) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromCall(value: External, kind: OperationKind): Place | undefined {
  for (let current: External | undefined = value; current !== undefined; current = current.receiver) {
    if (current.call !== undefined && current.receiver !== undefined && isOfKind(current.receiver, kind)) return current.at;
  }
  return undefined;
}

/** The second parameter of a Node.js callback that is passed last: `verify(token, key, (error, claims) => …)`. */
function fromCallback(ev: Evaluator, { function: fn, index, module }: Extract<Value, { kind: 'param' }>, kind: OperationKind): Place | undefined {
  const call = module.parentOf(fn);
  if (index !== 1 || call?.kind !== 'call' || call.args.at(-1) !== fn) return undefined;
  const callee = ev.evaluate(call.callee, { module, frame: undefined });
  const isOperation = alternatives(callee).some(({ value }) => value.kind === 'external' && isOfKind(value, kind));
  return isOperation ? ev.calleePlace(call, module) : undefined;
}

function isOfKind({ package: packageName, path }: External, kind: OperationKind): boolean {
  return modelsFor(packageName, path, 'call').some(({ model }) => model.kind === kind);
}
