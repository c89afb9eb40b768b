import type { Expression } from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';

/** Whether an operator asks whether two values are the same. */
export function isEquality(operator: string): boolean {
  return /^[!=]==?$/.test(operator);
}

/** The expressions within a module's conditions, each once, in the order of the source. */
export function* expressionsInConditions(module: Module): Iterable<Expression> {
  const seen = new Set<IrNode>();
  for (const condition of module.sites.conditions) {
    const found: IrNode[] = [];
    const visit = (node: IrNode): void => {
      if (seen.has(node)) return;
      seen.add(node);
      found.push(node);
      forEachChild(node, visit);
    };
    visit(condition);
    yield* found as Expression[];
  }
}
