import { stems } from '../../domain/words.js';
import type { Expression, FunctionExpression } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { judge } from '../judge.js';
import { lastName, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { readsOrigin } from './origins.js';

/** Where a function sends the request's origin back as the one that is allowed, with credentials, and looks at it for nothing else. */
export function echoedOrigins({ operationsOf }: RuleContext): OperationOf<'cors.header'>[] {
  const written = operationsOf('cors.header');
  const credentialed = new Set(written.filter(allowsCredentials).map(({ node, module }) => module.functionsAround(node)[0]));
  return written.filter((header) => {
    const { node, module } = header;
    const around = module.functionsAround(node)[0];
    if (around === undefined || !credentialed.has(around) || !isNamed(header, 'access-control-allow-origin')) return false;
    const value = node.kind === 'call' ? node.args[1] : undefined;
    return value !== undefined && value.kind !== 'spread' && readsOrigin(value, module) && !isLookedAt(around, value, module);
  });
}

function isNamed({ name }: OperationOf<'cors.header'>, expected: string): boolean {
  return textsOf(name).some((text) => text.toLowerCase() === expected);
}

function allowsCredentials(header: OperationOf<'cors.header'>): boolean {
  if (!isNamed(header, 'access-control-allow-credentials')) return false;
  return judge(header.value, (value) => value.kind === 'known' && String(value.value) === 'true') !== undefined;
}

/** Whether anything in the function but the header uses the origin, other than to ask whether there is one. */
function isLookedAt(around: FunctionExpression, written: Expression, module: Module): boolean {
  const isWithin = (node: IrNode): boolean => node === written || (node !== around && isWithin(module.parentOf(node) ?? around));
  return descendants(around).some((node) =>
    asksByName(node) || (isExpressionOfOrigin(node, module) && !isWithin(node) && !isHarmless(node, module)));
}

/** `isAllowedOrigin(req)`: a call that is named for what it decides. */
function asksByName(node: IrNode): boolean {
  return node.kind === 'call' && stems(lastName(node.callee) ?? '').some((word) => ['origin', 'origins', 'allowed', 'trusted'].includes(word));
}

function isExpressionOfOrigin(node: IrNode, module: Module): node is Expression {
  return (node.kind === 'identifier' || node.kind === 'member' || node.kind === 'call') && readsOrigin(node, module);
}

/** What declares a constant, or asks whether there is an origin. */
function isHarmless(node: Expression, module: Module): boolean {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'variable':
      return true;
    case 'if':
      return parent.test === node;
    case 'logical':
      return parent.operator !== '&&' && isHarmless(parent, module);
    default:
      return false;
  }
}
