import { isSigningSecretName, servesOtherPurpose } from '../../domain/setting-names.js';
import { checksFallback, isAskedFor, isFallback } from './env-checks.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { SecretUse } from './secrets.js';
import { alternatives, type Env, type Known, type Value } from '../evaluate/values.js';

/** What goes wrong when a variable is not set. */
export interface MissingSecret {
  readonly messageId: 'fallback' | 'borrowed' | 'empty' | 'text' | 'unchecked';
  /** Absent where the setting comes from elsewhere (`config.get('secret') || '…'`). */
  readonly variable: Env | undefined;
  /** What stands where the code must change. */
  readonly value: Value;
}

/**
 * Whether a literal only stands in for a setting that is not there, and for which variable if it is one:
 * `config.get('secret') || '…'`, `if (!process.env.X) secret = '…'`. Not one of two keys by some other condition.
 */
export function standIn({ value, siblings }: SecretUse, ev: Evaluator): { readonly variable: Env | undefined } | undefined {
  const module = ev.project.module(value.at.file);
  if (siblings.length < 2 || module === undefined) return undefined;
  const variable = siblings.find((one) => one.kind === 'env');
  if (isFallback(module, value.at.range)) return { variable };
  return variable !== undefined && isAskedFor(ev, module, variable) ? { variable } : undefined;
}

/** Variables that stand in for one another. */
const MAX_FALLBACKS = 4;

/** What happens to a secret of an operation that is not configured: it is replaced, or nothing notices. */
export function* missingSecrets(use: SecretUse, ev: Evaluator): Iterable<MissingSecret> {
  const { value, by } = use;
  if (value.kind === 'known') {
    const stands = standIn(use, ev);
    if (stands !== undefined) yield* fallbackFlaw(stands.variable, value);
  } else if (value.kind === 'env') {
    if (servesOtherPurpose(value.name)) {
      const stands = standIn(use, ev);
      if (stands !== undefined) yield { messageId: 'borrowed', variable: stands.variable, value };
    }
    if (value.fallback !== undefined) yield* fallbacks(value, value.fallback);
    else if (!value.required && by?.path === 'TextEncoder#.encode()' && use.operation.library === 'jose') yield { messageId: 'unchecked', variable: value, value };
  } else if (value.kind === 'text') {
    // Beside another part that is not known, the rest is still a secret.
    const [part, ...others] = value.parts.filter((one) => typeof one !== 'string');
    if (part?.kind !== 'env' || part.required || others.length > 0) return;
    if (part.fallback === undefined) yield { messageId: 'text', variable: part, value };
    else if (value.parts.length === 1) yield* fallbacks(part, part.fallback);
  }
}

/** What a variable falls back to in production. */
function* fallbacks(variable: Env, fallback: Value, depth = 0): Iterable<MissingSecret> {
  for (const { value, when } of alternatives(fallback)) {
    if (when === 'development') continue;
    if (value.kind === 'known') yield* fallbackFlaw(variable, value);
    else if (value.kind === 'env') {
      if (servesOtherPurpose(value.name)) yield { messageId: 'borrowed', variable, value };
      // `process.env.NEW ?? process.env.OLD ?? 'x'`.
      if (value.fallback !== undefined && depth < MAX_FALLBACKS) yield* fallbacks(variable, value.fallback, depth + 1);
    }
  }
}

function* fallbackFlaw(variable: Env | undefined, value: Known): Iterable<MissingSecret> {
  if (value.value === '') yield { messageId: 'empty', variable, value };
  else if (typeof value.value === 'string') yield { messageId: 'fallback', variable, value };
}

/** Whether a check stops the program where only the literal would be left: beside the variable, or beside the literal. */
export function isFallbackChecked({ variable, value }: MissingSecret, ev: Evaluator): boolean {
  if (variable === undefined) return false;
  const own = [variable, value].map(({ at }) => ev.project.module(at.file)).filter((module) => module !== undefined);
  return own.some((module) => checksFallback(ev, module, variable));
}

/** Whether a variable's name is enough to tell: what is no literal may be right for a secret of another service's. */
export function isToldByName({ messageId, variable }: MissingSecret): boolean {
  return messageId === 'fallback' || (messageId === 'borrowed' && variable !== undefined && isSigningSecretName(variable.name));
}
