import { claimsOf } from '../src/analysis/questions/claims.js';
import { weakest } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { claimsInConditions } from '../src/analysis/questions/verified-claims.js';
import { formatSeconds } from '../src/domain/durations.js';
import { isAuthzClaim } from '../src/domain/names.js';

type MessageId = 'issued' | 'decides';

export const jwtNoAuthzClaims: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-authz-claims',
    description: 'Tokens must not carry roles or permissions, and none must be read from them',
    scope: 'file',
    messages: {
      issued: {
        text: '`{{claim}}` is put into the token. It is frozen {{period}}: whoever loses the right keeps it until then. Keep only the id of the user and look the right up where it is needed.',
        severity: 'warning',
        confidence: 'certain',
      },
      decides: {
        text: '`{{claim}}` of the token decides here. It says what held when the token was issued: whoever has lost the right since still has it. Look the right up by the id of the user.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [863], asvs: ['V8.3.2'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const issue of context.operationsOf('token.issue')) {
      for (const { name, path, at, confidence } of claimsOf(context.evaluator, issue.payload)) {
        if (!isAuthzClaim(name)) continue;
        yield {
          messageId: 'issued',
          at,
          data: { claim: path, period: periodOf(issue.lifetime) },
          trace: [...traceOf(issue, issue.payload), step(at, 'the claim is written here')],
          confidence: weakest(confidence, issue.likely ? 'likely' : 'certain'),
        };
      }
    }
    for (const { name, at, verified } of claimsInConditions(context, isAuthzClaim)) {
      yield {
        messageId: 'decides',
        at,
        data: { claim: name },
        trace: [step(at, 'the claim decides here'), step(verified, 'the token is verified here')],
      };
    }
  },
};

/** How long a claim stays as it is. */
function periodOf(lifetime: Value): string {
  const [first, ...others] = alternatives(lifetime);
  if (first === undefined || others.length > 0) return 'until the token expires';
  if (first.value.kind === 'absent') return 'for good, as the token never expires';
  return first.value.kind === 'known' ? `for ${formatSeconds(Number(first.value.value))} after issue` : 'until the token expires';
}
