import { tokenClassOfKey, tokenClassOfName, type TokenClass } from '../../domain/token-classes.js';
import type { Expression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { lastName, namesOf, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { isReturned } from '../operations/value-flow.js';
import type { RuleContext } from '../rule.js';
import { functionsNamed, routesAround } from './surroundings.js';
import { alternatives, type Value } from '../evaluate/values.js';

export interface Classified {
  readonly class: TokenClass;
  /** Nothing in the code says so: a token that nobody calls anything opens the application. */
  readonly assumed?: true;
  /** What stands around the call says so, and no caller. */
  readonly settled?: true;
}

/** Claims that say what a token is for. */
const PURPOSE_CLAIMS = ['typ', 'type', 'use', 'token_use', 'tokenUse', 'tokenType', 'token_type', 'purpose', 'kind'];
/** References of a variable that are looked at for a name of what it holds. */
const MAX_REFERENCES = 12;

/**
 * What an issued token is for, from the most to the least telling: its purpose claim, what receives it, the functions
 * around it, its key, the callers of its wrapper, its route (CATALOGUE 1.2). `undefined` where the code says nothing and
 * another file could: in the editor a token that leaves its function is somebody else's to name.
 */
export function tokenClass(issue: OperationOf<'token.issue'>, context: RuleContext): Classified | undefined {
  if (isClaimOpen(issue.payload)) return undefined;
  if (isAssertion(issue.audience)) return { class: 'other' };
  const own = claimedClass(issue.payload) ?? named(issue.node, issue.module, signerClass(issue.node)) ?? keyClass(issue.key);
  if (own !== undefined) return { class: own, settled: true };
  const found = calledClass(issue, context) ?? first(routesAround(issue.node, issue.module).map((path) => tokenClassOfName(path, 'function')));
  if (found !== undefined) return { class: found };
  return context.wholeProject || isSettled(issue) ? { class: 'access', assumed: true } : undefined;
}

function claimedClass(payload: Value): TokenClass | undefined {
  for (const { value } of alternatives(payload)) {
    if (value.kind !== 'object') continue;
    for (const claim of PURPOSE_CLAIMS) {
      const purpose = value.members.get(claim);
      if (purpose?.kind !== 'known' || typeof purpose.value !== 'string') continue;
      const found = tokenClassOfName(purpose.value);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Whether a token is one that a client signs for another's token endpoint (RFC 7523 section 3), or for Apple in a secret's place. */
function isAssertion(audience: Value): boolean {
  return textsOf(audience).some((text) => /^https:\/\/(?:.*\/token\/?|appleid\.apple\.com)$/.test(text));
}

/** Whether a claim says what the token is for in words that are not known. */
function isClaimOpen(payload: Value): boolean {
  return alternatives(payload).some(({ value }) => value.kind === 'object' && PURPOSE_CLAIMS.some((claim) => {
    const purpose = value.members.get(claim);
    return purpose !== undefined && !['known', 'absent'].includes(purpose.kind);
  }));
}

function keyClass(key: Value): TokenClass | undefined {
  return first(alternatives(key).flatMap(({ value }) => namesOf(value)).map(tokenClassOfKey));
}

/** The callers that the operation is looked at for; where there are none because nothing is passed, all that there are. */
function calledClass({ callers, node, module }: OperationOf<'token.issue'>, { callSites }: RuleContext): TokenClass | undefined {
  if (callers.length > 0) return first(callers.map((caller) => named(caller.node, caller.module)));
  const [fn] = module.functionsAround(node);
  if (fn === undefined || !isReturned(node, module)) return undefined;
  return first(callSites.of(fn, module).map((site) => named(site.node, site.module)));
}

/** The class that what signs is for: `jwt.refresh.sign`, `reply.refreshJwtSign`. What opens the application has no name of its own. */
function signerClass(node: IrNode): TokenClass | undefined {
  const callee = node.kind === 'call' && node.callee.kind === 'member' ? node.callee : undefined;
  const names = [lastName(callee), lastName(callee?.object)].flatMap((name) => name ?? []);
  return first(names.map((name) => tokenClassOfName(name)).filter((one) => one !== 'access'));
}

/** The class by what receives a call's result, then by what it is called with, then by the functions that it stands in, innermost first. */
function named(call: IrNode, module: Module, signer?: TokenClass): TokenClass | undefined {
  for (const name of receivers(call, module)) {
    const found = tokenClassOfName(name);
    if (found !== undefined) return found;
  }
  return signer ?? first(functionsNamed(call, module).map((name) => tokenClassOfName(name, 'function')));
}

/**
 * What a result goes by on its way: variables, properties, cookie names and the functions it is passed to. `index`: of
 * a list that the node is, the element that is meant.
 */
function* receivers(node: IrNode, module: Module, index?: number): Generator<string> {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'variable': {
      const declared = parent.declarations.find(({ init }) => init === node)?.target;
      const target = declared?.kind === 'array-pattern' && index !== undefined ? declared.elements[index] : declared;
      if (target?.kind !== 'identifier') return;
      yield target.name;
      for (const reference of (module.bindingOf(target)?.references ?? []).slice(0, MAX_REFERENCES)) yield* receivers(reference, module);
      return;
    }
    case 'assign':
      if (parent.value !== node) return;
      if (parent.target.kind === 'identifier') yield parent.target.name;
      else if (parent.target.kind === 'member' && typeof parent.target.property === 'string') yield parent.target.property;
      return;
    case 'property':
      if (typeof parent.key === 'string') yield parent.key;
      yield* receivers(parent, module);
      return;
    case 'call':
      if (!parent.args.includes(node as Expression)) return;
      if (index !== undefined) {
        yield* receivers(parent, module, index);
        return;
      }
      for (const arg of parent.args) if (arg.kind === 'string' && !arg.value.includes(' ')) yield arg.value;
      if (parent.callee.kind === 'identifier') yield parent.callee.name;
      else if (parent.callee.kind === 'member' && typeof parent.callee.property === 'string') yield parent.callee.property;
      return;
    case 'template':
      // The words of a link or a header around it: `/reset-password?token=…`, `Bearer …`.
      yield* parent.strings;
      yield* receivers(parent, module);
      return;
    case 'array':
      // `const [access, refresh] = await Promise.all([…])`
      yield* receivers(parent, module, parent.elements.indexOf(node as Expression));
      return;
    case 'await':
      yield* receivers(parent, module, index);
      return;
    case 'object':
    case 'binary':
    case 'logical':
    case 'conditional':
      yield* receivers(parent, module);
      return;
  }
}

/** Whether no other file could still tell what the token is for. */
function isSettled({ node, module, payload, key }: OperationOf<'token.issue'>): boolean {
  const isKeyNamed = alternatives(key).every(({ value }) => value.kind !== 'unknown' || namesOf(value).length > 1);
  return isKeyNamed && payload.kind === 'object' && payload.open === undefined && !isReturned(node, module);
}

function first<T>(list: readonly (T | undefined)[]): T | undefined {
  return list.find((one) => one !== undefined);
}
