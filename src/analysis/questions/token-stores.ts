import { modelsFor } from '../../knowledge/index.js';
import { alternatives, type CallInfo, type External, type Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import { usedAt } from './used-at.js';

/** A store that a library is told to use. */
export interface ChosenStore {
  /** `localStorage`, `AsyncStorage`, `memory`, … */
  readonly name: string;
  /** What says so: an option's value, or the store that an adapter is made around. */
  readonly by: Value;
  /** Where the code says it: of an export, where it is used. */
  readonly at: Place;
  /** An app's on a device: what keeps a secret there as it should be kept. */
  readonly keystore?: string | undefined;
}

/** How options write the stores of pages. */
const WRITTEN = new Map([['localstorage', 'localStorage'], ['sessionstorage', 'sessionStorage']]);

/**
 * The store that a value stands for, by its name, as an object that writes into one, or around one. Of several that are
 * tried in turn the first; of alternatives the first that is known.
 *
 * @param stores what a library's exports stand for; see `OperationFacts.stores`
 */
export function storeOf(value: Value, stores: Readonly<Record<string, string>> = {}): ChosenStore | undefined {
  for (const { value: by } of alternatives(value)) {
    const found = storeOfOne(by, stores);
    if (found !== undefined) return found;
  }
  return undefined;
}

function storeOfOne(by: Exclude<Value, { kind: 'union' }>, stores: Readonly<Record<string, string>>): ChosenStore | undefined {
  switch (by.kind) {
    case 'known':
      return typeof by.value === 'string' ? { name: WRITTEN.get(by.value.toLowerCase()) ?? by.value, by, at: by.at } : undefined;
    case 'array':
      return by.elements[0] === undefined ? undefined : storeOf(by.elements[0], stores);
    case 'external': {
      const around = by.call === undefined ? undefined : givenStore(by.call);
      const name = stores[by.path];
      if (around !== undefined && around.kind !== 'absent') return storeOf(around, stores);
      return name === undefined ? writtenInto(by) : { name, by, at: usedAt(by) };
    }
    default:
      return undefined;
  }
}

/** The store that an adapter gets: `new WebStorageStateStore({ store })`, `getReactNativePersistence(store)`. */
function givenStore({ args: [first] }: CallInfo): Value | undefined {
  return first?.kind === 'object' && first.open === undefined ? first.members.get('store') : first;
}

/** What writes with `setItem` is the store that this writes into. */
function writtenInto(by: External): ChosenStore | undefined {
  const path = by.path === '' ? 'setItem' : `${by.path}.setItem`;
  for (const { model } of modelsFor(by.package, path, 'call')) {
    const from = model.kind === 'storage.write' ? model.fields.store?.from : undefined;
    if (from !== undefined && 'always' in from) return { name: String(from.always), by, at: usedAt(by), keystore: model.facts?.keystore };
  }
  return undefined;
}
