import { stems } from '../../domain/words.js';
import type { Argument } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { HANDLER_MEMBERS } from '../../knowledge/index.js';
import type { RuleContext } from '../rule.js';
import type { Module } from '../evaluate/module.js';
import { lastName, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { registeredHandlers } from './handlers.js';

/** Words of what lets only known users pass: `requireAuth`, `passport.authenticate('jwt')`, `@UseGuards(…)`, `verifyToken`. */
const GUARD_WORDS = new Set([
  'auth', 'authn', 'authz', 'authenticate', 'authenticated', 'authentication', 'authorize', 'authorized', 'authorization', 'guard', 'guards', 'guarded',
  'jwt', 'expressjwt', 'protect', 'protected', 'protector', 'secured', 'require', 'requires', 'required', 'verify', 'validate', 'check', 'ensure', 'login', 'session',
  'token', 'user', 'access', 'roles', 'role', 'permissions', 'private', 'middleware', 'middlewares',
]);

/**
 * Whether a handler around a place is registered behind something that may have checked who is there: a decorator of it
 * or its class, a function before it in its route, or one that its router uses.
 */
export function isBehindGuard(context: RuleContext, { node, module }: { readonly node: IrNode; readonly module: Module }): boolean {
  if (isDecorated(node, module)) return true;
  const routes = context.operationsOf('route.register');
  const handlers = registeredHandlers(context.evaluator, routes);
  return module.functionsAround(node).some((fn) => {
    const route = handlers.get(fn)?.route;
    if (route === undefined) return false;
    const used = routes.filter((other) => other.module === route.module && textsOf(other.method).includes('use') && other.at.range[0] < route.at.range[0]);
    // The last is the handler itself, or holds it.
    return [...functionsOf(route).slice(0, -1), ...functionsOf(route).flatMap(hooksOf), ...used.flatMap(functionsOf)].some(isGuard);
  });
}

function functionsOf({ node }: OperationOf<'route.register'>): readonly Argument[] {
  return node.kind === 'call' ? node.args : [];
}

/** What the options of a route run before the handler: `{ preHandler: [app.authenticate] }`. */
function hooksOf(argument: Argument): readonly Argument[] {
  return argument.kind !== 'object' ? [] : argument.members.flatMap((member) =>
    member.kind === 'property' && typeof member.key === 'string' && member.key !== 'handler' && HANDLER_MEMBERS.includes(member.key) ? [member.value] : []);
}

function isDecorated(node: IrNode, module: Module): boolean {
  for (let parent = module.parentOf(node); parent !== undefined; parent = module.parentOf(parent)) {
    const decorators = parent.kind === 'class' || parent.kind === 'method' ? parent.decorators : undefined;
    if (decorators?.some(isGuard) === true) return true;
  }
  return false;
}

function isGuard(node: Argument): boolean {
  if (node.kind === 'array') return node.elements.some((element) => element !== null && isGuard(element));
  // `{ preHandler: [authenticate] }`
  if (node.kind === 'object') return node.members.some((member) => isGuard(member.value));
  const name = nameOf(node.kind === 'call' || node.kind === 'new' ? node.callee : node);
  return name !== undefined && stems(name).some((word) => GUARD_WORDS.has(word));
}

function nameOf(node: Argument): string | undefined {
  return node.kind === 'spread' ? undefined : lastName(node);
}
