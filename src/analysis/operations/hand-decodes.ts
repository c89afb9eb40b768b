import type { CallExpression, Expression } from '../../ir/types.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import { lastName } from '../naming.js';
import type { OperationOf } from './operations.js';
import { arrivals, type FlowContext } from './value-flow.js';

/**
 * Tokens that are taken apart by hand: `JSON.parse(atob(token.split('.')[1]))`, in one expression or through variables
 * and functions of the file. A token is header, payload and signature with periods between (RFC 7515 section 7.1).
 */
export function handDecodes(flow: FlowContext, module: Module): OperationOf<'token.decode'>[] {
  return module.sites.calls.flatMap((split): OperationOf<'token.decode'>[] => {
    const whole = split.kind === 'call' ? splitAtPeriods(split) : undefined;
    const part = whole === undefined ? undefined : parsedPart(split as CallExpression, module, flow);
    if (whole === undefined || part === undefined) return [];
    const { node, index } = part;
    return [{
      kind: 'token.decode',
      library: 'JSON.parse',
      at: module.place(calleeRange(node)),
      node,
      module,
      callers: [],
      facts: { byHand: true, ...(index === '0' ? { headerOnly: true } : {}) },
      token: flow.evaluator.evaluate(whole, { module, frame: undefined }),
    }];
  });
}

/** The text that `text.split('.')` splits. */
function splitAtPeriods({ callee, args }: CallExpression): Expression | undefined {
  const [separator] = args;
  const isSplit = callee.kind === 'member' && callee.property === 'split' && separator?.kind === 'string' && separator.value === '.';
  return isSplit ? callee.object : undefined;
}

/** Where a part, the second before the first, is parsed as JSON. */
function parsedPart(split: CallExpression, module: Module, flow: FlowContext): { node: CallExpression; index: string | undefined } | undefined {
  const found: { node: CallExpression; index: string | undefined }[] = [];
  for (const arrival of arrivals(split, module, flow)) {
    const parent = arrival.module.parentOf(arrival.node);
    const isParsed = parent?.kind === 'call' && parent.args[0] === arrival.node && isJsonParse(parent) && arrival.module === module;
    if (isParsed) found.push({ node: parent, index: arrival.path[0] });
  }
  return found.find(({ index }) => index === '1') ?? found[0];
}

function isJsonParse({ callee }: CallExpression): boolean {
  return callee.kind === 'member' && lastName(callee) === 'parse' && callee.object.kind === 'identifier' && callee.object.name === 'JSON';
}
