import type { Expression, Statement } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { mentions } from './env-checks.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import { exits, listsOf } from '../evaluate/order.js';
import type { Env } from '../evaluate/values.js';

/**
 * Whether a node is reached only after a condition on an environment variable, or on what was made of it, has been
 * asked: it stands in a branch of one (`secret ? encode(secret) : undefined`), or behind one that leaves
 * (`if (!secret) return`).
 */
export function isGuarded(ev: Evaluator, node: IrNode, context: Context, variable: Env): boolean {
  const { module } = context;
  const asks = (test: Expression): boolean => mentions(ev, context, test, variable);
  for (let child = node, parent = module.parentOf(node); ; child = parent, parent = module.parentOf(parent)) {
    const test = testOf(parent);
    if (test !== undefined && test !== child && asks(test)) return true;
    const list = listsOf(parent, module).find((statements) => statements.includes(child as Statement)) ?? [];
    const before = list.slice(0, Math.max(0, list.indexOf(child as Statement)));
    if (before.some((one) => one.kind === 'if' && (exits(one.then) || exits(one.else ?? [])) && asks(one.test))) return true;
    if (parent === undefined) return false;
  }
}

function testOf(node: IrNode | undefined): Expression | undefined {
  switch (node?.kind) {
    case 'if':
    case 'conditional':
      return node.test;
    case 'logical':
      return node.operator === '&&' ? node.left : undefined;
    default:
      return undefined;
  }
}
