import type { Statement } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from './module.js';
import { exits } from './order.js';

/**
 * The branching statement of which every branch does one of `nodes` (or leaves), where `node` is the first of them:
 * `if (remember) options.expiresIn = '30d'; else options.expiresIn = '1d';`. What was before does not outlast it.
 */
export function coveringStatement(node: IrNode, nodes: readonly IrNode[], module: Module): Statement | undefined {
  if (nodes.length < 2) return undefined;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind !== 'if' && parent.kind !== 'switch') continue;
    const { range: [from] } = parent;
    const isFirst = nodes.every((other) => other === node || startOf(other) < from || startOf(other) > startOf(node));
    if (isFirst && isCovered(parent, nodes)) return parent;
  }
  return undefined;
}

function isCovered(statement: Statement, nodes: readonly IrNode[]): boolean {
  switch (statement.kind) {
    case 'if':
      return statement.else !== undefined && [statement.then, statement.else].every((branch) => areCovered(branch, nodes));
    case 'switch':
      return statement.cases.some(({ test }) => test === undefined)
        && statement.cases.every(({ body }, index) => (body.length === 0 && index < statement.cases.length - 1) || areCovered(body, nodes));
    case 'block':
      return areCovered(statement.body, nodes);
    case 'expression':
      return nodes.includes(statement.expression);
    default:
      return false;
  }
}

function areCovered(statements: readonly Statement[], nodes: readonly IrNode[]): boolean {
  return statements.some((statement) => isCovered(statement, nodes)) || leaves(statements);
}

/** A `break` ends a case and goes on behind the branching. */
function leaves(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  return last !== undefined && (last.kind === 'return' || last.kind === 'throw') && exits(statements);
}

function startOf(node: IrNode): number {
  return 'range' in node ? node.range[0] : 0;
}
