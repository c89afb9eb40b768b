import type { CallExpression, FunctionExpression, MemberExpression, Range } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import { sessionPackages } from '../../knowledge/index.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import type { RuleContext } from '../rule.js';
import { lastName } from '../naming.js';
import { alternatives, type Value } from '../evaluate/values.js';

/** Functions that call functions that renew the session. */
const MAX_DEPTH = 3;

const RENEWS = /regenerat|renew_?session|rotate_?session/i;

type Event = CallExpression | MemberExpression;
type Ranged = Extract<IrNode, { range: Range }>;

/**
 * Whether the session has got a new id when `node`, which stands in `fn`, is reached; `logins` are calls of libraries
 * that give it one. `late`: a later one does as well, because it takes what was written along.
 */
export function isRenewedBefore(
  ev: Evaluator,
  node: Ranged,
  fn: FunctionExpression,
  module: Module,
  logins: ReadonlySet<IrNode>,
  late = false,
): boolean {
  const isInTime = (event: Event): boolean => (late || event.range[0] < node.range[0]) && !isElsewhere(event, node, module);
  return eventsIn(fn).some((event) =>
    (isInTime(event) || runsAfter(ev, event, node, module)) && (logins.has(event) || renews(ev, event, module, 0)));
}

/** A function around `node` is what an event calls back: `const save = () => …; req.session.regenerate(save)`. */
function runsAfter(ev: Evaluator, event: Event, node: Ranged, module: Module): boolean {
  const parent = event.kind === 'call' ? event : module.parentOf(event);
  if (parent?.kind !== 'call') return false;
  const around = new Set(module.functionsAround(node));
  return parent.args.some((argument) => {
    if (argument.kind !== 'identifier') return false;
    const value = ev.evaluate(argument, { module, frame: undefined });
    return value.kind === 'function' && around.has(value.function);
  });
}

/**
 * Whether a function that cannot be seen is given the request before `node` is reached: whatever it does, it may give
 * the session a new id.
 */
export function mayBeRenewedBefore(ev: Evaluator, node: Ranged, fn: FunctionExpression, module: Module): boolean {
  const context = { module, frame: undefined };
  return eventsIn(fn).some((event) =>
    event.kind === 'call' && event.range[0] < node.range[0] && ev.evaluate(event.callee, context).kind === 'unknown' &&
    event.args.some((argument) => argument.kind !== 'spread' && isRequest(ev.evaluate(argument, context))));
}

function isRequest(value: Value): boolean {
  return value.kind === 'external' && /^(?:(?:Fastify)?Request|\w*Context)#(?:\.session)?$/.test(value.path);
}

/** Whether a function renews the session of the request that it is given. */
export function renewsSession(ev: Evaluator, fn: FunctionExpression, module: Module, depth = 0): boolean {
  if (depth >= MAX_DEPTH) return false;
  return RENEWS.test(fn.name ?? '') || eventsIn(fn).some((event) => renews(ev, event, module, depth));
}

/** A mention of `regenerate` (called, bound, made a promise of), or a call of a function that has one. */
function renews(ev: Evaluator, node: Event, module: Module, depth: number): boolean {
  if (node.kind === 'member') {
    const { object, property } = node;
    // express-session 1.19.0 index.js: `generate` of the store gives the request a new session, `regenerate` calls it.
    return typeof property === 'string' && (RENEWS.test(property) || (property === 'generate' && lastName(object) === 'sessionStore'));
  }
  if (node.callee.kind === 'identifier' && RENEWS.test(node.callee.name)) return true;
  return alternatives(ev.evaluate(node.callee, { module, frame: undefined })).some(({ value }) =>
    value.kind === 'function' && renewsSession(ev, value.function, value.module, depth + 1));
}

function eventsIn(fn: FunctionExpression): Event[] {
  return descendants(fn).filter((node) => node.kind === 'call' || node.kind === 'member');
}

/**
 * Whether a module's project keeps its sessions in the cookie, which has no id that could be renewed, or may do so:
 * where that depends on a store, one has to be seen.
 */
export function keepsSessionInCookie({ evaluator, operationsOf }: RuleContext, module: Module): boolean {
  const uses = (name: string): boolean => evaluator.project.host.dependsOn(name, module.file);
  if (sessionPackages('server').some(uses)) return false;
  const byStore = sessionPackages('store');
  if (!byStore.some(uses)) return sessionPackages('cookie').some(uses);
  return !operationsOf('session.configure').some(({ library, store }) =>
    byStore.includes(library) && alternatives(store).some(({ value: { kind } }) => kind !== 'absent' && kind !== 'unknown'));
}

/** Whether two nodes stand in branches of which only one is taken. */
function isElsewhere(a: Ranged, b: Ranged, module: Module): boolean {
  for (let parent = module.parentOf(a); parent !== undefined; parent = module.parentOf(parent)) {
    const branches = branchesOf(parent);
    const branchWith = (node: Ranged): number =>
      branches.findIndex((branch) => branch.some(({ range }) => contains(range, node.range)));
    const [mine, other] = [branchWith(a), branchWith(b)];
    if (mine !== -1 && other !== -1 && mine !== other) return true;
  }
  return false;
}

function branchesOf(node: IrNode): readonly (readonly Ranged[])[] {
  if (node.kind === 'if') return [node.then, node.else ?? []];
  if (node.kind === 'conditional') return [[node.then], [node.else]];
  return node.kind === 'switch' ? node.cases.map(({ body }) => body) : [];
}

function contains(outer: Range, inner: Range): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
