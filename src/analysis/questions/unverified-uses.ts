import { isAuthzClaim } from '../../domain/claim-names.js';
import { stems } from '../../domain/words.js';
import type { CallExpression, ConditionalExpression, Expression, FunctionExpression, IfStatement } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { exits } from '../evaluate/order.js';
import { alternatives } from '../evaluate/values.js';
import { functionName, lastName } from '../naming.js';
import { isReturnValue, type Arrival } from '../operations/value-flow.js';

/** Something that claims decide. */
export interface ClaimUse {
  /** What they do, to follow "and" in a message: `` its claims become `req.user` ``. */
  readonly effect: string;
  readonly node: Expression;
  readonly module: Module;
  /** It is what makes the request somebody's, so that nothing before it has: a guard, a middleware, a context. */
  readonly authenticates: boolean;
  /** Any other use says more. */
  readonly isLast?: true;
}

/** What requests, their contexts and sockets are called. */
const REQUEST_NAMES = new Set(['req', 'request', 'ctx', 'context', 'c', 'event', 'res', 'response', 'reply', 'socket', 'client', 'locals']);
const PRINCIPAL_WORDS = new Set([
  'user', 'userid', 'username', 'userinfo', 'auth', 'account', 'principal', 'identity', 'uid', 'sub', 'subject', 'claims', 'jwt', 'token', 'decoded',
  'payload', 'session', 'role', 'roles', 'permissions', 'scope', 'scopes', 'tenant', 'viewer', 'me', 'member', 'admin', 'customer', 'company', 'org',
]);
const ID_WORDS = new Set(['id', 'sub', 'uid', 'uuid', 'oid', 'userid', 'username', 'email', 'login', 'account', 'subject']);
const LOOKUP = /^(?:find|lookup|query|execute|where|retrieve|select|get_?(?:user|account|member|customer|profile|by|one|session)|(?:load|fetch|read)_?(?:user|account|by)|(?:update|delete|remove|upsert)(?:$|_?(?:one|by|user|where)))/i;
const CHANGE = /^(?:update|delete|remove|upsert)/i;
const GUARDS = new Set(['canactivate', 'authenticate', 'authorize', 'authorise', 'authenticated', 'authchecker', 'verify', 'validate', 'guard', 'protect']);
const CONTEXTS = /^(?:create|get|build|make)?context$/i;
const MEMBERSHIP = new Set(['includes', 'has', 'some', 'every', 'indexOf', 'find', 'test', 'match']);

/** What the arrival of unverified claims at a place decides, if anything. */
export function claimUse(arrival: Arrival, ev: Evaluator): ClaimUse | undefined {
  const { node, module } = arrival;
  const use = (effect: string, authenticates: boolean): ClaimUse => ({ effect, node, module, authenticates });
  const principal = principalOf(arrival);
  if (principal !== undefined) return use(`${claimsOf(arrival)} become \`${principal}\``, true);
  const guard = isReturnValue(arrival) ? guardAround(arrival) : undefined;
  if (guard !== undefined) return use(`${claimsOf(arrival)} are what \`${guard}\` returns`, true);
  const condition = conditionAround(node, module);
  if (condition !== undefined) {
    const claim = arrival.path.find((name) => isAuthzClaim(name) || /^scopes?$|admin/i.test(name));
    if (claim !== undefined) return use(`its \`${claim}\` decides what the caller may do`, isInMiddleware(node, module));
    if (arrival.path.every((name) => name === 'exp' || isId(name)) && isInMiddleware(node, module) && turnsAway(condition)) {
      return { ...use('the request goes on when it can be read', true), isLast: true };
    }
  }
  const lookup = lookupAround(arrival, ev);
  return lookup === undefined ? undefined : use(`its \`${lookup.claim}\` chooses the record in \`${lookup.name}\``, isInMiddleware(node, module));
}

function claimsOf({ path }: Arrival): string {
  const names = path.filter((name) => /^\w+$/.test(name) && !/^\d+$/.test(name));
  return names.length === 0 ? 'its claims' : `the claims in its \`${names.join('.')}\``;
}

/** `req.user`, `ctx.state.user`, `res.locals.claims`, `Object.assign(req, { user })` or `c.set('user', …)`, as written. */
function principalOf({ node, module, held }: Arrival): string | undefined {
  const parent = module.parentOf(node);
  if (parent?.kind === 'assign' && parent.value === node && parent.target.kind === 'member') {
    const names = chainOf(parent.target);
    return names !== undefined && isRequest(names) && names.slice(1).some(isPrincipal) ? names.join('.') : undefined;
  }
  if (parent?.kind !== 'call' || parent.args[1] !== node) return undefined;
  const [key] = parent.args;
  if (lastName(parent.callee) === 'assign' && key !== undefined && key.kind !== 'spread') {
    const names = chainOf(key);
    return names !== undefined && isRequest(names) && held[0] !== undefined && isPrincipal(held[0]) ? [...names, held[0]].join('.') : undefined;
  }
  if (lastName(parent.callee) !== 'set') return undefined;
  const names = parent.callee.kind === 'member' ? chainOf(parent.callee.object) : undefined;
  const isSet = names !== undefined && isRequest(names) && key?.kind === 'string' && isPrincipal(key.value);
  return isSet ? `${names.join('.')}.get('${key.value}')` : undefined;
}

function isRequest([root = '', ...rest]: readonly string[]): boolean {
  return REQUEST_NAMES.has(stems(root).at(-1) ?? '') && !rest.includes('headers');
}

function isPrincipal(name: string): boolean {
  return stems(name).some((word) => PRINCIPAL_WORDS.has(word));
}

function isId(name: string): boolean {
  return stems(name).some((word) => ID_WORDS.has(word));
}

/** The names of a chain of members: `req`, `auth`, `user`. */
function chainOf(node: Expression): string[] | undefined {
  if (node.kind === 'identifier') return [node.name];
  if (node.kind === 'this') return ['this'];
  if (node.kind !== 'member') return undefined;
  const name = typeof node.property === 'string' ? node.property : node.property.kind === 'string' ? node.property.value : undefined;
  const object = chainOf(node.object);
  return name === undefined || object === undefined ? undefined : [...object, name];
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

/** The test of an `if` or of a conditional expression that an expression is part of. */
function conditionAround(node: Expression, module: Module): IfStatement | ConditionalExpression | undefined {
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
      default:
        return undefined;
    }
  }
  return undefined;
}

/** Whether one way of a condition ends here, and does not hand the request on. */
function turnsAway(condition: IfStatement | ConditionalExpression): boolean {
  return condition.kind === 'if' && exits(condition.then) && !condition.then.some((statement) => someNode(statement, isNextCall));
}

/** Whether a function around a node is given a `next` and calls it, or hands the request on as Next.js does. */
function isInMiddleware(node: IrNode, module: Module): boolean {
  return module.functionsAround(node).some((fn) => (namesNext(fn) && someNode(fn, isNextCall)) || someNode(fn, isNextResponse));
}

function namesNext({ params }: FunctionExpression): boolean {
  return params.some(({ target }) => target.kind === 'identifier' && target.name === 'next');
}

/** `NextResponse.next()` */
function isNextResponse(node: IrNode): boolean {
  if (node.kind !== 'call' || node.callee.kind !== 'member') return false;
  const { object, property } = node.callee;
  return property === 'next' && object.kind === 'identifier' && object.name === 'NextResponse';
}

function isNextCall(node: IrNode): boolean {
  return node.kind === 'call' && node.callee.kind === 'identifier' && node.callee.name === 'next';
}

/** A query or the like that is given a claim by which a user is known. */
function lookupAround(arrival: Arrival, ev: Evaluator): { name: string; claim: string } | undefined {
  const { node, module, path } = arrival;
  const claim = path.findLast(isId);
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
