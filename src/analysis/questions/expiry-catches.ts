import type { CallExpression, Expression, Statement, SwitchStatement } from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import { EXPIRY_ERRORS } from '../../knowledge/index.js';
import type { Analysis } from '../analyse.js';
import type { Place } from '../finding.js';
import { calleeRange, statementsOf, type Module } from '../evaluate/module.js';
import { sourceName } from '../naming.js';
import { arrivals, isReturnValue } from '../operations/value-flow.js';
import { callbackOf, isLogging, isNext, isNothing, tryAround } from './failure-branches.js';

/** A branch for expired tokens that goes on as if they were valid. */
export interface ExpiryCatch {
  /** What it does, in the words of a message. */
  readonly effect: string;
  readonly at: Place;
  readonly verified: Place;
}

/** Handlers of a verification's errors that let expired tokens pass: they take the claims unverified, or just call `next()`. */
export function expiryCatches({ operations }: Analysis): ExpiryCatch[] {
  const decodes = new Set<IrNode>(operations.filter(({ kind, facts }) => kind === 'token.decode' && !facts.headerOnly).map(({ node }) => node));
  const seen = new Set<IrNode>();
  return operations.filter(({ kind }) => kind === 'token.verify').flatMap((verify) => {
    const callback = callbackOf(verify);
    const handler = callback === undefined ? tryAround(verify)?.handler : statementsOf(callback);
    if (handler === undefined) return [];
    const branches = handler.flatMap((statement) => expiredBranches(statement, verify.module)).filter(({ node }) => !seen.has(node));
    branches.forEach(({ node }) => seen.add(node));
    return branches.flatMap(({ body }) => passing(body, decodes, verify.module))
      .map(({ at, effect }) => ({ at, effect, verified: verify.at }));
  });
}

interface Branch {
  readonly node: IrNode;
  readonly body: readonly Statement[];
}

/** What is done with expired tokens: `if (error is expiry) …`, `case 'TokenExpiredError': …`. */
function expiredBranches(statement: Statement, module: Module): Branch[] {
  const found: Branch[] = [];
  const visit = (node: IrNode): void => {
    if (node.kind === 'function') return;
    if (node.kind === 'if' && asksForExpiry(node.test, module)) found.push({ node, body: node.then });
    else if (node.kind === 'switch') found.push(...expiredCases(node, module));
    else forEachChild(node, visit);
  };
  visit(statement);
  return found;
}

function expiredCases(node: SwitchStatement, module: Module): Branch[] {
  return node.cases.flatMap(({ test, body }) => (test !== undefined && asksForExpiry(test, module) ? [{ node, body }] : []));
}

function asksForExpiry(test: Expression, module: Module): boolean {
  let found = false;
  const visit = (node: IrNode): void => {
    if (node.kind === 'binary' && node.operator.startsWith('!')) return;
    if (node.kind === 'unary' && node.operator === '!') return;
    if (node.kind === 'string' ? EXPIRY_ERRORS.has(node.value) : node.kind === 'identifier' && EXPIRY_ERRORS.has(sourceName(node, module))) found = true;
    if (node.kind === 'member' && typeof node.property === 'string' && EXPIRY_ERRORS.has(node.property)) found = true;
    forEachChild(node, visit);
  };
  visit(test);
  return found;
}

/** The first thing in a branch that lets the token pass. */
function passing(branch: readonly Statement[], decodes: ReadonlySet<IrNode>, module: Module): { at: Place; effect: string }[] {
  const found: { at: Place; effect: string }[] = [];
  // A call of something else, or a user who is taken away, may make the request a stranger's or renew the token.
  let isLeftAlone = true;
  const visit = (node: IrNode): void => {
    if (node.kind === 'function') return;
    if (node.kind === 'call') {
      const at = module.place(calleeRange(node));
      if (decodes.has(node)) {
        if (isTaken(node, module)) found.push({ at, effect: 'its claims are read without verification' });
      } else if (isNext(node, module)) {
        if (isLeftAlone) found.push({ at, effect: 'the request goes on' });
      } else if (!isLogging(node)) {
        isLeftAlone = false;
      }
    }
    if (node.kind === 'assign' && isNothing(node.value)) isLeftAlone = false;
    forEachChild(node, visit);
  };
  branch.forEach(visit);
  return found.slice(0, 1);
}

/** Whether unverified claims become what the handler goes on with: they are assigned or returned, not shown in a log. */
function isTaken(decode: CallExpression, module: Module): boolean {
  for (const arrival of arrivals(decode, module)) {
    const parent = module.parentOf(arrival.node);
    if (isReturnValue(arrival) || (parent?.kind === 'assign' && parent.value === arrival.node)) return true;
  }
  return false;
}
