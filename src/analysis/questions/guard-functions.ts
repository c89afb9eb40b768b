import { isGuardName, isNegativeName, isOptionalName } from '../../domain/guard-names.js';
import { stems } from '../../domain/words.js';
import type { Expression, FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { functionName, lastName } from '../naming.js';
import { allParts, isNext, ownParts, type FailureBranch } from './failure-branches.js';
import { fileName } from './surroundings.js';

/** Where requests go that are turned away. */
const LOGIN_PAGE = /log-?in|sign-?in|auth|forbidden|denied/i;
const TOKEN_WORDS = new Set(['token', 'auth', 'authorization', 'header', 'headers', 'bearer', 'jwt', 'cookie', 'cookies', 'authheader']);

/**
 * Whether a middleware turns away whoever brings no token, so that a failed verification has to be refused, too: it
 * does so before the verification, or is named as one that does.
 * @param goesOn the call by which a failed request goes on
 */
export function isGuard(branch: FailureBranch, goesOn: IrNode): boolean {
  const { node, module, failing, around } = branch;
  const functions = module.functionsAround(goesOn);
  const middleware = functions.find((fn) => fn.params.some(({ target }) => ['req', 'request', 'ctx', 'context', 'c', 'socket', 'client'].includes(lastName(target) ?? ''))) ?? functions.at(-1);
  if (middleware === undefined || isOptional(node, module)) return false;
  const inFailing = new Set(failing.flatMap((statement) => allParts(statement)));
  const parts = allParts(middleware).filter((part) => !inFailing.has(part));
  const calls = parts.filter((part) => part.kind === 'call' && isNext(part, module));
  // What lets only strangers pass goes on after a failure and nowhere else.
  if (calls.length === 0 || letsStrangersPass(branch, middleware, calls)) return false;
  const before = parts.filter((part) => 'range' in part && (part.range[1] <= startOf(node) || isInElse(part, node, module)));
  const refuses = before.some((part) => isRefusal(part) || (part.kind === 'throw' && around?.body.every((statement) => !allParts(statement).includes(part)) !== false));
  return refuses || namesAround(node, module).some(isGuardName);
}

/** Whether a function, class or file around a node says that it lets strangers pass. */
export function isOptional(node: IrNode, module: Module): boolean {
  return [...namesAround(node, module), fileName(module)].some(isOptionalName);
}

/** Names of the functions and classes around a node. */
export function namesAround(node: IrNode, module: Module): string[] {
  const found: string[] = [];
  for (let parent = module.parentOf(node); parent !== undefined; parent = module.parentOf(parent)) {
    const name = parent.kind === 'function' ? functionName(parent, module) : parent.kind === 'class' ? parent.name : undefined;
    if (name !== undefined) found.push(name);
  }
  return found;
}

/** `if (!token) return next()` before the verification, or all of it within `if (token) { … }`. */
function letsStrangersPass({ node, module }: FailureBranch, middleware: FunctionExpression, calls: readonly IrNode[]): boolean {
  const early = allParts(middleware).some((part) =>
    part.kind === 'if' && part.range[1] <= startOf(node) && asksForToken(part.test) && part.then.some((statement) => ownParts(statement).some((call) => calls.includes(call))));
  if (early) return true;
  for (let parent = module.parentOf(node), child = node; parent !== undefined && parent !== middleware; child = parent, parent = module.parentOf(parent)) {
    if (parent.kind !== 'if' || parent.test === child) continue;
    const other = parent.else ?? [];
    if (other.length === 0 ? calls.some((call) => startOf(call) > parent.range[1]) : other.some((statement) => ownParts(statement).some((call) => calls.includes(call)))) return true;
  }
  return false;
}

function asksForToken(test: Expression): boolean {
  return allParts(test).some((part) => {
    const name = lastName(part);
    return name !== undefined && stems(name).some((word) => TOKEN_WORDS.has(word));
  });
}

function isInElse(part: IrNode, node: IrNode, module: Module): boolean {
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind === 'if' && parent.else?.some((statement) => allParts(statement).includes(part)) === true) return true;
  }
  return false;
}

/** `res.sendStatus(401)`, `next(error)`, `res.redirect('/login')` */
function isRefusal(node: IrNode): boolean {
  if (node.kind === 'number') return node.text === '401' || node.text === '403';
  if (node.kind === 'member') return ['unauthorized', 'forbidden'].includes(String(lastName(node)).toLowerCase());
  if (node.kind !== 'call') return false;
  const name = lastName(node.callee);
  if (name === 'next') return node.args.length > 0 && node.callee.kind === 'identifier';
  return name === 'redirect' && node.args.some((argument) => allParts(argument).some((part) => part.kind === 'string' && LOGIN_PAGE.test(part.value)));
}

function startOf(node: IrNode): number {
  return 'range' in node ? node.range[0] : 0;
}

/** Whether a yes is bad news (`isExpired`, or what says no after a success), or said to strangers on purpose. */
export function saysYesToFailure({ node, module, around, after }: FailureBranch): boolean {
  const succeeding = [...(around?.body ?? []), ...after].flatMap(ownParts);
  const saysNo = succeeding.some((part) => part.kind === 'return' && part.value?.kind === 'boolean' && !part.value.value && startOf(part) > startOf(node));
  return saysNo || isOptional(node, module) || namesAround(node, module).some(isNegativeName);
}

const SENT = new Set(['headers', 'header', 'cookies', 'authorization', 'handshake']);

/** Whether the innermost function around a node takes something out of a request. */
export function readsRequest(node: IrNode, module: Module): boolean {
  const [fn] = module.functionsAround(node);
  const body: readonly IrNode[] = fn === undefined ? [] : 'kind' in fn.body ? [fn.body] : fn.body;
  return body.flatMap(ownParts).some((part) => part.kind === 'member' && SENT.has(lastName(part) ?? ''));
}
