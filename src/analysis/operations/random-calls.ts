import type { OperationModel } from '../../knowledge/model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { calleeRange } from '../evaluate/module.js';
import type { CallInfo } from '../evaluate/values.js';
import { fieldValue, type FieldContext } from './fields.js';
import { matchesOf } from './matching.js';
import { holdsForAll, libraryVersion } from './versions.js';

/** A call of a random source, with what is needed to read its fields. */
export interface RandomCall {
  readonly model: OperationModel<'random.generate'>;
  readonly field: FieldContext;
}

/** What a call draws from, as the library's version in use has it. */
export function randomCalls(ev: Evaluator, call: CallInfo): RandomCall[] {
  const context = { module: call.module, frame: call.frame };
  return matchesOf(ev, call.node, context).flatMap((match) => {
    const { model, library } = match;
    const version = libraryVersion(library, call.module.file, ev.project.host);
    if (model.kind !== 'random.generate' || (model.versions !== undefined && !holdsForAll(version, model.versions))) return [];
    return [{ model, field: { ev, match, info: call, context, at: call.module.place(calleeRange(call.node)), version } }];
  });
}

/** Whether a call draws from a secure source; `undefined` where it draws from none, or that cannot be told. */
export function drawsSecurely(ev: Evaluator, call: CallInfo): boolean | undefined {
  const all = randomCalls(ev, call).map(({ model: { fields: { secure } }, field }) => {
    const value = secure === undefined ? undefined : fieldValue(secure, field);
    return value?.kind === 'known' ? value.value === true : undefined;
  });
  return all.find((one) => one === true) ?? (all.length > 0 && all.every((one) => one === false) ? false : undefined);
}
