import type { FunctionExpression } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import type { Module } from '../evaluate/module.js';
import { alternatives } from '../evaluate/values.js';
import type { CallSite } from '../operations/callsites.js';

/** Where object models keep the methods of their documents: `schema.methods.matches = …`, `{ methods: { matches() … } }`. */
const HOLDERS = new Set(['methods', 'statics', 'prototype', 'instanceMethods']);

/**
 * Calls that are, by their name, of a method that a model is given: what the model makes of the function nobody can see.
 * Only receivers that are not known count.
 */
export function callsOfModelMethod(fn: FunctionExpression, module: Module, { modules, evaluator }: Pick<Analysis, 'modules' | 'evaluator'>): CallSite[] {
  const name = modelMethod(fn, module);
  if (name === undefined) return [];
  return modules.flatMap((caller) => caller.sites.calls.flatMap((node): CallSite[] => {
    if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== name) return [];
    const isOpen = alternatives(evaluator.callee(node, { module: caller, frame: undefined })).every(({ value }) => value.kind !== 'function');
    return isOpen ? [{ node, module: caller, callee: { kind: 'function', function: fn, module, at: module.place(fn.head) } }] : [];
  }));
}

function modelMethod(fn: FunctionExpression, module: Module): string | undefined {
  const parent = module.parentOf(fn);
  if (parent?.kind === 'assign' && parent.target.kind === 'member') {
    const { object, property } = parent.target;
    const isMethod = object.kind === 'member' && typeof object.property === 'string' && HOLDERS.has(object.property);
    return isMethod && typeof property === 'string' ? property : undefined;
  }
  if (parent?.kind !== 'property' || typeof parent.key !== 'string') return undefined;
  const object = module.parentOf(parent);
  const holder = object === undefined ? undefined : module.parentOf(object);
  return holder?.kind === 'property' && typeof holder.key === 'string' && HOLDERS.has(holder.key) ? parent.key : undefined;
}
