import { isCsrfName, tokenNameStrength } from '../../domain/names.js';
import type { Argument } from '../../ir/types.js';
import type { Confidence } from '../finding.js';
import { namesOf, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { Value } from '../evaluate/values.js';
import { argumentOf } from './decided-at.js';
import { comesFromLogin, isInLogin } from './login-flow.js';
import { isPlain, storedValues, withoutKey, type Stored } from './stored.js';
import { tokenEvidence } from './tokens.js';

/** A credential that is written into a store: what it is called there, where it comes from, and how sure that is. */
export interface StoredCredential {
  readonly name: string | undefined;
  readonly value: Value;
  readonly confidence: Confidence;
}

/** The credential that is written, where something says that it is one; `sent`: keys whose content the code sends as one. */
export function storedCredential(write: OperationOf<'storage.write'>, sent: () => ReadonlySet<string>): StoredCredential | undefined {
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
function confidenceOf(
  write: OperationOf<'storage.write'>,
  keys: readonly string[],
  stored: readonly Stored[],
  sent: () => ReadonlySet<string>,
): Confidence | undefined {
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
export function decidingArgument(write: OperationOf<'storage.write'>, sent: () => ReadonlySet<string>): Argument | undefined {
  let own = write;
  while (own.inner?.kind === 'storage.write') own = own.inner;
  const isGiven = own !== write && storedCredential(own, sent) === undefined;
  return argumentOf(write, 'key') ?? (isGiven ? argumentOf(write, 'value') : undefined);
}
