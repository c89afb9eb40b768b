import { POSSIBLE_REQUEST_NAMES } from '../../domain/request-names.js';
import { stems } from '../../domain/words.js';
import type { Expression } from '../../ir/types.js';
import type { Module } from '../evaluate/module.js';
import { lastName, propertyName } from '../naming.js';
import type { Arrival } from '../operations/value-flow.js';
import { handsOn } from './middleware.js';

/** Requests, and what else goes through all that handles one: its answer, its socket. */
const HOLDER_NAMES = new Set([...POSSIBLE_REQUEST_NAMES, 'res', 'response', 'reply', 'socket', 'client', 'locals']);
const PRINCIPAL_WORDS = new Set([
  'user', 'userid', 'username', 'userinfo', 'auth', 'account', 'principal', 'identity', 'uid', 'sub', 'subject', 'claims', 'jwt', 'token', 'decoded',
  'payload', 'session', 'role', 'roles', 'permissions', 'scope', 'scopes', 'tenant', 'viewer', 'me', 'member', 'admin', 'customer', 'company', 'org',
]);
/** What requests keep such things in. */
const CONTAINERS = new Set(['state', 'locals', 'context', 'data']);
/** Where a request says what it wants. */
const PARAMETERS = new Set(['params', 'query', 'body']);

/** What whoever sends a request writes into it. */
const OF_SENDER = new Set([...PARAMETERS, 'headers', 'header', 'cookies', 'signedCookies']);
/** What a request says of whether anybody has been authenticated. */
const AUTHENTICATION = new Set(['isAuthenticated', 'isAuthorized', 'credentials', 'jwtPayload', 'jwtOriginalError', 'authenticated', 'loggedIn', 'isLoggedIn', 'isAuth']);

/** Where a request keeps who it is from: the name there, and how it is read. */
export interface Principal {
  readonly name: string;
  /** `req.user`, `c.get('user')` */
  readonly text: string;
}

/** What a value becomes in `req.user = …`, `ctx.state.user = …`, `Object.assign(req, { user: … })` or `c.set('user', …)`. */
export function principalOf({ node, module, held }: Pick<Arrival, 'node' | 'module' | 'held'>): Principal | undefined {
  const parent = module.parentOf(node);
  if (parent?.kind === 'assign' && parent.value === node && parent.target.kind === 'member') {
    const names = chainOf(parent.target);
    const kept = names === undefined || !CONTAINERS.has(names.at(-1) ?? '') ? names : [...names, ...held.slice(0, 1)];
    const isSet = kept !== undefined && isRequest(parent.target, kept, module) && kept.slice(1).some(isPrincipal);
    return isSet ? { name: kept.at(-1) ?? '', text: kept.join('.') } : undefined;
  }
  if (parent?.kind !== 'call' || parent.args[1] !== node) return undefined;
  const [key] = parent.args;
  if (lastName(parent.callee) === 'assign' && key !== undefined && key.kind !== 'spread') {
    const names = chainOf(key);
    const [name] = held;
    const isSet = names !== undefined && isRequest(key, names, module) && name !== undefined && isPrincipal(name);
    return isSet ? { name, text: [...names, name].join('.') } : undefined;
  }
  if (lastName(parent.callee) !== 'set' || parent.callee.kind !== 'member') return undefined;
  const names = chainOf(parent.callee.object);
  const isSet = names !== undefined && isRequest(parent.callee.object, names, module) && key?.kind === 'string' && isPrincipal(key.value);
  return isSet ? { name: key.value, text: `${names.join('.')}.get('${key.value}')` } : undefined;
}

/** Whether an expression is where a request keeps something: `req.user`. */
export function isKeptBy(node: Expression, { name }: Principal, module: Module): boolean {
  const names = node.kind === 'member' && node.property === name ? chainOf(node) : undefined;
  return names !== undefined && isRequest(node, names, module);
}

/** Whether an expression is whoever a request is from: `req.user`, `ctx.state.user.id`, or a variable or parameter of that. */
export function isRequestPrincipal(node: Expression, module: Module): boolean {
  if (node.kind === 'identifier') {
    const declaration = isPrincipal(node.name) || AUTHENTICATION.has(node.name) ? module.bindingOf(node)?.declarations[0] : undefined;
    if (declaration?.kind === 'param') return true;
    const init = declaration?.kind === 'variable' ? declaration.declaration.init : undefined;
    const names = init === undefined ? undefined : chainOf(init);
    return init !== undefined && names !== undefined && isRequest(init, names, module) && !names.some((name) => OF_SENDER.has(name));
  }
  const names = chainOf(node);
  return names !== undefined && isRequest(node, names, module) && !names.some((name) => OF_SENDER.has(name)) &&
    names.slice(1).some((name) => isPrincipal(name) || AUTHENTICATION.has(name));
}

/** Whether an expression is what a request asks for: `req.params.id`, `ctx.request.body.userId`. */
export function isRequestParameter(node: Expression, module: Module): boolean {
  const names = chainOf(node);
  return names !== undefined && isRequest(node, names, module) && names.slice(1).some((name) => PARAMETERS.has(name));
}

/** Whether a name is one of whoever a request is from. */
export function isPrincipal(name: string): boolean {
  return stems(name).some((word) => PRINCIPAL_WORDS.has(word));
}

/** By its name, or as the first parameter of a middleware. */
function isRequest(node: Expression, [root = '', ...rest]: readonly string[], module: Module): boolean {
  if (rest.includes('headers')) return false;
  return HOLDER_NAMES.has(stems(root).at(-1) ?? '') || isMiddlewareParameter(node, module);
}

function isMiddlewareParameter(node: Expression, module: Module): boolean {
  if (node.kind === 'member') return isMiddlewareParameter(node.object, module);
  const declaration = node.kind === 'identifier' ? module.bindingOf(node)?.declarations[0] : undefined;
  const [first] = declaration?.kind === 'param' ? declaration.function.params : [];
  return declaration?.kind === 'param' && first !== undefined && lastName(first.target) === lastName(node) && handsOn(declaration.function);
}

/** The names of a chain of members: `req`, `auth`, `user`. */
function chainOf(node: Expression): string[] | undefined {
  if (node.kind === 'identifier') return [node.name];
  if (node.kind === 'this') return ['this'];
  if (node.kind !== 'member') return undefined;
  const name = propertyName(node);
  const object = chainOf(node.object);
  return name === undefined || object === undefined ? undefined : [...object, name];
}
