import { isCredentialCheckName, isLoginName, isLoginRoute, isPrincipalKey } from '../../domain/login-names.js';
import type { FunctionExpression } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { TraceStep } from '../finding.js';
import type { Registered } from './handlers.js';
import type { Module } from '../evaluate/module.js';
import { functionName, lastName, textsOf } from '../naming.js';
import type { RuleContext } from '../rule.js';

/** A function that answers requests. */
export interface RequestHandler {
  readonly function: FunctionExpression;
  readonly module: Module;
  readonly registered?: Registered | undefined;
  /** Calls of helpers that lead from it to what is asked about, innermost first. */
  readonly calls: readonly TraceStep[];
}

/**
 * Whether a handler logs somebody in: by its name or route, or because it checks a password and does not ask the session
 * who is there (a key such as `userId` of it), as a change of password or profile would.
 */
export function isLoginHandler(context: RuleContext, handler: RequestHandler): boolean {
  const { function: fn, module, registered } = handler;
  if (isLoginName(functionName(fn, module) ?? '')) return true;
  if (textsOf(registered?.route.path).some(isLoginRoute)) return true;
  const nodes = descendants(fn);
  return checksPassword(context, handler, nodes) && !nodes.some((node) => asksWhoIsThere(node, module));
}

function checksPassword({ operationsOf }: RuleContext, { module }: RequestHandler, nodes: readonly IrNode[]): boolean {
  const here = operationsOf('password.verify').filter((one) => one.module === module);
  const verified = new Set<IrNode>(here.map(({ node }) => node));
  return nodes.some((node) => verified.has(node) || readsPassword(node) || isCredentialCheck(node));
}

function isCredentialCheck(node: IrNode): boolean {
  return node.kind === 'call' && isCredentialCheckName(lastName(node.callee) ?? '');
}

const PASSWORDS = new Set(['password', 'passwd', 'pass', 'pwd']);

/** `req.body.password`, `const { password } = req.body`. */
function readsPassword(node: IrNode): boolean {
  if (node.kind === 'member') return isPasswordKey(node.property) && isBody(node.object);
  if (node.kind !== 'variable') return false;
  return node.declarations.some(({ target, init }) =>
    target.kind === 'object-pattern' && init !== undefined && isBody(init) &&
    target.properties.some((property) => property.kind === 'pattern-property' && isPasswordKey(property.key)));
}

function isPasswordKey(key: unknown): boolean {
  return typeof key === 'string' && PASSWORDS.has(key);
}

function isBody(node: IrNode): boolean {
  return node.kind === 'member' && node.property === 'body';
}

/** `req.session.userId`, where it is not assigned. */
function asksWhoIsThere(node: IrNode, module: Module): boolean {
  if (node.kind !== 'member' || typeof node.property !== 'string' || !isPrincipalKey(node.property)) return false;
  if (node.object.kind !== 'member' || node.object.property !== 'session') return false;
  const parent = module.parentOf(node);
  return !(parent?.kind === 'assign' && parent.target === node);
}
