import { isCheckedSomewhere } from '../src/analysis/questions/env-checks.js';
import type { Evaluator } from '../src/analysis/evaluate/evaluate.js';
import { placeKey, type Severity } from '../src/analysis/finding.js';
import { isGuarded } from '../src/analysis/questions/guards.js';
import { isFallbackChecked, isToldByName, missingSecrets, type MissingSecret } from '../src/analysis/questions/missing-secrets.js';
import { writtenSecrets } from '../src/analysis/questions/written-settings.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { secretUses, type SecretUse } from '../src/analysis/questions/secrets.js';
import { stopWithout } from '../src/analysis/secret-edits.js';
import { step, traceOf } from '../src/analysis/trace.js';
import type { Env } from '../src/analysis/evaluate/values.js';
import { holdsForAll, mayHold, versionText } from '../src/analysis/operations/versions.js';

type MessageId = 'fallback' | 'borrowed' | 'empty' | 'text' | 'unchecked';

export const secretMustBePresent: Rule<MessageId> = {
  meta: {
    id: 'secret-must-be-present',
    description: 'A secret that is not configured must stop the program, not be replaced by a known or empty one',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      fallback: {
        text: 'If {{variable}} is not set, the secret is this literal in every environment. Everybody who can read the code knows it. Stop at start-up when the variable is missing.',
        severity: 'error',
        confidence: 'certain',
      },
      borrowed: {
        text: 'If {{variable}} is not set, the value of {{other}} is the secret. Others know that value for a purpose of its own, and can make what the secret protects. Stop at start-up when the variable is missing.',
        severity: 'warning',
        confidence: 'likely',
      },
      empty: {
        text: 'If {{variable}} is not set, the secret is empty. {{effect}}. Stop at start-up when the variable is missing.',
        severity: 'error',
        confidence: 'certain',
      },
      text: {
        text: 'If {{variable}} is not set, the 9 letters "undefined" stand in its place. The text hides from {{library}} that the variable is missing, and everybody can guess it. Stop at start-up when the variable is missing.',
        severity: 'error',
        confidence: 'certain',
      },
      unchecked: {
        text: 'If {{variable}} is not set, `encode` makes an empty key of it. {{effect}}. Stop at start-up when the variable is missing.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: {
      cwe: [1188, 798, 321], asvs: ['V13.3.1', 'V16.5.3'], owasp: ['A02:2021', 'A04:2025', 'A07:2021', 'A07:2025'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const seen = new Set<string>();
    for (const use of secretUses(context)) {
      for (const flaw of missingSecrets(use, context.evaluator)) {
        const { messageId, variable, value } = flaw;
        const { at } = value;
        if (messageId === 'empty' && use.operation.facts.refusesEmptyKey === true) continue;
        // What is a secret by its name only was seen already where it is used.
        if ((use.operation.kind === 'secret.fallback' && (!isToldByName(flaw) || seen.has(placeKey(at)))) || isCured(flaw, use, context)) continue;
        seen.add(placeKey(at));
        const { library, version } = use.operation;
        yield {
          messageId,
          at,
          data: {
            variable: variable?.name ?? 'the setting',
            other: value.kind === 'env' ? value.name : '',
            library: versionText(library, version),
            effect: effectOfEmpty(use).text,
          },
          trace: traceOf(use.operation, value),
          confidence: messageId === 'borrowed' ? 'likely' : use.confidence,
          ...(messageId === 'empty' || messageId === 'unchecked' ? { severity: effectOfEmpty(use).severity } : {}),
          ...(messageId === 'fallback' ? { secrets: [at] } : {}),
          suggestions: [stopWithout(context, variable, value)],
        };
      }
    }
    for (const { setting: { fallbackOf }, at, use, stage } of writtenSecrets(context)) {
      if (fallbackOf === undefined) continue;
      const trace = [...(use === undefined ? [] : traceOf(use.operation, use.value)), step(at, 'the value stands here')];
      yield { messageId: 'fallback', at, data: { variable: fallbackOf }, trace, confidence: use?.confidence ?? 'likely', secrets: [at], ...(stage === undefined ? {} : { severity: 'warning' }) };
    }
  },
};

/** What stands in for a variable is cured beside it only; what goes wrong without a trace may be caught by any file at start-up. */
function isCured(flaw: MissingSecret, use: SecretUse, { evaluator, wholeProject }: RuleContext): boolean {
  const { messageId, variable } = flaw;
  if (messageId === 'fallback' || messageId === 'borrowed') return isFallbackChecked(flaw, evaluator);
  if (variable === undefined) return true;
  return !wholeProject || isUsedGuarded(use, variable, evaluator) || isCheckedSomewhere(evaluator, variable);
}

/** Where the secret is encoded or used, and who calls the wrapper, may be behind a condition on it. */
function isUsedGuarded({ operation, by }: SecretUse, variable: Env, ev: Evaluator): boolean {
  return [operation, ...operation.callers, ...(by?.call === undefined ? [] : [by.call])].some((use) =>
    isGuarded(ev, use.node, { module: use.module, frame: 'frame' in use ? use.frame : undefined }, variable));
}

/** What a library does with an empty secret, as far as knowledge says so. */
function effectOfEmpty({ operation }: SecretUse): { severity: Severity; text: string } {
  const { library, version, facts } = operation;
  const name = versionText(library, version);
  if (operation.kind === 'token.verify' && operation.withoutAlgorithms.kind === 'known' && operation.withoutAlgorithms.value === 'unsigned') {
    return { severity: 'error', text: `${name} then accepts unsigned tokens` };
  }
  const accepting = facts.acceptsEmptyKey ?? '';
  if (accepting !== '' && holdsForAll(version, accepting)) {
    return { severity: 'error', text: `${name} accepts an empty key, and so everybody has it` };
  }
  if (accepting !== '' && mayHold(version, accepting)) {
    return { severity: 'warning', text: `${library} ${accepting} accepts an empty key, and other versions fail at the first token` };
  }
  return { severity: 'warning', text: `${name} notices at the first token or session at best, not at start-up` };
}
