import { attributeEdit, authCookies, noDefault } from '../src/analysis/questions/cookies.js';
import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationKind } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'missing' | 'invalid';

const DEFAULT = 'Browsers then choose: most take Lax, some with a window of 2 minutes in which other sites may POST with it.';

export const cookieRequireSameSite: Rule<MessageId> = {
  meta: {
    id: 'cookie-require-samesite',
    description: 'Cookies that carry a session or a token must say SameSite',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      missing: {
        text: `Cookie \`{{cookie}}\` is set without SameSite{{noDefault}}. ${DEFAULT} Add \`{{edit}}\`, or Strict where no other site's link or login leads to the page.`,
        severity: 'warning',
        confidence: 'certain',
      },
      invalid: {
        text: `SameSite of cookie \`{{cookie}}\` is {{value}}, which is none of Strict, Lax and None. ${DEFAULT} Write one of the three.`,
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [1275], asvs: ['V3.3.2'], nist: ['5.1.1'], owasp: ['A01:2021', 'A01:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const cookie of authCookies(context)) {
      const { operation, name, confidence } = cookie;
      const isBad = (value: Value): boolean => isMissing(value) || isInvalid(value, operation.kind);
      const bad = judge(operation.sameSite, isBad, { productionOnly: true });
      if (bad === undefined) continue;
      const { culprit } = bad;
      yield {
        messageId: isMissing(culprit) ? 'missing' : 'invalid',
        at: culprit.at,
        data: {
          cookie: name,
          noDefault: noDefault(cookie),
          edit: attributeEdit(cookie, "sameSite: 'lax'", 'SameSite=Lax'),
          value: culprit.kind === 'known' ? JSON.stringify(String(culprit.value)) : '',
        },
        trace: traceOf(operation, culprit),
        confidence: weakest(confidence, bad.confidence),
        suggestions: [setOption(context, operation, 'sameSite', culprit, 'lax')],
      };
    }
  },
};

/** Options that are false or empty are left out of the header (cookie 0.7.2 index.js, js-cookie 3.0.8). */
function isMissing(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && truthiness(value) === false);
}

/** `true` is Strict by the time it gets here; express-session 1.19 and later know `'auto'`. */
function isInvalid(value: Value, kind: OperationKind): boolean {
  if (value.kind !== 'known') return false;
  const modes = kind === 'session.configure' ? ['strict', 'lax', 'none', 'auto'] : ['strict', 'lax', 'none'];
  return !modes.includes(String(value.value).toLowerCase());
}
