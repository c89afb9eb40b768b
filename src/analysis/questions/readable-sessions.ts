import { isAuthzClaim, isCsrfName, piiKind, tokenNameStrength } from '../../domain/names.js';
import { isPrincipalKey } from '../../domain/login-names.js';
import { sessionPackages } from '../../knowledge/index.js';
import { alternatives, truthiness, type Value } from '../evaluate/values.js';
import { textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { claimsOf, type Claim } from './claims.js';
import { isPersonalClaim } from './personal-claims.js';
import { tokenEvidence } from './tokens.js';

type Session = OperationOf<'session.configure'>;
type Write = OperationOf<'session.write'>;

/** Whether the cookie is the session, as text that whoever has the cookie can read; not where code of its own makes the text. */
export function isReadable({ facts, store, encode }: Session): boolean {
  return facts.readable === true && store.kind === 'absent' && encode.kind === 'absent';
}

/** Whether a value says that nothing is signed: `false`, no secrets, an empty list of them. */
export function isUnsigned(value: Exclude<Value, { kind: 'union' }>): boolean {
  if (value.kind === 'array') return value.elements.length === 0 && value.open !== true;
  return truthiness(value) === false;
}

/**
 * The configurations of the session that a write may go into: those of its own file, else, where the whole project is seen,
 * all whose library the file's package depends on.
 */
export function configurationsFor({ operationsOf, wholeProject, evaluator }: RuleContext, { module }: Write): readonly Session[] {
  const packages = [...sessionPackages('cookie'), ...sessionPackages('store'), ...sessionPackages('server')];
  const all = operationsOf('session.configure').filter(({ library }) => packages.includes(library));
  const near = all.filter((session) => session.module === module);
  if (near.length > 0 || !wholeProject) return near;
  return all.filter(({ library }) => evaluator.project.host.dependsOn(library, module.file));
}

/** Everything that a write puts into the session, with the members of objects. */
export function dataOf({ evaluator }: RuleContext, { key, value }: Write): Claim[] {
  return textsOf(key).flatMap((name) => {
    const nested = claimsOf(evaluator, value).map((claim) => ({ ...claim, path: `${name}.${claim.path}` }));
    return [{ name, path: name, value, at: key.at, confidence: 'certain' as const }, ...nested];
  });
}

/** Whether a datum of this name decides who somebody is or what they may do. A token is signed itself. */
export function decides({ name, value }: Claim): boolean {
  const isToken = tokenNameStrength(name) !== undefined || tokenEvidence(value) !== undefined;
  return !isToken && (isPrincipalKey(name) || isAuthzClaim(name)) && isGiven(value);
}

/** Tokens of whoever else issued them; one that the application signed is what such a cookie is for. */
const FOREIGN_TOKEN = /^(?:access|refresh|id)_?token$/i;

/** What a datum gives away to whoever reads the session. */
export function disclosureOf(datum: Claim): 'credential' | 'token' | 'personal' | 'right' | undefined {
  const { name, value } = datum;
  // The secret of an anti-forgery token is the visitor's own.
  if (!isGiven(value) || isCsrfName(name)) return undefined;
  if (piiKind(name) === 'credential') return value.kind === 'known' ? undefined : 'credential';
  if (FOREIGN_TOKEN.test(name)) return tokenEvidence(value) === 'issued' || value.kind === 'known' ? undefined : 'token';
  if (isPersonalClaim(datum)) return 'personal';
  return isAuthzClaim(name) ? 'right' : undefined;
}

/** Not taken out of the session, or set to a flag of nothing. */
function isGiven(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => one.kind !== 'absent' && truthiness(one) !== false);
}
