import { tokenNameStrength } from '../../domain/names.js';
import { modelsFor } from '../../knowledge/index.js';
import { namesOf } from '../naming.js';
import { alternatives, type Value } from '../evaluate/values.js';

/** Why a value counts as a token: a library made it, or (strong, weak) what the code calls it. */
export type TokenEvidence = 'issued' | 'strong' | 'weak';

/** The classifier of token-like values: an issue call's result, else the names the value goes by. */
export function tokenEvidence(value: Value): TokenEvidence | undefined {
  const found = alternatives(value).map(({ value: one }) => evidenceOf(one));
  return (['issued', 'strong', 'weak'] as const).find((strength) => found.includes(strength));
}

function evidenceOf(value: Value): TokenEvidence | undefined {
  if (isIssued(value)) return 'issued';
  // What is known is no token: a label, a setting, a test.
  if (value.kind === 'known' || value.kind === 'absent' || value.kind === 'time') return undefined;
  const strengths = namesOf(value).map(tokenNameStrength);
  return strengths.includes('strong') ? 'strong' : strengths.find((strength) => strength !== undefined);
}

/** Whether a value is what a call that issues tokens gave back. */
export function isIssued(value: Value): boolean {
  if (value.kind !== 'external' || value.call === undefined) return false;
  // The result of a fluent instance's method goes by the instance's path: what was called is the receiver.
  const callee = value.receiver?.path ?? '';
  return modelsFor(value.package, callee, 'call').some(({ model }) => model.kind === 'token.issue');
}
