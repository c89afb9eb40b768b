import type { Expression } from '../../ir/types.js';
import type { Context, Evaluator } from './evaluate.js';
import { namespaceObject } from './exports.js';
import { memberOf, readMember } from './members.js';
import { withFallback } from './operators.js';
import type { Access } from './scopes.js';
import { mapAlternatives, unknown, type Value } from './values.js';

/** Destructures: what a binding gets of the value that its pattern is matched with. */
export function applyAccess(ev: Evaluator, value: Value, access: readonly Access[], context: Context): Value {
  let current = value;
  for (const step of access) current = applyStep(ev, current, step, context);
  return current;
}

function applyStep(ev: Evaluator, value: Value, step: Access, context: Context): Value {
  switch (step.kind) {
    case 'property': {
      const place = context.module.place(step.range);
      return readMember(ev, value, ev.key(step.key, context), { node: place, key: place });
    }
    case 'index':
      return mapAlternatives(value, (one) => one.kind === 'array' || one.kind === 'external' || one.kind === 'param'
        ? memberOf(ev, one, String(step.index), { node: one.at, key: one.at })
        : unknown(one.at, 'element of what is not an array literal'));
    case 'default':
      return withDefault(ev, value, step.value, context);
    case 'rest':
      return restOf(ev, value, step.taken);
  }
}

function withDefault(ev: Evaluator, value: Value, node: Expression, context: Context): Value {
  return mapAlternatives(value, (one) => {
    if (one.kind === 'absent') return ev.evaluate(node, context);
    if (one.kind === 'env') return withFallback(one, ev.evaluate(node, context));
    return one;
  });
}

function restOf(ev: Evaluator, value: Value, taken: readonly string[] | number | undefined): Value {
  return mapAlternatives(value, (one) => {
    if (typeof taken === 'number') {
      return one.kind === 'array' ? { ...one, elements: one.elements.slice(taken) } : unknown(one.at, 'rest of a list');
    }
    if (taken === undefined) return one;
    if (one.kind === 'module') return restOf(ev, namespaceObject(ev, one.module, one.at), taken);
    if (one.kind !== 'object') return unknown(one.at, 'rest of an object');
    return { ...one, members: new Map([...one.members].filter(([key]) => !taken.includes(key))) };
  });
}
