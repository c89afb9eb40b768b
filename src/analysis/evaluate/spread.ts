import type { Place } from '../finding.js';
import { absent, alternatives, union, unknown, type ObjectValue, type Value } from './values.js';

/** An object under construction. */
export interface Draft {
  readonly members: Map<string, Value>;
  readonly keys: Map<string, Place>;
  /** Values that could not be spread: the object may have members that are not listed. */
  readonly open: Value[];
}

/** A draft that starts as a copy of `object`, or empty. */
export function draftOf(object?: ObjectValue): Draft {
  return { members: new Map(object?.members), keys: new Map(object?.keys), open: [...(object?.open ?? [])] };
}

/** The finished object; `at` is where the code makes it. */
export function objectOf({ members, keys, open }: Draft, at: Place): ObjectValue {
  return { kind: 'object', members, keys, at, ...(open.length === 0 ? {} : { open }) };
}

/**
 * Spreads a value into an object under construction. What cannot be listed makes the object open, and what was there
 * before may be overridden by it.
 */
export function spreadInto(draft: Draft, value: Value): void {
  switch (value.kind) {
    case 'object':
      if (value.open) openUp(draft, value.open);
      for (const [key, member] of value.members) draft.members.set(key, member);
      for (const [key, place] of value.keys ?? []) draft.keys.set(key, place);
      return;
    case 'absent':
    case 'known':
    // Nothing to list, and what a condition leaves behind: `...(process.env.X && { … })`.
    case 'env':
    case 'function':
    case 'regexp':
      return;
    case 'union':
      return spreadAlternatives(draft, value);
    default:
      return openUp(draft, [value]);
  }
}

/** Sources of openness that are kept; they are there to be looked at, and one is enough to be open. */
const MAX_OPEN = 8;

function openUp({ members, open }: Draft, sources: readonly Value[]): void {
  for (const source of sources) if (open.length < MAX_OPEN && !open.includes(source)) open.push(source);
  for (const [key, member] of members) members.set(key, unknown(member.at, 'may be overridden by a spread', sources));
}

function spreadAlternatives({ members, keys, open }: Draft, value: Extract<Value, { kind: 'union' }>): void {
  const results = alternatives(value).map(({ value: alternative, when }) => {
    const copy = { members: new Map(members), keys, open };
    spreadInto(copy, alternative);
    return { copy: copy.members, when };
  });
  const names = new Set(results.flatMap(({ copy }) => [...copy.keys()]));
  for (const name of names) {
    members.set(name, union(value.at, results.map(({ copy, when }) => ({ value: copy.get(name) ?? absent(value.at), when }))));
  }
}
