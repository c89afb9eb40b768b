import { isCsrfName, tokenNameStrength } from '../../domain/names.js';
import type { Argument } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import type { Confidence, Place } from '../finding.js';
import { namesOf, textsOf } from '../naming.js';
import { sourcesOf } from '../operations/fields.js';
import type { OperationOf } from '../operations/operations.js';
import type { Value } from '../evaluate/values.js';
import { decidedAt } from './decided-at.js';
import { comesFromLogin, isInLogin } from './login-flow.js';
import { isPlain, storedValues, type Stored } from './stored.js';
import { tokenEvidence } from './tokens.js';

/** A token that a write puts into a store. */
export interface StoredToken {
  /** The write that stores it: the operation, or the one within the function that was called for it. */
  readonly write: OperationOf<'storage.write'>;
  /** The name under which it is stored, as far as it is known. */
  readonly key: string | undefined;
  readonly value: Value;
  /** The call that decides it. */
  readonly at: Place;
  readonly confidence: Confidence;
}

/**
 * The token that a write stores, by where it comes from and by what it and its key are called; nothing where it may be something
 * else. A function that stores a token whatever it is called with does so, even where the calls that can be seen give it a literal.
 */
export function storedToken(write: OperationOf<'storage.write'>, analysis: Analysis): StoredToken | undefined {
  const { inner } = write;
  // Other calls may decide the rest.
  return kept(write, analysis) ?? (inner?.kind === 'storage.write' ? storedToken(inner, { ...analysis, wholeProject: false }) : undefined);
}

function kept(write: OperationOf<'storage.write'>, analysis: Analysis): StoredToken | undefined {
  const stored = storedValues(write.value).filter((one) => !isPlain(one.value));
  const keys = textsOf(write.key);
  const [first] = stored;
  if (first === undefined || keys.some(isCsrfName)) return undefined;
  const confidence = confidenceOf(write, keys, stored);
  const at = confidence === undefined ? undefined : decidedAt(analysis, write, keyArgument(write));
  return confidence === undefined || at === undefined ? undefined : { write, key: keys[0], value: first.value, at, confidence };
}

/** How sure it is that a credential is stored; `undefined` when nothing says so. */
function confidenceOf(write: OperationOf<'storage.write'>, keys: readonly string[], stored: readonly Stored[]): Confidence | undefined {
  const evidence = stored.map(({ value }) => tokenEvidence(value));
  if (evidence.includes('issued')) return 'certain';
  const names = [...keys, ...namesOf(write.key).map(withoutKey), ...stored.flatMap(({ name }) => name ?? [])];
  const strengths = [...evidence, ...names.map(tokenNameStrength)];
  if (strengths.includes('strong')) return 'likely';
  if (!strengths.includes('weak')) return undefined;
  const isLogin = [write, ...write.callers].some(({ node, module }) => isInLogin(node, module)) || stored.some(({ value }) => comesFromLogin(value));
  return isLogin ? 'likely' : undefined;
}

/** `ACCESS_TOKEN_KEY` is the key of an access token; a name with the word in it is otherwise none. */
function withoutKey(name: string): string {
  return name.replace(/_?(?:storage|store|cookie)?_?(?:key|name)$/i, '');
}

/** Where the call says the key: an argument, or a member of one. */
function keyArgument({ node, sources }: OperationOf<'storage.write'>): Argument | undefined {
  if (node.kind !== 'call') return undefined;
  for (const source of sourcesOf(sources?.['key'])) {
    const argument = 'arg' in source && !('chain' in source) ? node.args[source.arg] : undefined;
    if (argument === undefined || !('path' in source)) return argument;
    const member = argument.kind === 'object' ? argument.members.find((one) => one.kind === 'property' && one.key === source.path) : undefined;
    return member?.kind === 'property' ? member.value : undefined;
  }
  return undefined;
}
