import { judge, weakest } from '../src/analysis/judge.js';
import type { Ineffective } from '../src/analysis/operations/ineffective.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { versionText } from '../src/analysis/operations/versions.js';
import { isAskedFor, isCheckedSomewhere } from '../src/analysis/questions/env-checks.js';
import { isGuarded } from '../src/analysis/questions/guards.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import { isWithin, moveMember } from '../src/analysis/written-edits.js';

type MessageId = 'ignored' | 'partly' | 'issuing' | 'empty' | 'unset';
type One = Exclude<Value, { kind: 'union' }>;

export const jwtNoIneffectiveOptions: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-ineffective-options',
    description: 'Options that protect tokens and cookies must have an effect',
    scope: 'file',
    fixable: true,
    hasSuggestions: true,
    messages: {
      ignored: {
        text: '`{{option}}` does nothing. {{library}} {{because}}. {{instead}}.',
        severity: 'error',
        confidence: 'certain',
      },
      partly: {
        text: '`{{option}}` can be evaded. {{library}} {{because}}. {{instead}}.',
        severity: 'warning',
        confidence: 'certain',
      },
      issuing: {
        text: '`{{option}}` does not hold for verification. {{library}} {{because}}. {{instead}}.',
        severity: 'info',
        confidence: 'certain',
      },
      empty: {
        text: '`{{option}}` is empty and does nothing. {{library}} {{because}}. {{instead}}.',
        severity: 'error',
        confidence: 'certain',
      },
      unset: {
        text: '`{{option}}` does nothing when {{variable}} is not set, and nothing checks that it is. {{library}} {{because}}. {{instead}}.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [1188, 287], asvs: ['V9.2.3', 'V9.1.2'], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of context.operations) {
      for (const option of operation.ineffective ?? []) {
        if (option.given === 'empty') yield* emptyOption(context, operation, option);
        else yield ignoredOption(context, operation, option);
      }
    }
  },
};

function ignoredOption(context: RuleContext, operation: Operation, option: Ineffective): Problem<MessageId> {
  const isInfo = option.maybe === true || option.effect === 'harmless';
  return {
    messageId: option.effect === 'partly' || option.effect === 'issuing' ? option.effect : 'ignored',
    at: option.at,
    data: dataOf(operation, option),
    trace: traceOf(operation, option.value),
    confidence: operation.likely ? 'likely' : 'certain',
    ...(isInfo ? { severity: 'info' } : {}),
    ...(isInfo ? {} : moved(context, operation, option)),
  };
}

/** The value under the name, or at the level, where it has an effect; a constant may be of use to others as it is. */
function moved(context: RuleContext, operation: Operation, { at, name, value, effective }: Ineffective): Pick<Problem, 'fix' | 'suggestions'> {
  if (effective === undefined) return {};
  const isInPlace = isWithin(operation, at);
  const isName = value.kind === 'known' && typeof value.value === 'string';
  // What nobody can see may be a list already, and `algorithm` is right where tokens are issued.
  if (effective.asList && ((!isName && value.kind !== 'array') || !isInPlace)) return {};
  const repair = moveMember(context, at, name, effective.path, effective.asList && isName);
  return isInPlace ? { fix: repair } : { suggestions: [repair] };
}

/** An option that is off when its value is empty: for sure, or where nobody has set a variable. */
function* emptyOption(context: RuleContext, operation: Operation, option: Ineffective): Iterable<Problem<MessageId>> {
  const bad = judge(option.value, (value) => isEmpty(value) || isUnset(context, operation, value));
  if (bad === undefined) return;
  const { culprit } = bad;
  yield {
    messageId: culprit.kind === 'env' ? 'unset' : 'empty',
    at: culprit.at,
    data: { ...dataOf(operation, option), variable: culprit.kind === 'env' ? culprit.name : '' },
    trace: traceOf(operation, culprit),
    confidence: weakest(bad.confidence, operation.likely || culprit.kind === 'env' ? 'likely' : 'certain'),
  };
}

function isEmpty(value: One): boolean {
  return value.kind === 'known' && !value.value;
}

/** A variable with nothing to fall back to, which no file that can be seen checks; other files might. Asked for, it is meant to be optional. */
function isUnset({ evaluator, wholeProject }: RuleContext, { node, module, frame }: Operation, value: One): boolean {
  if (value.kind !== 'env' || value.required || !wholeProject) return false;
  if (value.fallback !== undefined && !(value.fallback.kind === 'known' && !value.fallback.value)) return false;
  const home = evaluator.project.module(value.at.file) ?? module;
  return !isGuarded(evaluator, node, { module, frame }, value) && !isAskedFor(evaluator, home, value) && !isCheckedSomewhere(evaluator, value);
}

function dataOf(operation: Operation, { name, because, instead }: Ineffective): Record<string, string> {
  return { option: name, because, instead, library: versionText(operation.library, operation.version) };
}
