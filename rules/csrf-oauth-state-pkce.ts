import { judge, weakest } from '../src/analysis/judge.js';
import { alternatives, truthiness } from '../src/analysis/evaluate/values.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'state' | 'plain';

export const csrfOAuthStatePkce: Rule<MessageId> = {
  meta: {
    id: 'csrf-oauth-state-pkce',
    description: 'Logins by OAuth must be bound to the browser that began them',
    scope: 'project',
    messages: {
      state: {
        text: '{{library}} sends no `state` and compares none unless it is told to. A link with the code of an attacker logs whoever follows it into the account of the attacker. Give `state: true`, which needs a session.',
        severity: 'error',
        confidence: 'likely',
      },
      plain: {
        text: "`pkce: 'plain'` sends the verifier itself as the challenge. Whoever sees the authorization request can redeem the code. Give `pkce: true`, which is S256.",
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: {
      cwe: [352, 757], asvs: ['V10.2.1', 'V10.4.6'], rfc: ['RFC 9700 2.1', 'RFC 9700 2.1.1', 'RFC 7636 4.2'],
      owasp: ['A01:2021', 'A01:2025', 'A02:2021', 'A04:2025'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of context.operationsOf('oauth.configure')) {
      const plain = judge(operation.pkce, (value) => value.kind === 'known' && value.value === 'plain');
      if (plain !== undefined) {
        yield { messageId: 'plain', at: plain.culprit.at, trace: traceOf(operation, plain.culprit), confidence: plain.confidence };
      }
      const missing = judge(operation.state, (value) => truthiness(value) === false);
      if (missing === undefined || isGivenElsewhere(context)) continue;
      yield {
        messageId: 'state',
        at: missing.culprit.at,
        data: { library: operation.library },
        trace: traceOf(operation, missing.culprit),
        confidence: weakest(missing.confidence, 'likely'),
      };
    }
  },
};

/** Whether some login is begun with a `state` of the project's own: `passport.authenticate('google', { state })`. */
function isGivenElsewhere({ operationsOf }: RuleContext): boolean {
  return operationsOf('login.delegate').some((login: OperationOf<'login.delegate'>) =>
    alternatives(login.state).some(({ value }) => value.kind !== 'absent'));
}
