import { isAuthzClaim } from '../../domain/claim-names.js';
import { stems } from '../../domain/words.js';
import type { BinaryExpression, CallExpression, ConditionalExpression, Expression, Identifier, IfStatement, SwitchStatement } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { exits } from '../evaluate/order.js';
import { alternatives } from '../evaluate/values.js';
import { functionName, lastName } from '../naming.js';
import { isReturnValue, type Arrival } from '../operations/value-flow.js';
import { isInMiddleware, isNextCall } from './middleware.js';
import { isPrincipal, isRequestParameter, principalOf } from './principals.js';

/** Something that claims decide. */
export interface ClaimUse {
  /** What they do, to follow "and" in a message: `` its claims become `req.user` ``. */
  readonly effect: string;
  /** They become who the request is from, say what it may do, or choose whose records it gets. */
  readonly how: 'principal' | 'rights' | 'identity';
  readonly node: Expression;
  readonly module: Module;
  /** It is what makes the request somebody's, so that nothing before it has: a guard, a middleware, a context. */
  readonly authenticates: boolean;
  /** Any other use says more. */
  readonly isLast?: true;
}

const ID_WORDS = new Set(['id', 'sub', 'uid', 'uuid', 'oid', 'userid', 'username', 'email', 'login', 'account', 'subject']);
const LOOKUP = /^(?:find|lookup|query|execute|where|retrieve|select|get_?(?:user|account|member|customer|profile|by|one|session)|(?:load|fetch|read)_?(?:user|account|by)|(?:update|delete|remove|upsert)(?:$|_?(?:one|by|user|where)))/i;
const CHANGE = /^(?:update|delete|remove|upsert)/i;
/** Methods of lists that take a predicate. */
const SELECTIONS = new Set(['find', 'findLast', 'findIndex', 'filter', 'some']);
const GUARDS = new Set(['canactivate', 'authenticate', 'authorize', 'authorise', 'authenticated', 'authchecker', 'verify', 'validate', 'guard', 'protect']);
const CONTEXTS = /^(?:create|get|build|make)?context$/i;
const MEMBERSHIP = new Set(['includes', 'has', 'some', 'every', 'indexOf', 'find', 'test', 'match']);

/**
 * What the arrival of unverified claims at a place decides, if anything. `whole`: the first name of the path is that of
 * what came, not of a claim in it.
 */
export function claimUse(arrival: Arrival, ev: Evaluator, whole?: string): ClaimUse | undefined {
  const { node, module } = arrival;
  const use = (how: ClaimUse['how'], effect: string, authenticates: boolean): ClaimUse => ({ how, effect, node, module, authenticates });
  const claims = claimsOf(whole === undefined ? arrival : { ...arrival, path: arrival.path.slice(1) });
  const its = (claim: string): string => (claim === whole && arrival.path.length === 1 ? 'its value' : `its \`${claim}\``);
  const principal = principalOf(arrival);
  if (principal !== undefined) return use('principal', `${claims} become \`${principal.text}\``, true);
  // What an authorizer of API Gateway answers.
  if (isReturnValue(arrival) && arrival.held[0] === 'principalId') return use('principal', `${claims} become the \`principalId\``, true);
  const guard = isReturnValue(arrival) ? guardAround(arrival) : undefined;
  if (guard !== undefined) return use('principal', `${claims} are what \`${guard}\` returns`, true);
  const condition = conditionAround(node, module);
  if (condition !== undefined) {
    const claim = arrival.path.find((name) => isAuthzClaim(name) || /^scopes?$|admin/i.test(name));
    if (claim !== undefined) return use('rights', `${its(claim)} decides what the caller may do`, isInMiddleware(node, module));
    const id = arrival.path.findLast(isId);
    if (id !== undefined && condition.kind === 'if' && exits(condition.then) && isComparedWithRequest(node, module)) {
      return use('identity', `${its(id)} decides what the caller may do`, isInMiddleware(node, module));
    }
    if (arrival.path.every((name) => name === 'exp' || isId(name)) && isInMiddleware(node, module) && turnsAway(condition)) {
      return { ...use('identity', 'the request goes on when it can be read', true), isLast: true };
    }
  }
  const lookup = lookupAround(arrival, ev);
  return lookup === undefined ? undefined : use('identity', `${its(lookup.claim)} chooses the record in \`${lookup.name}\``, isInMiddleware(node, module));
}

function claimsOf({ path }: Arrival): string {
  const names = path.filter((name) => /^\w+$/.test(name) && !/^\d+$/.test(name));
  return names.length === 0 ? 'its claims' : `the claims in its \`${names.join('.')}\``;
}

function isId(name: string): boolean {
  return stems(name).some((word) => ID_WORDS.has(word));
}

/** The guard, or function that makes a request's context, whose result the claims are. */
function guardAround({ node, module, held }: Arrival): string | undefined {
  const [fn] = module.functionsAround(node);
  const name = fn === undefined ? undefined : functionName(fn, module);
  if (name === undefined) return undefined;
  if (CONTEXTS.test(name)) return held.some(isPrincipal) ? name : undefined;
  const list = stems(name);
  return [list.join(''), ...list].some((word) => GUARDS.has(word)) ? name : undefined;
}

/** The `if`, conditional expression or `switch` that asks for something that an expression is part of. */
function conditionAround(node: Expression, module: Module): IfStatement | ConditionalExpression | SwitchStatement | undefined {
  let child: IrNode = node;
  for (let parent = module.parentOf(child); parent !== undefined; child = parent, parent = module.parentOf(parent)) {
    switch (parent.kind) {
      case 'binary':
      case 'unary':
      case 'logical':
      case 'member':
      case 'await':
        break;
      case 'call':
        if (!MEMBERSHIP.has(lastName(parent.callee) ?? '')) return undefined;
        break;
      case 'if':
      case 'conditional':
        return parent.test === child ? parent : undefined;
      case 'switch':
        return parent.discriminant === child ? parent : undefined;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Whether one way of a condition ends here, and does not hand the request on. */
function turnsAway(condition: IfStatement | ConditionalExpression | SwitchStatement): boolean {
  return condition.kind === 'if' && exits(condition.then) && !condition.then.some((statement) => someNode(statement, isNextCall));
}

/** `claims.sub !== req.params.id` */
function isComparedWithRequest(node: Expression, module: Module): boolean {
  const comparison = comparisonAround(node, module);
  return comparison !== undefined && isRequestParameter(comparison.left === node ? comparison.right : comparison.left, module);
}

function comparisonAround(node: Expression, module: Module): BinaryExpression | undefined {
  const parent = module.parentOf(node);
  return parent?.kind === 'binary' && /^[!=]==?$/.test(parent.operator) ? parent : undefined;
}

/** `users.find((user) => user.id === claims.sub)`: the method, where the elements of a list are compared with a claim. */
function selectionAround(node: Expression, module: Module): string | undefined {
  const comparison = comparisonAround(node, module);
  const [fn] = comparison === undefined ? [] : module.functionsAround(comparison);
  const call = fn === undefined ? undefined : module.parentOf(fn);
  if (comparison === undefined || call?.kind !== 'call' || call.args[0] !== fn) return undefined;
  const name = lastName(call.callee);
  if (name === undefined || !SELECTIONS.has(name)) return undefined;
  const element = rootOf(comparison.left === node ? comparison.right : comparison.left);
  return element !== undefined && module.bindingOf(element)?.declarations.some((one) => one.kind === 'param' && one.function === fn) === true ? name : undefined;
}

function rootOf(node: Expression): Identifier | undefined {
  return node.kind === 'member' ? rootOf(node.object) : node.kind === 'identifier' ? node : undefined;
}

/** A query or the like that is given a claim by which a user is known. */
function lookupAround(arrival: Arrival, ev: Evaluator): { name: string; claim: string } | undefined {
  const { node, module, path } = arrival;
  const claim = path.findLast(isId);
  const selection = claim === undefined ? undefined : selectionAround(node, module);
  if (claim !== undefined && selection !== undefined) return { name: selection, claim };
  const call = module.parentOf(node);
  if (claim === undefined || call?.kind !== 'call' || !call.args.includes(node)) return undefined;
  const name = lastName(call.callee);
  if (name === undefined || !LOOKUP.test(name) || isOnList(call) || (CHANGE.test(name) && !isSelection(arrival, call))) return undefined;
  // What a function of the project does with it is asked there.
  const isOwn = alternatives(ev.callee(call, { module, frame: undefined })).some(({ value }) => value.kind === 'function');
  return isOwn ? undefined : { name, claim };
}

/** What a change is made to stands first, or under `where`; the rest is what is written. */
function isSelection({ node, held }: Arrival, { args }: CallExpression): boolean {
  return held.includes('where') || held.includes('filter') || (args[0] === node && (held.length === 0 || args.length > 1));
}

/** `find` of a list takes a function. */
function isOnList({ args }: CallExpression): boolean {
  return args[0]?.kind === 'function';
}
