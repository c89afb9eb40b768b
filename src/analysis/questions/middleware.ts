import type { FunctionExpression, Pattern } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';

/** Whether a function around a node hands requests on: it is given a `next` and calls it, or answers as Next.js does. */
export function isInMiddleware(node: IrNode, module: Module): boolean {
  return module.functionsAround(node).some((fn) => handsOn(fn) || someNode(fn, isNextResponse));
}

/** Whether a function calls the `next` that it is given. As the third parameter, after an answer, it may have any name. */
export function handsOn(fn: FunctionExpression): boolean {
  return fn.params.some(({ target }, index) => target.kind === 'identifier' && (target.name === 'next'
    ? someNode(fn, isNextCall)
    : index === 2 && isAnswer(fn, fn.params[1]?.target) && someNode(fn, (node) => isCallOf(node, target.name) && node.args.length === 0)));
}

/** A response is told things, and handed to nobody. */
function isAnswer(fn: FunctionExpression, target: Pattern | undefined): boolean {
  return target?.kind === 'identifier' && !someNode(fn, (node) =>
    (node.kind === 'call' || node.kind === 'new') && node.args.some((argument) => argument.kind === 'identifier' && argument.name === target.name));
}

/** `next()`, `next(error)` */
export function isNextCall(node: IrNode): boolean {
  return isCallOf(node, 'next');
}

function isCallOf(node: IrNode, name: string): node is Extract<IrNode, { kind: 'call' }> {
  return node.kind === 'call' && node.callee.kind === 'identifier' && node.callee.name === name;
}

/** `NextResponse.next()` */
function isNextResponse(node: IrNode): boolean {
  if (node.kind !== 'call' || node.callee.kind !== 'member') return false;
  const { object, property } = node.callee;
  return property === 'next' && object.kind === 'identifier' && object.name === 'NextResponse';
}
