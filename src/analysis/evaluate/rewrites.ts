import type { Expression, FunctionExpression, Identifier, Statement } from '../../ir/types.js';
import { coveringStatement } from './coverage.js';
import { applyAccess } from './destructure.js';
import type { Context, Evaluator } from './evaluate.js';
import { conditionOf, otherwiseIn, type Condition } from './flow.js';
import type { Module } from './module.js';
import { binaryValue, logicalValue } from './operators.js';
import { dominates, isAfter, mayBeSkipped } from './order.js';
import type { Binding, Declaration, Write } from './scopes.js';
import { union, unknown, type Value, type When } from './values.js';

/** A name that is written more often than this is unknown. */
const MAX_WRITES = 6;

interface Reached {
  readonly value: Value;
  readonly when?: When | undefined;
}

/**
 * What a name that is written again may hold at `use`, or, without one, once its module is loaded: the initial value
 * and what the writes make of it, in the order of the source.
 */
export function rewrittenValue(
  ev: Evaluator,
  binding: Binding,
  declaration: Declaration,
  initial: () => Value,
  context: Context,
  use: Identifier | undefined,
): Value {
  const { module } = context;
  const home = homeOf(declaration, module);
  const hasInitial = declaration.kind !== 'variable' || declaration.declaration.init !== undefined;
  const writes = [...binding.writes].sort((a, b) => a.node.range[0] - b.node.range[0]);
  if (writes.length > MAX_WRITES) return unknown(module.place(writes[0]?.node.range ?? [0, 0]), `${binding.name} is written in many places`);
  let reached: readonly Reached[] = hasInitial ? [{ value: initial() }] : [];
  for (const write of writes) {
    const order = orderOf(write, use, home, module);
    if (order === 'after') continue;
    const condition = conditionOf(ev, write.node, context);
    if (condition.never && order !== 'before') continue;
    const written = writtenValue(ev, write, reached, condition, context);
    const covering = order === 'conditional' ? coveringStatement(write.node, writes.filter(isPlain).map(({ node }) => node), module) : undefined;
    reached = order === 'before' || (covering !== undefined && use !== undefined && dominates(covering, use, module)) ? [{ value: written }] : withWrite(reached, written, order === 'perhaps' ? { conditional: true, partly: true } : condition);
  }
  // `let options = {}` that another function replaces is there to be replaced.
  const isReplaced = writes.some(({ node }) => module.functionsAround(node)[0] !== home) && reached.length > 1;
  const [first] = isReplaced && isEmptyObject(reached[0]?.value) ? (reached = reached.slice(1)) : reached;
  return first === undefined ? initial() : union(first.value.at, reached);
}

function isEmptyObject(value: Value | undefined): boolean {
  return value?.kind === 'object' && value.members.size === 0 && value.open === undefined;
}

function isPlain({ node }: Write): boolean {
  return node.kind === 'assign' && node.operator === '=';
}

/** The function in whose call the name is made. */
function homeOf(declaration: Declaration, module: Module): FunctionExpression | undefined {
  switch (declaration.kind) {
    case 'param':
      return declaration.function;
    case 'variable':
      return module.functionsAround(declaration.statement)[0];
    case 'function':
      return module.functionsAround(declaration.function)[0];
    default:
      return undefined;
  }
}

/**
 * How a write stands to a use: surely before it; at its own condition in the same run; perhaps before it, in another
 * function; or too late.
 */
function orderOf(write: Write, use: Identifier | undefined, home: FunctionExpression | undefined, module: Module): 'before' | 'conditional' | 'perhaps' | 'after' {
  const writer = module.functionsAround(write.node)[0];
  const user = use === undefined ? undefined : module.functionsAround(use)[0];
  if (use !== undefined && writer === user) {
    if (isAfter(effectOf(write.node), use, module)) return user === home ? 'after' : 'perhaps';
    return dominates(write.node, use, module) ? 'before' : mayBeSkipped(write.node, module) ? 'perhaps' : 'conditional';
  }
  if (writer !== home || mayBeSkipped(write.node, module)) return 'perhaps';
  return 'conditional';
}

/** A loop's variable is written before its body. */
function effectOf(node: Write['node']): Expression | Statement {
  return node.kind === 'loop' ? (node.iterable ?? node) : node;
}

/** What is reached after a write that happens under a condition. */
function withWrite(reached: readonly Reached[], value: Value, condition: Condition): readonly Reached[] {
  const { conditional, when, surelyIn } = condition;
  if (!conditional) return [{ value }];
  if (surelyIn === undefined) return [...reached, { value, when }];
  const before = reached.flatMap((one) => (one.when === surelyIn ? [] : [{ value: one.value, when: otherwiseIn(condition) }]));
  return [...before, { value, when }];
}

function writtenValue(ev: Evaluator, write: Write, reached: readonly Reached[], condition: Condition, context: Context): Value {
  const { node } = write;
  const at = context.module.place(node.range);
  if (write.value === undefined) return unknown(at, 'counted or looped over');
  const value = ev.evaluate(write.value, context);
  const operator = node.kind === 'assign' ? node.operator : '=';
  if (operator === '=') return applyAccess(ev, value, write.access, context);
  return assignedValue(operator, reached.length === 0 ? unknown(at, 'not assigned before') : union(at, reached), value, condition, at);
}

/** The value that `before operator= value` makes. */
export function assignedValue(operator: string, before: Value, value: Value, condition: Condition, at: Value['at']): Value {
  switch (operator) {
    case '=':
      return value;
    case '||=':
    case '??=':
    case '&&=':
      return logicalValue(operator.slice(0, -1) as '||' | '??' | '&&', before, () => value, at);
    default:
      // Who knows how often.
      return condition.partly ? { kind: 'derived', operator, operands: [before, value], at } : binaryValue(operator.slice(0, -1), before, value, at);
  }
}
