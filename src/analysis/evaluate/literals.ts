import type { ArrayExpression, ObjectExpression, Property, TemplateLiteral } from '../../ir/types.js';
import type { Context, Evaluator } from './evaluate.js';
import { namespaceObject } from './exports.js';
import type { Place } from '../finding.js';
import { draftOf, objectOf, spreadInto, type Draft } from './spread.js';
import {
  absent, alternatives, known, MAX_UNION, union, unknown, type Alternative, type FunctionValue, type Value,
} from './values.js';

/** Members and elements of one literal that are looked at; beyond them it is open. */
const MAX_PARTS = 1000;
/** Characters of a text that is put together. */
const MAX_TEXT = 100_000;

/** The text that a template literal makes, with holes where its expressions are not known. */
export function templateValue(ev: Evaluator, node: TemplateLiteral, context: Context, at: Place): Value {
  const parts: (string | Value)[] = [];
  node.strings.forEach((text, index) => {
    parts.push(text);
    const expression = node.expressions[index];
    if (expression !== undefined) parts.push(ev.evaluate(expression, context));
  });
  return textOf(parts, at);
}

/** Concatenates; known when every part is, one of several when parts are. */
export function textOf(parts: readonly (string | Value)[], at: Place): Value {
  const count = parts.reduce((product, part) => product * (typeof part === 'string' ? 1 : alternatives(part).length), 1);
  if (count === 1 || count > MAX_UNION) return joined(parts, at);
  let choices: { readonly parts: readonly (string | Value)[]; readonly when: Alternative['when'] }[] = [{ parts: [], when: undefined }];
  for (const part of parts) {
    const next: readonly { value: string | Value; when?: Alternative['when'] }[] = typeof part === 'string' ? [{ value: part }] : alternatives(part);
    choices = choices.flatMap((choice) => next
      .filter(({ when }) => choice.when === undefined || when === undefined || when === choice.when)
      .map(({ value, when }) => ({ parts: [...choice.parts, value], when: choice.when ?? when })));
  }
  return union(at, choices.map((choice) => ({ value: joined(choice.parts, at), when: choice.when })));
}

function joined(parts: readonly (string | Value)[], at: Place): Value {
  const merged: (string | Value)[] = [];
  const push = (part: string | Value): void => {
    if (typeof part !== 'string' && part.kind === 'known') return push(String(part.value));
    if (typeof part !== 'string' && part.kind === 'text') return part.parts.forEach(push);
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  };
  parts.forEach(push);
  const length = merged.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  if (length > MAX_TEXT || merged.length > MAX_PARTS) return unknown(at, 'more text than is looked at');
  if (merged.length === 0) return known(at, '');
  const [only] = merged;
  return merged.length === 1 && typeof only === 'string' ? known(at, only) : { kind: 'text', parts: merged, at };
}

/** The object that a literal makes: open where a spread or a computed name cannot be listed. */
export function objectValue(ev: Evaluator, node: ObjectExpression, context: Context, at: Place): Value {
  const draft = draftOf();
  const getters: [string, FunctionValue][] = [];
  for (const member of node.members.slice(0, MAX_PARTS)) {
    if (member.kind === 'spread') spreadInto(draft, spreadable(ev, ev.evaluate(member.value, context)));
    else addProperty(ev, draft, getters, member, context);
  }
  if (node.members.length > MAX_PARTS) draft.open.push(unknown(at, 'more members than are looked at'));
  // A getter sees the members beside it, and what a later one of its name says counts.
  for (const [key, getter] of getters) {
    if (draft.members.get(key) !== getter) continue;
    const self = objectOf({ ...draft, members: new Map(draft.members) }, at);
    draft.members.set(key, ev.invoke({ ...getter, self }, [], context, draft.keys.get(key) ?? at));
  }
  return objectOf(draft, at);
}

function addProperty(ev: Evaluator, draft: Draft, getters: [string, FunctionValue][], property: Property, context: Context): void {
  if (property.accessor === 'set') return;
  const place = context.module.place(property.keyRange);
  const key = ev.key(property.key, context);
  if (key === undefined) {
    draft.open.push(unknown(place, 'computed key', typeof property.key === 'string' ? undefined : [ev.evaluate(property.key, context)]));
    return;
  }
  const value = ev.evaluate(property.value, context);
  if (property.accessor === 'get' && value.kind === 'function') getters.push([key, value]);
  draft.members.set(key, value);
  draft.keys.set(key, place);
}

/** A namespace is spread as the object that it stands for. */
function spreadable(ev: Evaluator, value: Value): Value {
  return value.kind === 'module' ? namespaceObject(ev, value.module, value.at) : value;
}

/** The list that a literal makes: open where a spread cannot be listed. */
export function arrayValue(ev: Evaluator, node: ArrayExpression, context: Context, at: Place): Value {
  const elements: Value[] = [];
  let open = node.elements.length > MAX_PARTS;
  for (const element of node.elements.slice(0, MAX_PARTS)) {
    if (element === null) elements.push(absent(at));
    else if (element.kind !== 'spread') elements.push(ev.evaluate(element, context));
    else {
      const spread = ev.evaluate(element.value, context);
      if (spread.kind === 'array') elements.push(...spread.elements);
      if (spread.kind !== 'array' || spread.open) open = true;
    }
  }
  if (elements.length > MAX_PARTS) open = true;
  return { kind: 'array', elements: elements.slice(0, MAX_PARTS), at, ...(open ? { open: true } : {}) };
}
