import type { CallExpression, Expression, Identifier } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { FLUENT } from '../../knowledge/index.js';
import type { Context, Evaluator } from './evaluate.js';
import type { Module } from './module.js';
import type { Binding } from './scopes.js';
import { unknown, type Time, type Value } from './values.js';

/**
 * What statements between a name's declaration and its use do to an instance of a library or of the language:
 * `builder.setExpirationTime('5m');`, `date.setDate(date.getDate() + 7);`.
 */
export function applyStatements(ev: Evaluator, binding: Binding, value: Value, context: Context, use: Identifier | undefined): Value {
  if (use === undefined || binding.references.length < 2) return value;
  if (value.kind === 'time') return moved(ev, binding, value, context, use);
  if (value.kind !== 'external' || !FLUENT.has(`${value.package}:${value.path}`)) return value;
  const last = callsBefore(binding, use, context.module).at(-1);
  // The call's own receiver is an earlier use of the name, which sees the calls before it.
  return last === undefined ? value : ev.evaluate(last, context);
}

/** Calls of methods of the name before a use in the same function, each with the whole chain that hangs on it. */
function callsBefore(binding: Binding, use: Identifier, module: Module): CallExpression[] {
  const result: CallExpression[] = [];
  for (const reference of binding.references) {
    if (reference.range[0] >= use.range[0] || module.functionsAround(reference)[0] !== module.functionsAround(use)[0]) continue;
    let call: CallExpression | undefined;
    let node: Expression = reference;
    for (;;) {
      const member: IrNode | undefined = module.parentOf(node);
      const parent: IrNode | undefined = member?.kind === 'member' && member.object === node ? module.parentOf(member) : undefined;
      if (parent?.kind !== 'call' || parent.callee !== member) break;
      call = parent;
      node = parent;
    }
    // A use within the chain's own arguments is no earlier one.
    if (call !== undefined && call.range[1] <= use.range[0]) result.push(call);
  }
  return result.sort((a, b) => a.range[0] - b.range[0]);
}

/** Milliseconds that one step of a date's part makes. Months and years are of no fixed length. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['Date', 86_400_000], ['Hours', 3_600_000], ['Minutes', 60_000], ['Seconds', 1000], ['Milliseconds', 1],
]);

function moved(ev: Evaluator, binding: Binding, time: Time, context: Context, use: Identifier): Value {
  let current: Time = time;
  for (const { callee, args } of callsBefore(binding, use, context.module)) {
    if (callee.kind !== 'member' || typeof callee.property !== 'string' || !callee.property.startsWith('set')) continue;
    const [arg] = args;
    const added = arg === undefined || arg.kind === 'spread' ? undefined : addedParts(ev, arg, context);
    const part = PARTS.get(callee.property.replace(/^set(?:UTC)?/, ''));
    if (added === undefined || part === undefined) return unknown(time.at, 'a date that is set');
    current = { ...current, offset: current.offset + added * part };
  }
  return current;
}

/** `n` of `date.getDate() + n`. */
function addedParts(ev: Evaluator, arg: Expression, context: Context): number | undefined {
  if (arg.kind !== 'binary' || arg.operator !== '+') return undefined;
  const values = [ev.evaluate(arg.left, context), ev.evaluate(arg.right, context)];
  const base = values.find((value) => value.kind === 'derived' && /^\.get\w+\(\)$/.test(value.operator) && value.operands[0]?.kind === 'time');
  const added = values.find((value) => value.kind === 'known' && typeof value.value === 'number');
  return base !== undefined && added?.kind === 'known' && typeof added.value === 'number' ? added.value : undefined;
}
