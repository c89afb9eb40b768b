import type { Expression, IfStatement, Statement, TryStatement } from '../ir/types.js';
import { forEachChild, type IrNode } from '../ir/walk.js';
import type { Analysis } from './analyse.js';
import type { Place } from './finding.js';
import { calleeRange, statementsOf, type Module } from './module.js';
import type { Operation } from './operations.js';

/** A branch for expired tokens that goes on as if they were valid. */
export interface ExpiryCatch {
  /** What it does, in the words of a message. */
  readonly effect: string;
  readonly at: Place;
  readonly verified: Place;
}

/** Names and codes of the expiry errors of jsonwebtoken and jose. */
const EXPIRY_ERRORS = new Set(['TokenExpiredError', 'JWTExpired', 'ERR_JWT_EXPIRED', 'jwt expired']);

/** Handlers of a verification's errors that let expired tokens pass: they read the claims unverified, or call `next()`. */
export function expiryCatches({ operations }: Analysis): ExpiryCatch[] {
  const decodes = new Set<IrNode>(operations.filter(({ kind, facts }) => kind === 'token.decode' && !facts['headerOnly']).map(({ node }) => node));
  const seen = new Set<IfStatement>();
  return operations.filter(({ kind }) => kind === 'token.verify').flatMap((verify) => {
    const handler = callbackOf(verify) ?? tryAround(verify)?.handler;
    if (handler === undefined) return [];
    const branches = handler.flatMap(expiredBranches).filter((branch) => !seen.has(branch));
    branches.forEach((branch) => seen.add(branch));
    return branches.flatMap(({ then }) => passing(then, decodes, verify.module))
      .map(({ at, effect }) => ({ at, effect, verified: verify.at }));
  });
}

/** The statement whose `try` block a verification stands in, within the same function. */
function tryAround({ node, module }: Operation): TryStatement | undefined {
  let child: IrNode = node;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind === 'try' && parent.body.includes(child as Statement)) return parent;
    child = parent;
  }
  return undefined;
}

/** What handles the error of a verification that is given a callback. */
function callbackOf({ node }: Operation): readonly Statement[] | undefined {
  const last = node.kind === 'call' ? node.args.at(-1) : undefined;
  return last?.kind === 'function' ? statementsOf(last) : undefined;
}

function expiredBranches(statement: Statement): IfStatement[] {
  const found: IfStatement[] = [];
  const visit = (node: IrNode): void => {
    if (node.kind === 'function') return;
    if (node.kind === 'if' && asksForExpiry(node.test)) found.push(node);
    else forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

function asksForExpiry(test: Expression): boolean {
  let found = false;
  const visit = (node: IrNode): void => {
    if (node.kind === 'binary' && node.operator.startsWith('!')) return;
    if (node.kind === 'unary' && node.operator === '!') return;
    if (node.kind === 'string' ? EXPIRY_ERRORS.has(node.value) : node.kind === 'identifier' && EXPIRY_ERRORS.has(node.name)) found = true;
    if (node.kind === 'member' && typeof node.property === 'string' && EXPIRY_ERRORS.has(node.property)) found = true;
    forEachChild(node, visit);
  };
  visit(test);
  return found;
}

function passing(branch: readonly Statement[], decodes: ReadonlySet<IrNode>, module: Module): { at: Place; effect: string }[] {
  const found: { at: Place; effect: string }[] = [];
  const visit = (node: IrNode): void => {
    if (node.kind === 'function') return;
    if (node.kind === 'call') {
      const at = module.place(calleeRange(node));
      if (decodes.has(node)) found.push({ at, effect: 'its claims are read without verification' });
      else if (node.callee.kind === 'identifier' && node.callee.name === 'next' && node.args.length === 0) found.push({ at, effect: 'the request goes on' });
    }
    forEachChild(node, visit);
  };
  branch.forEach(visit);
  return found.slice(0, 1);
}
