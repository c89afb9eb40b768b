import { stems } from '../../domain/words.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { judge } from '../judge.js';
import { lastName, namesOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';
import { storeOf, type Store } from './stores.js';

/** Why what is written into a store on a device lies open there. */
export interface Weakness {
  /** Nothing encrypts it, or the key comes with the program. */
  readonly kind: 'plain' | 'hidden';
  /** The key. */
  readonly key?: Value;
}

/** What is wrong with the store that a write goes to; nothing where it is no app's, or is or may be encrypted. */
export function weaknessOf(write: OperationOf<'storage.write'>, context: RuleContext): Weakness | undefined {
  const { facts: { native, obfuscates }, encryptionKey, sources, library } = write;
  if (!native) return undefined;
  if (sources?.['encryptionKey'] === undefined) return { kind: 'plain' };
  const missing = judge(encryptionKey, ({ kind }) => kind === 'absent');
  if (obfuscates) return missing?.confidence === 'certain' ? { kind: 'plain' } : { kind: 'hidden', key: encryptionKey };
  const literal = judge(encryptionKey, (value) => value.kind === 'known' && typeof value.value === 'string' && value.value !== '');
  if (literal !== undefined) return { kind: 'hidden', key: literal.culprit };
  // A key may be set later, wherever the store is at hand.
  const mayBeSet = !context.wholeProject || context.operationsOf('storage.encrypt').some((other) => other.library === library);
  return missing?.confidence === 'certain' && !mayBeSet ? { kind: 'plain' } : undefined;
}

/** The store of an app on a device that a value stands for, where nothing encrypts it; nothing of any other. */
export function deviceStore(value: Value, { evaluator }: RuleContext): (Store & { readonly keystore: string }) | undefined {
  const bad = judge(value, (one) => storeOf(one, evaluator)?.keystore !== undefined);
  const store = bad && storeOf(bad.culprit, evaluator);
  return store?.keystore === undefined ? undefined : { ...store, keystore: store.keystore };
}

/** Whether a name is one of what encrypts, or of what was encrypted. */
function isEncryptionName(name: string): boolean {
  return stems(name).some((word) => /^(?:encrypt|encipher|cipher|seal)/.test(word));
}

/** Whether a value was encrypted before, or may have been where other files cannot be seen. */
export function mayBeEncrypted(value: Value, context: RuleContext): boolean {
  for (const part of partsOf(value)) {
    if (namesOf(part).some(isEncryptionName)) return true;
    if (part.kind === 'external' && isEncryptionName(part.path)) return true;
    if (part.kind === 'derived' && isEncryptionName(part.operator)) return true;
  }
  return alternatives(value).some(({ value: one }) => one.kind === 'unknown' && isResult(one, context));
}

/** The result of a function that is called like one that encrypts, or of one that cannot be seen. What has a member of a token's name is neither. */
function isResult({ at, via }: Value, { evaluator, wholeProject }: RuleContext): boolean {
  for (let hop = via; hop !== undefined; hop = hop.next) if (hop.member) return false;
  const call = evaluator.project.module(at.file)?.sites.calls.find(({ range }) => range[0] === at.range[0] && range[1] === at.range[1]);
  return !wholeProject || isEncryptionName((call === undefined ? undefined : lastName(call.callee)) ?? '');
}

/** Whether an entry of a keystore is there for the taking while the device is locked: `ALWAYS`, `ALWAYS_THIS_DEVICE_ONLY`. */
export function isAlwaysAccessible(value: Value): boolean {
  if (value.kind === 'external') return /(?:^|\.)ALWAYS\w*$/.test(value.path);
  return value.kind === 'known' && typeof value.value === 'string' && /^(?:Accessible)?Always/i.test(value.value);
}
