import type { FunctionExpression } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { RuleContext } from '../rule.js';
import type { Place } from '../finding.js';
import { alternatives } from '../evaluate/values.js';
import type { Module } from '../evaluate/module.js';
import { lastName } from '../naming.js';

/** A `handleRequest` of a guard of `@nestjs/passport` that returns the user whatever has happened. */
export interface ReturningHandler {
  readonly at: Place;
  readonly node: IrNode;
  readonly module: Module;
}

/**
 * Guards whose `handleRequest(error, user)` never throws: the one that it overrides does where there is an error or no user
 * (@nestjs/passport 11.0.5 dist/auth.guard.js).
 */
export function returningHandlers({ modules, evaluator }: RuleContext): ReturningHandler[] {
  return modules.flatMap((module) => module.sites.classes.flatMap((one): ReturningHandler[] => {
    const method = one.members.find(({ kind, key }) => kind === 'method' && key === 'handleRequest')?.value;
    if (method?.kind !== 'function' || one.superClass === undefined || !handsUserOn(method)) return [];
    const isGuard = alternatives(evaluator.evaluate(one.superClass, { module, frame: undefined })).some(({ value }) =>
      value.kind === 'external' && value.package === '@nestjs/passport' && value.path === 'AuthGuard()');
    return isGuard ? [{ at: module.place(method.head), node: method, module }] : [];
  }));
}

/** Nothing in it throws, asks, or leaves the decision to somebody else. */
function handsUserOn({ params, body }: FunctionExpression): boolean {
  const user = lastName(params[1]?.target);
  const [only] = 'kind' in body ? [] : body.slice(-1);
  const returned = only?.kind === 'return' ? only.value : undefined;
  const isHandedOn = returned?.kind === 'logical' && returned.operator !== '&&' ? returned.left : returned;
  return user !== undefined && lastName(isHandedOn) === user && !('kind' in body) &&
    !body.some((statement) => someNode(statement, ({ kind }) => kind === 'throw' || kind === 'super' || kind === 'if'));
}
