import type { Expression } from '../../ir/types.js';
import type { ResultModel } from '../../knowledge/model.js';
import type { Module } from '../evaluate/module.js';
import { lastSourceName } from '../naming.js';
import { sourceValue, type FieldContext } from './fields.js';

/** What a check gives back, as far as the caller has to look at it. */
export interface CheckResult {
  /** The call's value is a promise of the result. */
  readonly promise: boolean;
  /** How it says no: it throws (a promise rejects), or gives back something falsy and never throws. */
  readonly refusal: ResultModel['refusal'];
}

/** What the call of a check gives back; `undefined` where a callback gets the result, or may. */
export function checkResult({ promise, refusal, callback, throwsWith }: ResultModel, field: FieldContext): CheckResult | undefined {
  const { info, context: { module }, match: { node, target } } = field;
  if (info === undefined || info.spread || (node.kind !== 'call' && node.kind !== 'new')) return undefined;
  if (callback !== undefined && (info.args.length > callback || info.args.at(-1)?.kind === 'function')) return undefined;
  const { callee } = node;
  const name = callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : /[\w$]+$/.exec(target.path)?.[0];
  const option = throwsWith === undefined ? undefined : sourceValue(throwsWith, field);
  const throws = refusal === 'throws' || (option !== undefined && option.kind !== 'absent' && !(option.kind === 'known' && option.value === false));
  const gives = promise === 'promisified' ? isPromisified(callee, module) : promise === true || (promise ?? []).includes(name ?? '');
  return { promise: gives, refusal: throws ? 'throws' : 'falsy' };
}

/** `promisify(verify)(token, key)`, or a variable of that. */
function isPromisified(callee: Expression, module: Module): boolean {
  if (callee.kind === 'call') return lastSourceName(callee.callee, module) === 'promisify';
  const declaration = callee.kind === 'identifier' ? module.bindingOf(callee)?.declarations[0] : undefined;
  const init = declaration?.kind === 'variable' ? declaration.declaration.init : undefined;
  return init?.kind === 'call' && isPromisified(init, module);
}
