import { isCsrfName, tokenNameStrength } from '../../domain/names.js';
import type { Argument } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import type { Confidence, Place } from '../finding.js';
import { namesOf, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { Value } from '../evaluate/values.js';
import { argumentOf, decidedAt } from './decided-at.js';
import { comesFromLogin, isInLogin } from './login-flow.js';
import { isPlain, storedValues, withoutKey, type Stored } from './stored.js';
import { tokenEvidence } from './tokens.js';

type Write = OperationOf<'storage.write'>;

/** Keys whose content the code sends as a credential. */
type Sent = () => ReadonlySet<string>;

interface Credential {
  /** What it is called in the store, as far as that is known. */
  readonly name: string | undefined;
  readonly value: Value;
  readonly confidence: Confidence;
}

/** A credential that is written into a store. */
export interface StoredCredential extends Credential {
  /** The write that stores it: the operation, or the one within the function that was called for it. */
  readonly write: Write;
  /** The call that decides it. */
  readonly at: Place;
}

/**
 * The credential that a write stores, by where it comes from and by what it and its key are called; nothing where it may be
 * something else. A function that stores a token whatever it is called with does so, even where the calls that can be seen
 * give it a literal.
 */
export function storedCredential(write: Write, analysis: Analysis, sent: Sent = () => new Set()): StoredCredential | undefined {
  const credential = credentialIn(write, sent);
  const at = credential && decidedAt(analysis, write, decidingArgument(write, sent));
  if (credential !== undefined && at !== undefined) return { ...credential, write, at };
  // Other calls may decide the rest.
  const { inner } = write;
  return inner?.kind === 'storage.write' ? storedCredential(inner, { ...analysis, wholeProject: false }, sent) : undefined;
}

/** What messages call a credential. */
export function called(name: string | undefined): string {
  return name === undefined ? 'A token' : `\`${name}\``;
}

function credentialIn(write: Write, sent: Sent): Credential | undefined {
  const stored = storedValues(write.value).filter((one) => !isPlain(one.value));
  const keys = textsOf(write.key);
  const [first] = stored;
  if (first === undefined || keys.some(isCsrfName)) return undefined;
  const confidence = confidenceOf(write, keys, stored, sent);
  if (confidence === undefined) return undefined;
  const member = stored.flatMap(({ name }) => name ?? []).find((name) => tokenNameStrength(name) === 'strong');
  return { name: keys[0] ?? member, value: first.value, confidence };
}

/** How sure it is that a credential is stored; `undefined` when nothing says so. */
function confidenceOf(write: Write, keys: readonly string[], stored: readonly Stored[], sent: Sent): Confidence | undefined {
  const evidence = stored.map(({ value }) => tokenEvidence(value));
  if (evidence.includes('issued')) return 'certain';
  const names = [...keys, ...namesOf(write.key).map(withoutKey), ...stored.flatMap(({ name }) => name ?? [])];
  const strengths = [...evidence, ...names.map(tokenNameStrength)];
  if (strengths.includes('strong')) return 'likely';
  const isNamed = strengths.includes('weak');
  const isLogin = (): boolean =>
    [write, ...write.callers].some(({ node, module }) => isInLogin(node, module)) || stored.some(({ value }) => comesFromLogin(value));
  if (isNamed && isLogin()) return 'likely';
  return keys.some((key) => sent().has(key)) ? 'likely' : undefined;
}

/** The argument that decides whether a credential is written: the key, or the value where the function around the write says nothing of it. */
function decidingArgument(write: Write, sent: Sent): Argument | undefined {
  let own = write;
  while (own.inner?.kind === 'storage.write') own = own.inner;
  const isGiven = own !== write && credentialIn(own, sent) === undefined;
  return argumentOf(write, 'key') ?? (isGiven ? argumentOf(write, 'value') : undefined);
}
