import { modelsFor, STORES } from '../../knowledge/index.js';
import type { StoreModel } from '../../knowledge/model.js';
import { makerCall } from '../evaluate/chains.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import { usedAt } from './used-at.js';

/** A store that something is told to use. */
export interface Store {
  /** As operations call it: `localStorage`, `AsyncStorage`, `memory`, … */
  readonly name: string;
  /** What says so: an option's value, or the store that an adapter is made around. */
  readonly by: Value;
  /** Where the code says it: of an export, where it is used. */
  readonly at: Place;
  /** An app's on a device: what keeps a secret there as it should be kept. */
  readonly keystore?: string | undefined;
}

/** Stores made of stores. */
const MAX_LEVEL = 4;

/** How options write the stores of pages. */
const WRITTEN = new Map([['localstorage', 'localStorage'], ['sessionstorage', 'sessionStorage']]);

/**
 * The store that a value stands for: by its name, as an object that writes into one, or as what a library makes of one.
 * Of several that are tried in turn the first; of alternatives the first that is known.
 */
export function storeOf(value: Value, ev: Evaluator, level = 0): Store | undefined {
  if (level > MAX_LEVEL) return undefined;
  for (const { value: by } of alternatives(value)) {
    const found = storeOfOne(by, ev, level);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether scripts of the page read what is in a store. */
export function isReadByScripts({ name, keystore }: Store): boolean {
  return keystore === undefined && name !== 'memory';
}

function storeOfOne(by: Exclude<Value, { kind: 'union' }>, ev: Evaluator, level: number): Store | undefined {
  switch (by.kind) {
    case 'known':
      return typeof by.value === 'string' ? { name: WRITTEN.get(by.value.toLowerCase()) ?? by.value, by, at: by.at } : undefined;
    case 'array':
      return by.elements[0] === undefined ? undefined : storeOf(by.elements[0], ev, level + 1);
    case 'external': {
      const model = STORES.get(`${by.package}:${by.path}`);
      if (model === undefined) return writtenInto(by);
      return 'is' in model ? { name: model.is, by, at: usedAt(by) } : storeSaid(model, by, ev, level);
    }
    default:
      return undefined;
  }
}

/** What writes with `setItem` is the store that this writes into. */
function writtenInto(by: External): Store | undefined {
  const path = by.path === '' ? 'setItem' : `${by.path}.setItem`;
  for (const { model } of modelsFor(by.package, path, 'call')) {
    const from = model.kind === 'storage.write' ? model.fields.store?.from : undefined;
    if (from !== undefined && 'always' in from) return { name: String(from.always), by, at: usedAt(by), keystore: model.facts?.keystore };
  }
  return undefined;
}

/** What a call was given to make a store of, or the text that names it. */
function storeSaid(
  { arg, path, means, default: assumed }: Exclude<StoreModel, { is: string }>, by: External, ev: Evaluator, level: number,
): Store | undefined {
  const call = makerCall(by);
  if (call === undefined || call.spread) return undefined;
  const argument = call.args[arg];
  const given = path === undefined || argument?.kind !== 'object' ? argument : memberOf(argument, path);
  if (given === undefined || given.kind === 'absent') return assumed === undefined ? undefined : { name: assumed, by, at: usedAt(by) };
  const { node, module, frame } = call;
  const store = given.kind === 'function' ? ev.invoke(given, [], { module, frame }, ev.calleePlace(node, module)) : given;
  const found = storeOf(store, ev, level + 1);
  return found && { ...found, name: means?.[found.name] ?? found.name };
}

/** A member of options; nothing where they may hold more than can be seen. */
function memberOf({ members, open, at }: Extract<Value, { kind: 'object' }>, name: string): Value | undefined {
  return members.get(name) ?? (open === undefined ? undefined : { kind: 'unknown', reason: 'the object may have more members', at });
}
