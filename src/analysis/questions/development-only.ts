import { stems } from '../../domain/words.js';
import type { Expression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, truthiness } from '../evaluate/values.js';
import { lastName } from '../naming.js';

/** Whether a node only runs on a developer's machine: a test around it says so. */
export function isDevelopmentOnly(node: IrNode, module: Module, ev: Evaluator): boolean {
  let child = node;
  for (let parent = module.parentOf(child); parent !== undefined; parent = module.parentOf(child)) {
    const test = testOf(parent, child);
    if (test !== undefined && isOfDevelopment(test, module, ev)) return true;
    child = parent;
  }
  return false;
}

/** The test that has to hold for a part of a statement or expression to run. */
function testOf(parent: IrNode, child: IrNode): Expression | undefined {
  switch (parent.kind) {
    case 'if':
      return parent.then.some((statement) => statement === child) ? parent.test : undefined;
    case 'conditional':
      return parent.then === child ? parent.test : undefined;
    case 'logical':
      return parent.operator === '&&' && parent.right === child ? parent.left : undefined;
    default:
      return undefined;
  }
}

function isOfDevelopment(test: Expression, module: Module, ev: Evaluator): boolean {
  if (test.kind === 'logical' && test.operator === '&&') return [test.left, test.right].some((part) => isOfDevelopment(part, module, ev));
  const name = stems(lastName(test.kind === 'call' ? test.callee : test) ?? '');
  if (name.length > 0 && name.every((word) => ['is', 'dev', 'development', 'local', 'env', 'mode'].includes(word)) && name.some((word) => word.startsWith('dev'))) return true;
  const all = alternatives(ev.evaluate(test, { module, frame: undefined }));
  const possible = all.filter(({ value }) => truthiness(value) !== false);
  return possible.length > 0 && possible.length < all.length && possible.every(({ when }) => when === 'development');
}
