import { minHmacKeyBytes } from '../../domain/algorithms.js';
import { estimateSecretBits } from '../../domain/entropy.js';
import { isSecretName } from '../../domain/names.js';
import { isPrivateKeyPem, isPublicKeyPem } from '../../domain/pem.js';
import { isPlaceholderPhrase } from '../../domain/weak-secrets.js';
import { entropyOf } from './entropy.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { namesOf } from '../naming.js';
import { isFallbackChecked, missingSecrets } from './missing-secrets.js';
import { secretUses, type SecretUse } from './secrets.js';
import type { RuleContext } from '../rule.js';
import { alternatives, truthiness, type External, type Known, type Value } from '../evaluate/values.js';

/** What can be said of a secret without its text. */
export interface SecretStrength {
  readonly use: SecretUse;
  /** What makes it: a literal, or the size of what is drawn. */
  readonly value: Known;
  /** The literal; absent where the secret is drawn. */
  readonly text?: string;
  /** As the library gets it. */
  readonly bytes: number;
  /** At most. */
  readonly bits: number;
  /** Nobody made it up: it is drawn, or hex digits as generators give them. */
  readonly isRandom: boolean;
  /** What an attacker needs one of to try out secrets. */
  readonly sample: string;
  /** The HMAC that it is for, if it is for one, and the bytes that this needs. */
  readonly hmac?: { readonly algorithm: string; readonly min: number } | undefined;
}

const HEX = /^(?:[0-9a-f]{2})+$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Literals that sign, seal or encrypt something in production, those included that stand in for a variable that is not
 * set and that no check catches; and random keys of HMACs whose size is known.
 */
export function* secretStrengths(context: RuleContext): Iterable<SecretStrength> {
  const { evaluator } = context;
  for (const use of secretUses(context)) {
    if (use.operation.kind === 'secret.fallback' || isKeyObject(use)) continue;
    const common = { use, sample: sampleOf(use), hmac: hmacOf(use) };
    for (const value of literalsOf(use, evaluator)) {
      const text = String(value.value);
      if (isLabel(use, text)) continue;
      const bytes = keyBytes(text, use.by);
      yield { ...common, value, text, bytes, bits: Math.min(8 * bytes, estimateSecretBits(text)), isRandom: HEX.test(text) };
    }
    const drawn = use.value.kind === 'external' ? entropyOf(evaluator, use.value) : undefined;
    if (drawn?.perUnit === undefined || drawn.bits === 0 || drawn.oneOf) continue;
    const bytes = Math.ceil(drawn.bits / drawn.perUnit);
    yield { ...common, value: { kind: 'known', value: bytes, at: drawn.at }, bytes, bits: drawn.bits, isRandom: true };
  }
}

/** Protocols derive keys with an HMAC whose key everybody knows (`WebAppData`): a secret is called one, or is a default. */
function isLabel({ operation, value }: SecretUse, text: string): boolean {
  const isMac = operation.kind === 'secret.use' && operation.purpose.kind === 'known' && operation.purpose.value === 'mac';
  return isMac && !isPlaceholderPhrase(text) && !namesOf(value).some(isSecretName);
}

function* literalsOf(use: SecretUse, ev: Evaluator): Iterable<Known> {
  let isStandIn = false;
  for (const flaw of missingSecrets(use, ev)) {
    isStandIn = true;
    if (flaw.messageId === 'fallback' && !isFallbackChecked(flaw, ev) && isSecretText(flaw.value)) yield flaw.value;
  }
  if (!isStandIn && isSecretText(use.value)) yield use.value;
}

function isSecretText(value: Value): value is Known {
  return value.kind === 'known' && typeof value.value === 'string' && value.value !== '' && value.defaultOf === undefined &&
    !isPublicKeyPem(value.value) && !isPrivateKeyPem(value.value);
}

/** A JWK, or a key with a passphrase: its parts are other things than the bytes of a secret. */
function isKeyObject({ operation }: SecretUse): boolean {
  return 'key' in operation && alternatives(operation.key).some(({ value }) => value.kind === 'object');
}

function sampleOf({ operation }: SecretUse): string {
  const { kind } = operation;
  if (kind === 'token.issue' || kind === 'token.verify' || isTokenSecret(operation)) return 'token';
  return kind === 'session.configure' ? 'session cookie' : 'signed or sealed value';
}

/** The secret that a module for tokens is registered with. */
function isTokenSecret(operation: SecretUse['operation']): boolean {
  return operation.kind === 'secret.use' && operation.purpose.kind === 'known' && operation.purpose.value === 'token';
}

/** The least demanding HMAC that a token's key may be for. */
function hmacOf({ operation }: SecretUse): SecretStrength['hmac'] {
  const candidates = algorithmsOf(operation).flatMap((algorithm) => {
    const min = minHmacKeyBytes(algorithm);
    return min === undefined ? [] : [{ algorithm, min }];
  });
  return candidates.sort((a, b) => a.min - b.min)[0];
}

/** Of signed tokens; HS256 where none is named, as a text is no other's key. */
function algorithmsOf(operation: SecretUse['operation']): readonly string[] {
  if (isTokenSecret(operation)) return ['HS256'];
  if (operation.kind !== 'token.issue' && operation.kind !== 'token.verify') return [];
  if (operation.facts.encrypted || ('encrypted' in operation && truthiness(operation.encrypted))) return [];
  const given = operation.kind === 'token.issue' ? operation.algorithm : operation.algorithms;
  const named = alternatives(given)
    .flatMap(({ value }) => (value.kind === 'array' ? value.elements : [value]))
    .flatMap((one) => (one.kind === 'known' ? [String(one.value)] : []));
  return named.length === 0 ? ['HS256'] : named;
}

/** Bytes of the key that a text is made into. */
function keyBytes(text: string, by: External | undefined): number {
  const encoding = encodingOf(by);
  return encoding === undefined ? Buffer.byteLength(text, 'utf8') : Buffer.from(text, encoding).length;
}

function encodingOf(by: External | undefined): 'base64' | 'base64url' | 'hex' | undefined {
  if (by?.path === 'atob()') return 'base64';
  if (by?.path === 'base64url.decode()') return 'base64url';
  const encoding = by?.path === 'Buffer.from()' ? by.call?.args[1] : undefined;
  const name = encoding?.kind === 'known' ? encoding.value : undefined;
  return name === 'base64' || name === 'base64url' || name === 'hex' ? name : undefined;
}
