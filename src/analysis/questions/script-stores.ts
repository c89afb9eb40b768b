import { STORES } from '../../knowledge/index.js';
import type { StoreModel } from '../../knowledge/model.js';
import { makerCall } from '../evaluate/chains.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';

/** Stores made of stores. */
const MAX_LEVEL = 4;

/**
 * The first store of a browser that a value may be, by the name that operations have for it; `undefined` where it may be
 * anything, or the store of another platform.
 */
export function scriptStore(value: Value, ev: Evaluator, level = 0): string | undefined {
  if (level > MAX_LEVEL) return undefined;
  for (const { value: one } of alternatives(value)) {
    const found = one.kind === 'known' ? knownStore(one.value) : one.kind === 'external' ? storeOf(one, ev, level) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function knownStore(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function storeOf(value: External, ev: Evaluator, level: number): string | undefined {
  const model = STORES.get(`${value.package}:${value.path}`);
  if (model === undefined) return undefined;
  return 'is' in model ? model.is : storeSaid(model, value, ev, level);
}

/** What a call was given to make a store of, or the text that names it. */
function storeSaid({ arg, path, means, default: assumed }: Exclude<StoreModel, { is: string }>, value: External, ev: Evaluator, level: number): string | undefined {
  const call = makerCall(value);
  if (call === undefined || call.spread) return undefined;
  const argument = call.args[arg];
  const given = path === undefined || argument?.kind !== 'object' ? argument : memberOf(argument, path);
  if (given === undefined || given.kind === 'absent') return assumed;
  const { node, module, frame } = call;
  const store = given.kind === 'function' ? ev.invoke(given, [], { module, frame }, ev.calleePlace(node, module)) : given;
  const found = scriptStore(store, ev, level + 1);
  return found === undefined ? undefined : (means?.[found] ?? found);
}

/** A member of options; nothing where they may hold more than can be seen. */
function memberOf({ members, open, at }: Extract<Value, { kind: 'object' }>, name: string): Value | undefined {
  return members.get(name) ?? (open === undefined ? undefined : { kind: 'unknown', reason: 'the object may have more members', at });
}
