import type { Argument, Expression, FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { HANDLER_MEMBERS } from '../../knowledge/index.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { Declaration } from '../evaluate/scopes.js';
import { alternatives, type FunctionValue, type ObjectValue, type Unknown } from '../evaluate/values.js';

/** How a function is registered as a route's handler. */
export interface Registered {
  readonly route: OperationOf<'route.register'>;
  /** Functions that run before it; of the unknown ones nobody can tell what they do. */
  readonly before: readonly (FunctionValue | Unknown)[];
}

const handlersCache = new WeakMap<readonly OperationOf<'route.register'>[], ReadonlyMap<FunctionExpression, Registered>>();

/** The functions that routes are given, by their code; looked for once for a list of routes. */
export function registeredHandlers(
  ev: Evaluator,
  routes: readonly OperationOf<'route.register'>[],
): ReadonlyMap<FunctionExpression, Registered> {
  let found = handlersCache.get(routes);
  if (found === undefined) handlersCache.set(routes, (found = collectHandlers(ev, routes)));
  return found;
}

function collectHandlers(ev: Evaluator, routes: readonly OperationOf<'route.register'>[]): Map<FunctionExpression, Registered> {
  const found = new Map<FunctionExpression, Registered>();
  const middleware = routes.filter(({ method }) => textsOf(method).includes('use'));
  for (const route of routes) {
    if (route.node.kind !== 'call') continue;
    const given = functionsOf(ev, route);
    const first = middleware.filter((other) => runsBefore(other, route)).flatMap((other) => functionsOf(ev, other));
    for (const [index, value] of given.entries()) {
      if (value.kind === 'function' && !found.has(value.function)) {
        found.set(value.function, { route, before: [...first, ...given.slice(0, index)] });
      }
    }
  }
  return found;
}

function functionsOf(ev: Evaluator, { node, module }: OperationOf<'route.register'>): (FunctionValue | Unknown)[] {
  return node.kind === 'call' ? node.args.flatMap((argument) => functionsIn(ev, argument, module)) : [];
}

/** `app.use('/login', …)` above `app.post('/login', …)`. */
function runsBefore(other: OperationOf<'route.register'>, route: OperationOf<'route.register'>): boolean {
  if (other.module !== route.module || other.at.range[0] >= route.at.range[0]) return false;
  return textsOf(other.path).some((prefix) => textsOf(route.path).some((path) => path === prefix || path.startsWith(`${prefix}/`)));
}

/** A handler, a list of handlers, or one in a wrapper (`asyncHandler(login)`). */
function functionsIn(ev: Evaluator, argument: Argument, module: Module): (FunctionValue | Unknown)[] {
  if (argument.kind === 'spread') return [];
  if (argument.kind === 'array') {
    return argument.elements.flatMap((element) => (element === null ? [] : functionsIn(ev, element, module)));
  }
  const values = alternatives(ev.evaluate(argument, { module, frame: undefined })).map(({ value }) => value);
  const functions = values.filter((value) => value.kind === 'function' || value.kind === 'unknown');
  const wrapped = argument.kind === 'call' ? argument.args.flatMap((inner) => functionsIn(ev, inner, module)) : [];
  return [...functions, ...wrapped, ...values.flatMap((value) => (value.kind === 'object' ? functionsUnder(value) : []))];
}

/** Handlers among the options of a route, in the order in which they run: `{ preHandler, handler }`. */
function functionsUnder({ members }: ObjectValue): (FunctionValue | Unknown)[] {
  const given = HANDLER_MEMBERS.flatMap((name) => members.get(name) ?? []);
  const listed = given.flatMap((value) => (value.kind === 'array' ? value.elements : [value]));
  return listed.flatMap(alternatives).map(({ value }) => value).filter((value) => value.kind === 'function' || value.kind === 'unknown');
}

/** The function around a node from whose parameter the node's object or arguments come: whose request it is. */
export function requestFunction(node: IrNode, module: Module): FunctionExpression | undefined {
  if (node.kind === 'assign') return node.target.kind === 'member' ? parameterOf(node.target.object, module) : undefined;
  if (node.kind !== 'call' && node.kind !== 'new') return undefined;
  for (const argument of node.args) {
    const found = argument.kind === 'spread' ? undefined : parameterOf(argument, module);
    if (found !== undefined) return found;
  }
  return node.callee.kind === 'member' ? parameterOf(node.callee.object, module) : undefined;
}

/** Members of variables of members … */
const MAX_STEPS = 10;

function parameterOf(expression: Expression, module: Module): FunctionExpression | undefined {
  let current: Expression | undefined = expression;
  for (let step = 0; step < MAX_STEPS && current !== undefined; step++) {
    if (current.kind === 'member') current = current.object;
    else if (current.kind !== 'identifier') return undefined;
    else {
      const declaration: Declaration | undefined = module.bindingOf(current)?.declarations[0];
      if (declaration?.kind === 'param') return declaration.function;
      current = declaration?.kind === 'variable' ? declaration.declaration.init : undefined;
    }
  }
  return undefined;
}
