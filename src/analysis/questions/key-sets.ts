import { descendants } from '../../ir/walk.js';
import { sinksFor } from '../../knowledge/index.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { alternatives, type External, type FunctionValue, type Value } from '../evaluate/values.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';

/** A set of keys that somebody publishes at an address. */
export interface KeySet {
  /** The host of the address, where it is written out. */
  readonly host: string | undefined;
}

/** The published set that a verification takes its keys from; `undefined` where it has keys of its own or nothing is known. */
export function keySetOf(ev: Evaluator, { key, keySet }: OperationOf<'token.verify'>): KeySet | undefined {
  if (keySet.kind !== 'absent' && keySet.kind !== 'unknown') return { host: hostIn(keySet) };
  for (const { value } of alternatives(key)) {
    const maker = value.kind === 'function' ? fetchedIn(ev, value) : value.kind === 'external' ? makerOf(value) : undefined;
    if (maker !== undefined) return { host: hostIn(maker) };
  }
  return undefined;
}

/** What a function that finds the key asks for it: `(header, done) => client.getSigningKey(header.kid, …)`. */
function fetchedIn(ev: Evaluator, { function: fn, module }: FunctionValue): External | undefined {
  for (const node of descendants(fn)) {
    if (node.kind !== 'call') continue;
    for (const { value } of alternatives(ev.callee(node, { module, frame: undefined }))) {
      const maker = value.kind === 'external' ? makerOf(value) : undefined;
      if (maker !== undefined) return maker;
    }
  }
  return undefined;
}

/** The client of a key set that a value is, or is read from. */
function makerOf(value: External): External | undefined {
  for (let current: External | undefined = value; current !== undefined; current = current.receiver) {
    const called = /^(.*?)(\(\)|#)$/.exec(current.path);
    if (called === null) continue;
    const [, path = '', ending] = called;
    if (sinksFor(current.package, path, ending === '#' ? 'new' : 'call').some(({ gives }) => gives === 'keys')) return current;
  }
  return undefined;
}

function hostIn(value: Value): string | undefined {
  for (const part of partsOf(value)) {
    const text = part.kind === 'text' ? part.parts[0] : part.kind === 'known' ? part.value : undefined;
    const [, host] = typeof text === 'string' ? (/^https?:\/\/([^/:?#]+)(?:[/:?#]|$)/.exec(text) ?? []) : [];
    if (host !== undefined) return host;
  }
  return undefined;
}
