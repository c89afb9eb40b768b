import type { FunctionExpression } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';
import { statementsOf, type Module } from '../evaluate/module.js';
import type { CallSite } from '../operations/callsites.js';
import type { Operation } from '../operations/operations.js';
import { callsOfModelMethod } from './model-methods.js';
import { neglectOfPromise, type Neglect } from './neglected-checks.js';

/** Functions around functions around a check. */
const MAX_WRAPPERS = 4;

/** A call of a function that makes a check and gives a promise, where nobody waits for that. */
export interface NeglectedCall {
  readonly site: CallSite;
  readonly neglect: Neglect;
  /** What is called is known by its name only, or that the function refuses by throwing alone is a guess. */
  readonly likely: boolean;
}

/**
 * Calls of the asynchronous functions around a check whose promise is tested or read from, or, of those that give
 * nothing back and refuse by throwing, dropped before more is done.
 */
export function* promisedChecks(check: Operation, analysis: Analysis): Generator<NeglectedCall> {
  if (check.result === undefined) return;
  const seen = new Set<FunctionExpression>();
  let frontier: readonly { node: IrNode; module: Module; isPromise: boolean }[] = [{ node: check.node, module: check.module, isPromise: check.result.promise }];
  for (let level = 0; level < MAX_WRAPPERS && frontier.length > 0; level++) {
    const next: CallSite[] = [];
    for (const { node, module, isPromise } of frontier) {
      const [fn] = module.functionsAround(node);
      if (fn === undefined || seen.has(fn) || !givesPromise(fn, node, module, isPromise)) continue;
      seen.add(fn);
      const methodCalls = callsOfModelMethod(fn, module, analysis);
      for (const site of [...analysis.callSites.of(fn, module), ...methodCalls]) {
        const neglect = neglectOfPromise(site.node, site.module);
        if (neglect === undefined) next.push(site);
        else if (neglect.kind === 'dropped' ? refuses(fn, check) && isFollowed(site) : givesBack(fn)) {
          yield { site, neglect, likely: neglect.kind === 'dropped' || methodCalls.includes(site) };
        }
      }
    }
    frontier = next.map(({ node, module }) => ({ node, module, isPromise: true }));
  }
}

function givesPromise(fn: FunctionExpression, node: IrNode, module: Module, isPromise: boolean): boolean {
  if (fn.generator) return false;
  return fn.async === true || (isPromise && isHandedOut(node, module));
}

/** Whether the promise itself is what the function returns. */
function isHandedOut(node: IrNode, module: Module): boolean {
  const parent = module.parentOf(node);
  if (parent?.kind === 'return') return true;
  if (parent?.kind === 'function') return parent.body === node;
  if (parent?.kind === 'conditional') return parent.test !== node && isHandedOut(parent, module);
  return parent?.kind === 'logical' && parent.right === node && isHandedOut(parent, module);
}

function givesBack(fn: FunctionExpression): boolean {
  return 'kind' in fn.body || ownParts(fn).some((node) => node.kind === 'return' && node.value !== undefined);
}

/** Whether throwing is all that a function can do to refuse. */
function refuses(fn: FunctionExpression, { result }: Operation): boolean {
  return !givesBack(fn) && (result?.refusal === 'throws' || ownParts(fn).some(({ kind }) => kind === 'throw'));
}

function ownParts(fn: FunctionExpression): IrNode[] {
  return descendants(fn, ({ kind }) => kind !== 'function' && kind !== 'class');
}

/** Whether the function that makes a call does something more after it. */
function isFollowed({ node, module }: CallSite): boolean {
  const [fn] = module.functionsAround(node);
  const last = fn === undefined ? undefined : statementsOf(fn)?.at(-1);
  return last !== undefined && last.range[0] > node.range[1];
}
