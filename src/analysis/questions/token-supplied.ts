import { sinksFor } from '../../knowledge/index.js';
import type { SinkModel } from '../../knowledge/model.js';
import type { Expression } from '../../ir/types.js';
import { placeKey, type Place, type TraceStep } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { namesOf } from '../naming.js';
import { isReturnValue, type Arrival } from '../operations/value-flow.js';
import type { RuleContext } from '../rule.js';
import { step } from '../trace.js';
import { sideOf } from './sides.js';
import { tokenSources, type TokenSource } from './token-sources.js';
import { isChecked, isCleaned, isRemembered, onlyChooses } from './trust-checks.js';

/** Something that an unverified token decides about its own verification. */
export interface TokenSupplied {
  readonly what: 'algorithm' | 'query' | SinkModel['takes'];
  /** The member of the token that says it. */
  readonly member: string;
  readonly at: Place;
  readonly trace: readonly TraceStep[];
}

/** Members of a token (RFC 7515 section 4.1, RFC 7519 section 4.1) that must not become this. */
const MEMBERS: Readonly<Record<TokenSupplied['what'], readonly string[]>> = {
  algorithm: ['alg'],
  key: ['jwk', 'x5c'],
  address: ['jku', 'x5u', 'iss'],
  file: ['kid', 'x5t', 'iss'],
  command: ['kid', 'x5t', 'iss'],
  query: ['kid', 'x5t', 'iss'],
};

/** Where tokens choose the algorithm or the key that they are verified with, and nothing checks what they say. */
export function tokenSupplied(context: RuleContext): TokenSupplied[] {
  const used = valuesOfVerifications(context);
  return tokenSources(context).flatMap((source) => {
    const places = new Set(source.arrivals.map(({ node, module }) => placeKey(module.place(node.range))));
    const sinks = source.arrivals.flatMap((arrival): Sink[] => {
      const what = used.get(placeKey(arrival.module.place(arrival.node.range))) ?? sinkOf(context, source, arrival, places);
      const member = what === undefined ? undefined : arrival.path.find((name) => MEMBERS[what].includes(name));
      return what === undefined || member === undefined ? [] : [{ arrival, what, member }];
    });
    const others = source.arrivals.filter((arrival) => !sinks.some((sink) => sink.arrival === arrival));
    return sinks.filter((sink) => !isTrusted(context, others, sink)).map(({ arrival, what, member }) =>
      ({ what, member, at: placeOf(arrival, source), trace: traceTo(arrival, source) }));
  });
}

/** Where a member of the token arrives that must not. */
interface Sink extends Pick<TokenSupplied, 'what' | 'member'> {
  readonly arrival: Arrival;
}

/** The expression that has the value where it is used. */
export function usedAt(value: Value): Place {
  return value.via?.place ?? value.at;
}

/** Places of the values that verifications take for their algorithms and keys. */
function valuesOfVerifications({ operationsOf }: RuleContext): ReadonlyMap<string, 'algorithm' | 'key'> {
  const found = new Map<string, 'algorithm' | 'key'>();
  for (const { algorithms, key } of operationsOf('token.verify')) {
    const elements = alternatives(algorithms).flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]));
    for (const { value } of elements.flatMap(alternatives)) found.set(placeKey(usedAt(value)), 'algorithm');
    for (const { value } of alternatives(key)) found.set(placeKey(usedAt(value)), 'key');
  }
  return found;
}

/** What the call that an expression is an argument of takes it for, or the function that finds the key what it returns. */
function sinkOf(context: RuleContext, source: TokenSource, arrival: Arrival, places: ReadonlySet<string>): TokenSupplied['what'] | undefined {
  const { node, module, held } = arrival;
  if (source.keyFunction !== undefined && isReturnValue(arrival) && module.functionsAround(node)[0] === source.keyFunction) return 'key';
  const call = module.parentOf(node);
  if ((call?.kind !== 'call' && call?.kind !== 'new') || !call.args.includes(node)) return undefined;
  const value = context.evaluator.evaluate(node, { module, frame: undefined });
  for (const { value: callee } of alternatives(context.evaluator.callee(call, { module, frame: undefined }))) {
    if (callee.kind === 'param' && callee.function === source.keyFunction) return 'key';
    if (callee.kind !== 'external') continue;
    for (const sink of sinksFor(callee.package, callee.path, call.kind)) {
      const isGiven = sink.arg === call.args.indexOf(node) && (sink.takes === 'key' || (held[0] === sink.option && held.length <= 1));
      if (!isGiven || (sink.takes === 'address' && !mayNameHost(value, held[0], places))) continue;
      return sink.takes === 'address' && sideOf(module, context.evaluator.project.host) === 'browser' ? undefined : sink.takes;
    }
  }
  return held.length === 0 && isQuery(value) ? 'query' : undefined;
}

/** Whether the host of an address may be the token's: `https://login.example/${kid}` names one. */
function mayNameHost(value: Value, option: string | undefined, places: ReadonlySet<string>): boolean {
  return alternatives(value).some(({ value: one }) => {
    if (one.kind === 'object') return option !== undefined && mayNameHost(one.members.get(option) ?? one, undefined, places);
    if (one.kind === 'external' && one.path === 'URL#') {
      const base = one.call?.args[1] ?? one.call?.args[0];
      return base !== undefined && mayNameHost(base, undefined, places);
    }
    if (one.kind === 'known' || one.kind === 'env') return false;
    if (one.kind !== 'text') return true;
    const first = one.parts.find((part) => typeof part !== 'string' || !/^(?:https?:\/\/)?$/i.test(part));
    return typeof first === 'object' && alternatives(first).some((part) =>
      places.has(placeKey(part.value.at)) || namesOf(part.value).some((name) => MEMBERS.address.includes(name)));
  });
}

/** Text that begins as SQL does. */
function isQuery(value: Value): boolean {
  return alternatives(value).some(({ value: one }) =>
    one.kind === 'text' && typeof one.parts[0] === 'string' && /^\s*(?:select|insert|update|delete|with)\s/i.test(one.parts[0]));
}

/**
 * Whether something checks the member, or (a key's) the type that proofs of possession have: in the files that it comes
 * through, or in a function that they call with it.
 */
function isTrusted({ evaluator }: RuleContext, others: readonly Arrival[], { arrival: sink, member, what }: Sink): boolean {
  const prefix = sink.path.slice(0, sink.path.indexOf(member) + 1).join('.');
  const way = new Set<Module | undefined>([sink.module, ...sink.calls.map(({ module }) => module)]);
  const isText = what === 'file' || what === 'command' || what === 'query';
  return others.some((arrival) => {
    if (!way.has(arrival.module) && !way.has(arrival.calls.at(-1)?.module)) return false;
    if (what === 'key' && arrival.path.at(-1) === 'typ') return isChecked(arrival, evaluator);
    const path = arrival.path.join('.');
    // What kind of key it is says nothing of whose it is.
    const isSame = path === prefix || (what !== 'key' && path.startsWith(`${prefix}.`)) || (member === 'x5c' && path.startsWith(`${prefix}.`));
    if (!isSame || (what === 'algorithm' && onlyChooses(arrival)) || isRemembered(arrival, others)) return false;
    return isChecked(arrival, evaluator) || (isText && isCleaned(arrival));
  });
}

/** The argument, or that of the call through which it came into another function. */
function placeOf({ node, module, calls }: Arrival, source: TokenSource): Place {
  for (const site of calls) {
    const given = site.node.args.find((argument) => source.arrivals.some((arrival) => arrival.node === argument));
    if (given !== undefined) return site.module.place(given.range);
  }
  return module.place(blamed(node).range);
}

/** In an object literal, its only member. */
function blamed(node: Expression): Expression {
  if (node.kind !== 'object') return node;
  const [only, ...others] = node.members;
  return only?.kind === 'property' && others.length === 0 ? only.value : node;
}

function traceTo({ node, module, calls }: Arrival, source: TokenSource): TraceStep[] {
  return [
    step(module.place(node.range), 'it is used here'),
    ...[...calls].reverse().map((site) => step(site.module.place(site.node.callee.range), 'goes on here')),
    step(source.at, source.note),
  ];
}
