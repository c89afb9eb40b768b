import type { Expression, LoopStatement, Statement } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from './module.js';

/** Nodes whose order matters. */
type Located = Expression | Statement;

/** The lists of statements that stand directly in a node. */
export function listsOf(node: IrNode | undefined, module: Module): readonly (readonly Statement[])[] {
  switch (node?.kind) {
    case undefined:
      return [module.ir.body];
    case 'if':
      return [node.then, node.else ?? []];
    case 'switch':
      return node.cases.map(({ body }) => body);
    case 'try':
      return [node.body, node.handler ?? [], node.finalizer ?? []];
    case 'function':
      return 'kind' in node.body ? [] : [node.body];
    case 'loop':
    case 'block':
    case 'labeled':
    case 'namespace':
      return [node.body];
    default:
      return [];
  }
}

/** Whether control never leaves these statements at their end. */
export function exits(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  switch (last?.kind) {
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return true;
    case 'expression':
      return last.expression.kind === 'call' && isProcessExit(last.expression.callee);
    case 'if':
      return exits(last.then) && last.else !== undefined && exits(last.else);
    case 'block':
      return exits(last.body);
    case 'try':
      return exits(last.finalizer ?? []) || (exits(last.body) && (last.handler === undefined || exits(last.handler)));
    // A switch over everything there is needs no default, and a loop may have no end.
    case 'switch':
      return last.cases.some(({ body }) => exits(body));
    case 'loop':
      return last.test === undefined ? last.form === 'for' : last.test.kind === 'boolean' && last.test.value;
    default:
      return false;
  }
}

function isProcessExit(callee: Expression): boolean {
  return callee.kind === 'member' && callee.property === 'exit' && callee.object.kind === 'identifier' && callee.object.name === 'process';
}

/** Whether a node is always reached before `use`, which stands further down in the same function. */
export function dominates(node: Located, use: Located, module: Module): boolean {
  let child: IrNode = node;
  for (let parent = module.parentOf(node); ; parent = module.parentOf(parent)) {
    const list = listsOf(parent, module).find((statements) => statements.includes(child as Statement));
    if (list !== undefined) return list.slice(list.indexOf(child as Statement) + 1).some((statement) => encloses(statement, use));
    if (parent === undefined || ['logical', 'conditional', 'function', 'class'].includes(parent.kind)) return false;
    child = parent;
  }
}

function encloses(outer: Located, inner: Located): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** Whether a node comes into effect only after `use`, which stands in the same function. */
export function isAfter(node: Located, use: Located, module: Module): boolean {
  return node.range[1] > use.range[0] && !loopsAround(node, module).some((loop) => encloses(loop, use) && !encloses(node, use));
}

function loopsAround(node: IrNode, module: Module): LoopStatement[] {
  const result: LoopStatement[] = [];
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind === 'loop') result.push(parent);
  }
  return result;
}

/** Whether an error earlier in a `try` may skip a node, and the code after it goes on. */
export function mayBeSkipped(node: IrNode, module: Module): boolean {
  let child = node;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind === 'try' && parent.body.includes(child as Statement) && parent.handler !== undefined && !exits(parent.handler)) return true;
    child = parent;
  }
  return false;
}
