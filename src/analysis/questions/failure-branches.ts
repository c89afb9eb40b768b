import type { CallExpression, Expression, FunctionExpression, Statement, TryStatement } from '../../ir/types.js';
import { descendants, forEachChild, type IrNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';
import { listsOf } from '../evaluate/order.js';
import { statementsOf, type Module } from '../evaluate/module.js';
import { lastName, lastSourceName } from '../naming.js';
import type { Operation, OperationOf } from '../operations/operations.js';

/** What runs when a verification fails. */
export interface FailureBranch {
  readonly verify: OperationOf<'token.verify'>;
  /** The verification, or the call of a function around it that lets its error through. */
  readonly node: IrNode;
  readonly module: Module;
  /** What runs because it failed. */
  readonly failing: readonly Statement[];
  /** What runs then, as after a success. */
  readonly after: readonly Statement[];
  /** What the error is called. */
  readonly error: string | undefined;
  /** Variables and members that have a value only after a success. */
  readonly assigned: ReadonlySet<string>;
  /** The `try` whose errors come here. */
  readonly around?: TryStatement;
}

/** Functions around functions around a verification that let its error through. */
const MAX_WRAPPERS = 3;

/** Where the code goes when a verification fails, for each verification and each call of a function that lets its error through. */
export function failureBranches({ operations, callSites }: Analysis): FailureBranch[] {
  const seen = new Set<IrNode>();
  return operations.flatMap((operation) => {
    if (operation.kind !== 'token.verify' || seen.has(operation.node) || operation.result?.refusal === 'falsy') return [];
    const found: FailureBranch[] = [];
    let sites: readonly { node: IrNode; module: Module }[] = [operation];
    for (let level = 0; level <= MAX_WRAPPERS && sites.length > 0; level++) {
      const fresh = sites.filter(({ node }) => !seen.has(node));
      fresh.forEach(({ node }) => seen.add(node));
      sites = fresh.flatMap(({ node, module }) => {
        const branch = (level === 0 ? ofCallback(operation) : undefined) ?? ofPromise(operation, node, module) ?? ofTry(operation, node, module);
        if (branch !== undefined) {
          if (branch !== 'elsewhere') found.push(branch);
          return [];
        }
        const [fn] = module.functionsAround(node);
        return fn === undefined ? [] : callSites.of(fn, module);
      });
    }
    return found;
  });
}

/** The statement whose `try` block an operation stands in, within the same function. */
export function tryAround({ node, module }: { readonly node: IrNode; readonly module: Module }): TryStatement | undefined {
  let child: IrNode = node;
  for (let parent = module.parentOf(node); parent !== undefined && parent.kind !== 'function'; parent = module.parentOf(parent)) {
    if (parent.kind === 'try' && parent.handler !== undefined && parent.body.includes(child as Statement)) return parent;
    child = parent;
  }
  return undefined;
}

/** The function that is given the result of an operation, and its error first. */
export function callbackOf({ node }: Pick<Operation, 'node'>): FunctionExpression | undefined {
  const last = node.kind === 'call' ? node.args.at(-1) : undefined;
  return last?.kind === 'function' ? last : undefined;
}

function ofTry(verify: FailureBranch['verify'], node: IrNode, module: Module): FailureBranch | undefined {
  const around = tryAround({ node, module });
  if (around?.handler === undefined) return undefined;
  const assigned = new Set(around.body.flatMap((statement) => allParts(statement)).flatMap((part) => (part.kind === 'assign' ? (lastName(part.target) ?? []) : [])));
  return { verify, node, module, failing: around.handler, after: [...leading(around.finalizer ?? [], module), ...following(around, module)], error: lastName(around.param), assigned, around };
}

/** Of what runs in any case, what lets the request go on; the rest cleans up. */
function leading(finalizer: readonly Statement[], module: Module): Statement[] {
  return finalizer.filter((statement) => ownParts(statement).some((part) => part.kind === 'call' && isNext(part, module)));
}

/** `(error, claims) => …`. What does anything else with its error than to ask whether there is one is `elsewhere`. */
function ofCallback(verify: FailureBranch['verify']): FailureBranch | 'elsewhere' | undefined {
  const fn = callbackOf(verify);
  if (fn === undefined || verify.result !== undefined) return undefined;
  const body = statementsOf(fn);
  const error = lastName(fn.params[0]?.target);
  if (body === undefined || error === undefined) return 'elsewhere';
  const assigned = new Set(fn.params.slice(1).flatMap(({ target }) => namesIn(target)));
  const base = { verify, node: fn, module: verify.module, error, assigned };
  const isNamed = (node: IrNode): boolean => allParts(node).some((part) => part.kind === 'identifier' && part.name === error);
  const index = body.findIndex(isNamed);
  if (index === -1) return { ...base, failing: [], after: body };
  const statement = body[index];
  if (statement?.kind !== 'if') return 'elsewhere';
  const asks = asksFor(error, statement.test);
  if (asks === undefined) return 'elsewhere';
  const failing = asks ? statement.then : (statement.else ?? []);
  return { ...base, failing: [...body.slice(0, index), ...failing], after: body.slice(index + 1) };
}

function namesIn(target: IrNode): string[] {
  return allParts(target).flatMap((part) => (part.kind === 'identifier' ? [part.name] : []));
}

/** Whether a test is true where there is an error, or where there is none; `undefined` where it asks something else as well. */
function asksFor(error: string, test: Expression): boolean | undefined {
  if (lastName(test) === error) return true;
  if (test.kind === 'unary' && test.operator === '!') return lastName(test.operand) === error ? false : undefined;
  if (test.kind === 'logical' && test.operator === '||') return asksFor(error, test.left) ?? asksFor(error, test.right);
  if (test.kind !== 'binary' || lastName(test.left) !== error) return undefined;
  const isNothing = test.right.kind === 'null' || lastName(test.right) === 'undefined';
  return isNothing ? test.operator.startsWith('!') : undefined;
}

/** `verify(…).catch(() => …)`, whatever was chained before. */
function ofPromise(verify: FailureBranch['verify'], node: IrNode, module: Module): FailureBranch | 'elsewhere' | undefined {
  let current = node;
  for (let member = module.parentOf(current); member?.kind === 'member' && member.object === current; member = module.parentOf(current)) {
    const call = module.parentOf(member);
    if (call?.kind !== 'call' || call.callee !== member) return undefined;
    const handler = handlerOf(call, member.property);
    if (handler !== undefined) {
      if (handler.kind !== 'function') return 'elsewhere';
      return { verify, node: call, module, failing: runBy(handler), after: [], error: lastName(handler.params[0]?.target), assigned: new Set() };
    }
    current = call;
  }
  return undefined;
}

/** What a function runs; the body of `() => value` is what it returns. */
function runBy(fn: FunctionExpression): readonly Statement[] {
  return 'kind' in fn.body ? [{ kind: 'return', value: fn.body, range: fn.body.range }] : fn.body;
}

function handlerOf({ args }: CallExpression, method: string | Expression): CallExpression['args'][number] | undefined {
  return method === 'catch' ? args[0] : method === 'then' ? args[1] : undefined;
}

/** The statements that run after one, to the end of its function. */
function following(statement: Statement, module: Module): Statement[] {
  const found: Statement[] = [];
  let child: IrNode = statement;
  for (let parent = module.parentOf(child); parent !== undefined; child = parent, parent = module.parentOf(parent)) {
    const list = listsOf(parent, module).find((statements) => statements.includes(child as Statement)) ?? [];
    found.push(...list.slice(list.indexOf(child as Statement) + 1));
    if (parent.kind === 'function') break;
  }
  return found;
}

/** Calls of these decide nothing: `console.warn`, `logger.info`. */
const LOGGING = new Set(['log', 'debug', 'info', 'warn', 'error', 'trace', 'captureException', 'captureMessage']);

/** Whether a call only writes down what happened. */
export function isLogging({ callee }: CallExpression): boolean {
  return callee.kind === 'member' ? typeof callee.property === 'string' && LOGGING.has(callee.property) : ['log', 'debug', 'captureException'].includes(lastName(callee) ?? '');
}

/** `next()`: by its name, or as the third of a middleware's three parameters. */
export function isNext({ callee, args }: CallExpression, module: Module): boolean {
  if (callee.kind === 'member') return callee.property === 'next' && lastSourceName(callee.object, module) === 'NextResponse';
  if (callee.kind !== 'identifier' || args.length > 0) return false;
  const declaration = module.bindingOf(callee)?.declarations[0];
  return callee.name === 'next' || (declaration?.kind === 'param' && declaration.index === 2 && declaration.function.params.length === 3);
}

/** `null`, `undefined`, `false` */
export function isNothing(node: Expression): boolean {
  return node.kind === 'null' || (node.kind === 'identifier' && node.name === 'undefined') || (node.kind === 'boolean' && !node.value);
}

/** A node and all that is in it. */
export function allParts(node: IrNode): IrNode[] {
  return [node, ...descendants(node)];
}

/** The parts of a node, itself first, without those of functions in it. */
export function ownParts(node: IrNode): IrNode[] {
  const found: IrNode[] = [];
  const visit = (part: IrNode): void => {
    found.push(part);
    if (part.kind !== 'function') forEachChild(part, visit);
  };
  visit(node);
  return found;
}
