import type { Argument, CallExpression, Expression, Identifier } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { coveringStatement } from './coverage.js';
import type { Context, Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import { conditionOf, eitherValue, type Condition } from './flow.js';
import type { Module } from './module.js';
import { dominates, isAfter } from './order.js';
import { assignedValue } from './rewrites.js';
import type { Binding } from './scopes.js';
import { draftOf, objectOf, spreadInto } from './spread.js';
import { absent, mapAlternatives, unknown, type Value } from './values.js';

/** One change of an object or a list that a name holds, after its creation. */
interface Mutation {
  readonly node: Expression;
  /** Member path to what changes. */
  readonly path: readonly (string | Expression)[];
  /** `set` a member, `delete` it, `merge` objects into what the path names, `append` to it, or leave it `unlisted`. */
  readonly effect: 'set' | 'delete' | 'merge' | 'append' | 'unlisted';
  readonly operator?: string;
  readonly values: readonly Argument[];
}

/** Applies what happens to an object or a list between its creation and its use. */
export function applyMutations(ev: Evaluator, binding: Binding, value: Value, context: Context, use: Identifier | undefined): Value {
  if (!isMutable(value) || binding.references.length < (use === undefined ? 1 : 2)) return value;
  const { module } = context;
  let current = value;
  const mutations = mutationsOf(binding, module);
  for (const mutation of mutations) {
    const isSameRun = use !== undefined && module.functionsAround(mutation.node)[0] === module.functionsAround(use)[0];
    // A mutation further down in the same function comes too late.
    if (isSameRun && isAfter(mutation.node, use, module)) continue;
    const decided = coveringStatement(mutation.node, sameSets(mutation, mutations), module) ?? mutation.node;
    const condition = isSameRun && dominates(decided, use, module) ? { conditional: false } : conditionOf(ev, decided, context);
    if (!condition.never) current = apply(ev, current, mutation, condition, context);
  }
  return current;
}

/** The assignments to the same member. */
function sameSets(mutation: Mutation, all: readonly Mutation[]): readonly IrNode[] {
  const isSet = ({ effect, operator, path }: Mutation): boolean =>
    effect === 'set' && operator === '=' && path.length === mutation.path.length && path.every((key, index) => typeof key === 'string' && key === mutation.path[index]);
  return isSet(mutation) ? all.filter(isSet).map(({ node }) => node) : [];
}

function isMutable(value: Value): boolean {
  return value.kind === 'union' ? value.members.some((one) => isMutable(one.value)) : value.kind === 'object' || value.kind === 'array';
}

function mutationsOf(binding: Binding, module: Module): Mutation[] {
  const result: Mutation[] = [];
  for (const reference of binding.references) {
    let node: Expression = reference;
    const path: (string | Expression)[] = [];
    let parent = module.parentOf(node);
    while (parent?.kind === 'member' && parent.object === node) {
      path.push(parent.property);
      node = parent;
      parent = module.parentOf(node);
    }
    const mutation = parent === undefined ? undefined : mutationBy(parent, node, path);
    if (mutation !== undefined) result.push(mutation);
  }
  return result.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

const PATTERNS: ReadonlySet<IrNode['kind']> = new Set(['pattern-property', 'array-pattern', 'default-pattern', 'rest-pattern']);

/** What `parent` does to the member (or the name itself) that `node` names. */
function mutationBy(parent: IrNode, node: Expression, path: readonly (string | Expression)[]): Mutation | undefined {
  if (parent.kind === 'call') return mutationByCall(parent, node, path);
  if (path.length === 0) return undefined;
  if (parent.kind === 'assign' && parent.target === node) {
    return { node: parent, path, effect: 'set', operator: parent.operator, values: [parent.value] };
  }
  if (parent.kind === 'unary' && parent.operator === 'delete') return { node: parent, path, effect: 'delete', values: [] };
  return parent.kind === 'update' || PATTERNS.has(parent.kind) ? { node, path, effect: 'set', values: [] } : undefined;
}

const APPENDING = new Set(['push', 'unshift']);
const REARRANGING = new Set(['pop', 'shift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin']);

function mutationByCall(call: CallExpression, node: Expression, path: readonly (string | Expression)[]): Mutation | undefined {
  if (call.args[0] === node && isObjectAssign(call)) return { node: call, path, effect: 'merge', values: call.args.slice(1) };
  const method = path.at(-1);
  if (call.callee !== node || typeof method !== 'string') return undefined;
  if (APPENDING.has(method)) return { node: call, path: path.slice(0, -1), effect: 'append', values: call.args };
  return REARRANGING.has(method) ? { node: call, path: path.slice(0, -1), effect: 'unlisted', values: [] } : undefined;
}

function isObjectAssign({ callee }: CallExpression): boolean {
  return callee.kind === 'member' && callee.property === 'assign' && callee.object.kind === 'identifier' && callee.object.name === 'Object';
}

function apply(ev: Evaluator, value: Value, mutation: Mutation, condition: Condition, context: Context): Value {
  const place = context.module.place(mutation.node.range);
  const values = mutation.values.map((one) => (one.kind === 'spread' ? unknown(place, 'spread') : ev.evaluate(one, context)));
  const [first] = values;
  const change = (before: Value): Value => {
    switch (mutation.effect) {
      case 'set':
        return first === undefined ? unknown(place, 'changed') : assignedValue(mutation.operator ?? '=', before, first, condition, place);
      case 'delete':
        return absent(place);
      case 'merge':
        return mapAlternatives(before, (one) => merged(one, values));
      case 'append':
        return mapAlternatives(before, (one) => appended(one, values, condition.conditional || mutation.values.some(({ kind }) => kind === 'spread')));
      case 'unlisted':
        return mapAlternatives(before, (one) => (one.kind === 'array' ? { ...one, open: true } : one));
    }
  };
  const isConditional = mutation.effect !== 'append' && mutation.effect !== 'unlisted';
  const either = (before: Value): Value => (isConditional ? eitherValue(before, change(before), condition) : change(before));
  return changed(value, mutation.path.map((key) => ev.key(key, context)), either, keyPlace(mutation.node, context));
}

function merged(target: Value, values: readonly Value[]): Value {
  if (target.kind !== 'object') return target;
  const draft = draftOf(target);
  for (const value of values) spreadInto(draft, value);
  return { ...target, ...objectOf(draft, target.at) };
}

function appended(list: Value, values: readonly Value[], isOpen: boolean): Value {
  if (list.kind !== 'array') return list;
  return { ...list, elements: [...list.elements, ...values], ...(isOpen ? { open: true } : {}) };
}

/** Where an assignment names the member that it writes. */
function keyPlace(node: Expression, { module }: Context): Place {
  return module.place(node.kind === 'assign' && node.target.kind === 'member' ? node.target.propertyRange : node.range);
}

/** The value with what stands at a member path changed. */
function changed(value: Value, path: readonly (string | undefined)[], change: (before: Value) => Value, place: Place): Value {
  if (path.length === 0) return change(value);
  const [key, ...rest] = path;
  return mapAlternatives(value, (one) => {
    if (one.kind === 'array') return { ...one, open: true };
    if (one.kind !== 'object') return one;
    // Which member is not known.
    if (key === undefined) return { ...one, open: [...(one.open ?? []), unknown(one.at, 'written with a computed key')] };
    const before = one.members.get(key) ?? (one.open ? unknown(one.at, 'the object may have more members') : absent(one.at));
    const members = new Map(one.members).set(key, rest.length === 0 ? change(before) : changed(before, rest, change, place));
    return { ...one, members, ...(rest.length === 0 ? { keys: new Map(one.keys).set(key, place) } : {}) };
  });
}
