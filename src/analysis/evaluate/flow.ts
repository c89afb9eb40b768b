import type { Expression, Statement, SwitchStatement } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Context, Evaluator } from './evaluate.js';
import { environmentAmong } from './operators.js';
import { exits, listsOf } from './order.js';
import { alternatives, truthiness, union, type Value, type When } from './values.js';

/** Under what circumstances a node of a function is reached. */
export interface Condition {
  /** Something decides whether it is reached at all. */
  readonly conditional: boolean;
  /** The environment in which it is reached, where that decides. */
  readonly when?: When | undefined;
  /** Something beside the environment decides. */
  readonly partly?: true;
  /** The environment in which it is reached whatever else decides: `if (isProduction || isStaging)`. */
  readonly surelyIn?: When | undefined;
  /** A condition whose value is known rules it out. */
  readonly never?: true;
}

/** Gathers what the branchings around and before a node say, up to the function that it stands in. */
export function conditionOf(ev: Evaluator, node: IrNode, context: Context): Condition {
  const found: Condition[] = [];
  let child: IrNode = node;
  for (let parent = context.module.parentOf(node); ; parent = context.module.parentOf(parent)) {
    found.push(...exitsBefore(ev, child, parent, context));
    if (parent === undefined || parent.kind === 'function') break;
    const branch = branchOf(ev, child, parent, context);
    if (branch !== undefined) found.push(branch);
    child = parent;
  }
  return allOf(found);
}

function allOf(found: readonly Condition[]): Condition {
  const when = found.find((one) => one.when !== undefined)?.when;
  const conditions = found.filter((one) => one.conditional);
  const surelyIn = conditions.length === 1 ? conditions[0]?.surelyIn : undefined;
  return {
    conditional: conditions.length > 0,
    ...(surelyIn === undefined ? {} : { surelyIn }),
    ...(when === undefined ? {} : { when }),
    ...(found.some((one) => one.partly) ? { partly: true } : {}),
    ...(found.some((one) => one.never === true || (one.when !== undefined && one.when !== when)) ? { never: true } : {}),
  };
}

/** Under what circumstances control gets to the end of these statements. */
export function endCondition(ev: Evaluator, statements: readonly Statement[], context: Context): Condition {
  return allOf(exitsAmong(ev, statements, context));
}

/** What a parent says of when this child is reached. */
function branchOf(ev: Evaluator, child: IrNode, parent: IrNode, context: Context): Condition | undefined {
  const under = (test: Expression, truth: boolean): Condition => conditionWhere(ev.evaluate(test, context), truth);
  switch (parent.kind) {
    case 'if':
    case 'conditional':
      return child === parent.test ? undefined : under(parent.test, isIn(child, parent.then));
    case 'logical':
      if (child !== parent.right) return undefined;
      return parent.operator === '??' ? { conditional: true, partly: true } : under(parent.left, parent.operator === '&&');
    case 'switch':
      return child === parent.discriminant ? undefined : caseCondition(ev, child, parent, context);
    case 'loop':
      return child === parent.init || child === parent.iterable ? undefined : { conditional: true, partly: true };
    case 'try':
      return parent.handler?.includes(child as Statement) ? { conditional: true, partly: true } : undefined;
    default:
      return undefined;
  }
}

function isIn(child: IrNode, branch: readonly Statement[] | Expression): boolean {
  return 'kind' in branch ? branch === child : branch.includes(child as Statement);
}

/** When a test has this outcome. */
function conditionWhere(test: Value, outcome: boolean): Condition {
  const possible = alternatives(test).filter(({ value }) => truthiness(value) !== !outcome);
  const [first] = possible;
  if (first === undefined) return { conditional: true, never: true };
  if (possible.length === alternatives(test).length && possible.every(({ value }) => truthiness(value) === outcome)) {
    return { conditional: false };
  }
  const when = possible.every((one) => one.when === first.when) ? first.when : undefined;
  const sure = possible.every(({ value }) => truthiness(value) === outcome);
  if (sure && when !== undefined) return { conditional: true, when, surelyIn: when };
  const surelyIn = ENVIRONMENTS.find((one) => isSureIn(one, test, outcome));
  return { conditional: true, partly: true, ...(when === undefined ? {} : { when }), ...(surelyIn === undefined ? {} : { surelyIn }) };
}

const ENVIRONMENTS: readonly When[] = ['production', 'development'];

function isSureIn(environment: When, test: Value, outcome: boolean): boolean {
  const there = alternatives(test).filter(({ when }) => when === undefined || when === environment);
  return there.some(({ when }) => when === environment) && there.every(({ value }) => truthiness(value) === outcome);
}

/** The environment in which what was before something under a condition still holds; `undefined`: in any. */
export function otherwiseIn({ surelyIn }: Condition): When | undefined {
  if (surelyIn === undefined) return undefined;
  return surelyIn === 'production' ? 'development' : 'production';
}

function caseCondition(ev: Evaluator, child: IrNode, node: SwitchStatement, context: Context): Condition {
  const index = node.cases.findIndex(({ test, body }) => test === child || body.includes(child as Statement));
  let first = index;
  while (first > 0 && !exits(node.cases[first - 1]?.body ?? [])) first--;
  const own = node.cases.slice(first, index + 1);
  const isDefault = own.some(({ test }) => test === undefined);
  const labels = (isDefault ? node.cases.filter((one) => !own.includes(one)) : own).flatMap(({ test }) => test ?? []);
  const at = context.module.place(node.discriminant.range);
  const among = environmentAmong(ev.evaluate(node.discriminant, context), labels.map((label) => ev.evaluate(label, context)), at);
  return among === undefined ? { conditional: true, partly: true } : conditionWhere(among, !isDefault);
}

/** What `if (…) return` among the statements before a child says of it. */
function exitsBefore(ev: Evaluator, child: IrNode, parent: IrNode | undefined, context: Context): Condition[] {
  const list = listsOf(parent, context.module).find((statements) => statements.includes(child as Statement)) ?? [];
  return exitsAmong(ev, list.slice(0, list.indexOf(child as Statement)), context);
}

function exitsAmong(ev: Evaluator, statements: readonly Statement[], context: Context): Condition[] {
  return statements.flatMap((statement): Condition[] => {
    if (statement.kind !== 'if') return [];
    const outcome = exits(statement.then) ? false : statement.else && exits(statement.else) ? true : undefined;
    if (outcome === undefined) return [];
    const { when, partly, surelyIn, never } = conditionWhere(ev.evaluate(statement.test, context), outcome);
    // Whatever else is asked of, it stands behind the same exit.
    return [{
      conditional: when !== undefined,
      ...(when === undefined ? {} : { when, surelyIn, ...(partly ? { partly } : {}) }),
      ...(never ? { never } : {}),
    }];
  });
}

/** The value before something under a condition changed it, and the value after. */
export function eitherValue(before: Value, after: Value, condition: Condition): Value {
  if (condition.never) return before;
  if (!condition.conditional) return after;
  return union(after.at, [{ value: before, when: otherwiseIn(condition) }, { value: after, when: condition.when }]);
}
