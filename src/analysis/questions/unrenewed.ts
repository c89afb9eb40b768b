import type { AssignExpression, FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { CallSite } from '../operations/callsites.js';
import { operationsOf } from '../operations/extract.js';
import { registeringModules } from '../operations/handed.js';
import type { TraceStep } from '../finding.js';
import { registeredHandlers, requestFunction, type Registered } from './handlers.js';
import type { RequestHandler } from './login-handlers.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { isRenewedBefore, mayBeRenewedBefore, renewsSession } from './session-renewal.js';
import { step } from '../trace.js';

type Handlers = ReadonlyMap<FunctionExpression, Registered>;

/** Helpers of helpers that write into the session. */
const MAX_HELPERS = 3;

/**
 * The handlers in which a write lands, itself or through helpers that are given the request, without a new session id
 * before it. What another file may register is in it only when all files can be seen.
 */
export function handlersWithoutRenewal(
  context: RuleContext,
  handlers: Handlers,
  write: OperationOf<'session.write'>,
): RequestHandler[] {
  const { node, module } = write;
  return node.kind === 'assign' || node.kind === 'call' ? unrenewed(context, handlers, write, { node, module }, []) : [];
}

function unrenewed(
  context: RuleContext,
  handlers: Handlers,
  write: OperationOf<'session.write'>,
  { node, module }: { readonly node: CallSite['node'] | AssignExpression; readonly module: Module },
  calls: readonly TraceStep[],
): RequestHandler[] {
  const { evaluator, callSites, wholeProject } = context;
  const fn = requestFunction(node, module);
  const logins = new Set<IrNode>(context.operationsOf('login.delegate').map((login) => login.node));
  const late = write.facts.keptOnRenewal === true;
  if (fn === undefined || calls.length > MAX_HELPERS || isRenewedBefore(evaluator, node, fn, module, logins, late)) return [];
  if (!wholeProject && mayBeRenewedBefore(evaluator, node, fn, module)) return [];
  const registered = handlers.get(fn) ?? registeredElsewhere(context, fn, module);
  if (registered !== undefined) {
    const isRenewed = registered.before.some((one) =>
      one.kind === 'unknown' ? !wholeProject : renewsSession(evaluator, one.function, one.module));
    return isRenewed || isBehindLogin(registered, logins) ? [] : [{ function: fn, module, registered, calls }];
  }
  const caller = write.callers[calls.length];
  const sites = caller?.callee.function === fn ? [caller] : callSites.of(fn, module);
  if (sites.length > 0) {
    return sites.flatMap((site) => {
      const call = step(site.module.place(calleeRange(site.node)), 'called here');
      return unrenewed(context, handlers, write, site, [...calls, call]);
    });
  }
  // Another file may register it behind a function that renews the session.
  return wholeProject ? [{ function: fn, module, calls }] : [];
}

/** How a file registers a function that is not under analysis for itself, because it does nothing but that. */
function registeredElsewhere({ evaluator, callSites, wholeProject }: RuleContext, fn: FunctionExpression, module: Module): Registered | undefined {
  for (const one of wholeProject ? registeringModules(fn, module, evaluator) : []) {
    if (evaluator.project.isCandidate(one.file)) continue;
    const routes = operationsOf(evaluator, callSites, one).filter((operation) => operation.kind === 'route.register');
    const registered = registeredHandlers(evaluator, routes).get(fn);
    if (registered !== undefined) return registered;
  }
  return undefined;
}

/** The route runs a library's login before it (`passport.authenticate('local')`), which is judged by itself. */
function isBehindLogin({ route }: Registered, logins: ReadonlySet<IrNode>): boolean {
  return route.node.kind === 'call' && route.node.args.some((argument) => logins.has(argument));
}
