import { isAuthzClaim } from '../../domain/claim-names.js';
import { cookieTells } from '../../domain/cookie-names.js';
import { isAuthCookieName } from '../../domain/names.js';
import type { Expression } from '../../ir/types.js';
import { descendants } from '../../ir/walk.js';
import { REQUEST_COOKIE_NAMES, REQUEST_COOKIES } from '../../knowledge/index.js';
import { alternatives, type External } from '../evaluate/values.js';
import type { Module } from '../evaluate/module.js';
import { placeKey, type Place } from '../finding.js';
import { lastSourceName, textsOf } from '../naming.js';
import { arrivals, isReturnValue, type Arrival } from '../operations/value-flow.js';
import type { RuleContext } from '../rule.js';
import { isEquality } from './conditions.js';
import { isBehindGuard } from './guarded-handlers.js';
import { principalOf } from './principals.js';
import { resultOf } from './results.js';
import { sideOf } from './sides.js';
import { claimUse, type ClaimUse } from './unverified-uses.js';

/** A cookie that says who sends it or what they may do, that nobody has signed, and that decides something. */
export interface TrustedCookie {
  readonly name: string;
  /** Where it is read. */
  readonly at: Place;
  readonly use: ClaimUse;
}

/** Functions that tell whether a cookie is what the server gave out, or that only open it when it is. */
const PROOFS = /sign|seal|crypt|cipher|hmac|hash|digest|verif|timingsafe|valid|check|jwt|token/i;
/** What an answer keeps for its page to show. */
const SHOWN = /^(?:res|response|reply)$/;

/** The cookies of requests that decide something, each once in a function that reads it. */
export function trustedCookies(context: RuleContext): TrustedCookie[] {
  const found = new Map<string, TrustedCookie>();
  for (const module of context.modules) {
    // In the page its user decides anyway.
    if (sideOf(module, context.evaluator.project.host) === 'browser') continue;
    for (const source of sourcesIn(module, context)) {
      for (const [name, list] of byCookie(source)) {
        const cookie = trusted(name, list, context);
        const key = cookie === undefined ? '' : `${name} ${placeKey(functionPlace(source.node, module))}`;
        if (cookie !== undefined && !found.has(key)) found.set(key, cookie);
      }
    }
  }
  return [...found.values()];
}

interface Source {
  readonly node: Expression;
  readonly arrivals: readonly Arrival[];
}

/** `req.cookies`, `getCookie(c, 'role')`, `cookies.get('role')`, with everything that they become. */
function* sourcesIn(module: Module, context: RuleContext): Iterable<Source> {
  for (const node of module.nodes) {
    const called = node.kind === 'call' ? node.callee : node;
    if ((node.kind !== 'member' && node.kind !== 'call') || !REQUEST_COOKIE_NAMES.has(lastSourceName(called, module) ?? '')) continue;
    for (const { value } of alternatives(context.evaluator.evaluate(node, { module, frame: undefined }))) {
      if (value.kind !== 'external' || !REQUEST_COOKIES.has(`${value.package}:${readPath(value)}`)) continue;
      // The empty text is no name, but what a missing header is read as: `parse(header ?? '')`.
      const path = (value.call?.args ?? []).flatMap(textsOf).filter((text) => text !== '').slice(-1);
      yield { node, arrivals: [...arrivals(node, module, context)].map((arrival) => ({ ...arrival, path: [...path, ...arrival.path] })) };
      break;
    }
  }
}

/** The result of a fluent instance's method goes by the instance's path: what was called is the receiver. */
function readPath({ path, call, receiver }: External): string {
  return call === undefined || receiver === undefined ? path : `${receiver.path}()`;
}

function byCookie({ arrivals: all }: Source): ReadonlyMap<string, Arrival[]> {
  const found = new Map<string, Arrival[]>();
  for (const arrival of all) {
    const [name] = arrival.path;
    if (name === undefined || cookieTells(name) === undefined) continue;
    const list = found.get(name) ?? [];
    found.set(name, list);
    list.push(arrival);
  }
  return found;
}

function trusted(name: string, list: readonly Arrival[], context: RuleContext): TrustedCookie | undefined {
  const [first] = list;
  if (first === undefined || list.some(isProven) || isGivenSafely(name, context)) return undefined;
  // What a function of another file does with it may be to check it.
  if (!context.wholeProject && list.some(isHandedOn)) return undefined;
  for (const arrival of list) {
    const use = claimUse(arrival, context.evaluator, name) ?? verdict(arrival);
    if (use !== undefined && counts(use, arrival, context)) return { name, at: readAt(first), use };
  }
  return undefined;
}

/** `return req.cookies.role === 'admin'`, `const isAdmin = …`: what is made of the answer is another's. */
function verdict({ node, module, path }: Arrival): ClaimUse | undefined {
  let answer: Expression = node;
  let isCompared = false;
  let parent = module.parentOf(answer);
  for (; parent?.kind === 'binary' || parent?.kind === 'unary' || parent?.kind === 'logical'; parent = module.parentOf(answer)) {
    isCompared ||= parent.kind === 'binary' && isEquality(parent.operator);
    answer = parent;
  }
  const right = path.findLast(isAuthzClaim);
  if (!isCompared || right === undefined || (parent?.kind !== 'variable' && !isReturnValue({ node: answer, module }))) return undefined;
  const effect = `${path.length === 1 ? 'its value' : `its \`${right}\``} decides what the caller may do`;
  return { how: 'rights', effect, node: answer, module, authenticates: false };
}

/** Rights that a cookie says are never right; who somebody is another thing may prove, here or before the handler. */
function counts({ how, node, module, isLast }: ClaimUse, arrival: Arrival, context: RuleContext): boolean {
  if (isLast === true || SHOWN.test(principalOf(arrival)?.text.split('.')[0] ?? '')) return false;
  if (how === 'rights') return arrival.path.some(isAuthzClaim);
  return context.wholeProject && !provesOtherwise(node, module, context) && !isBehindGuard(context, { node, module });
}

/** The function around it also reads a cookie or a header that carries a login, or looks at a token. */
function provesOtherwise(node: Expression, module: Module, context: RuleContext): boolean {
  const [outermost] = module.functionsAround(node).slice(-1);
  return outermost !== undefined && descendants(outermost).some((part) => {
    if (part.kind === 'member' && typeof part.property === 'string') return isProofName(part.property);
    if (part.kind === 'string') return isProofName(part.value);
    return part.kind === 'call' && resultOf(context.evaluator, context.evaluator.evaluate(part, { module, frame: undefined }), 'token.verify') !== undefined;
  });
}

function isProofName(name: string): boolean {
  return isAuthCookieName(name) || /^(?:signedCookies|authorization|session|password|otp)$/i.test(name);
}

/** It is an argument of a call that checks or opens it. */
function isProven({ node, module }: Arrival): boolean {
  const call = module.parentOf(node);
  return call?.kind === 'call' && call.callee !== node && PROOFS.test(nameOf(call.callee, module));
}

function nameOf(callee: Expression, module: Module): string {
  const own = lastSourceName(callee, module) ?? '';
  // `createHmac(…).update(value)`
  return callee.kind === 'member' && callee.object.kind === 'call' ? `${nameOf(callee.object.callee, module)}.${own}` : own;
}

/** An argument of a call that is neither a method of the language nor a look into a list. */
function isHandedOn({ node, module }: Arrival): boolean {
  const call = module.parentOf(node);
  if ((call?.kind !== 'call' && call?.kind !== 'new') || call.callee === node || call.callee.kind !== 'identifier') return false;
  return module.bindingOf(call.callee)?.declarations[0]?.kind === 'import';
}

/** What the project puts into it is signed, or drawn so that nobody guesses another's. */
function isGivenSafely(name: string, { operationsOf, evaluator }: RuleContext): boolean {
  return operationsOf('cookie.set').some(({ name: set, signed, value }) => textsOf(set).includes(name) && (
    (signed.kind === 'known' && signed.value === true) || resultOf(evaluator, value, 'random.generate') !== undefined));
}

function readAt({ node, module, path }: Arrival): Place {
  return module.place(node.kind === 'member' && node.property === path.at(-1) ? node.propertyRange : node.range);
}

function functionPlace(node: Expression, module: Module): Place {
  return module.place((module.functionsAround(node).at(-1) ?? node).range);
}
