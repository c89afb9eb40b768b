import { setOption } from '../src/analysis/edits.js';
import { alternatives, truthiness, type Value } from '../src/analysis/evaluate/values.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'state' | 'plain' | 'implicit' | 'password' | 'unchecked';

export const csrfOAuthStatePkce: Rule<MessageId> = {
  meta: {
    id: 'csrf-oauth-state-pkce',
    description: 'Logins by OAuth must be bound to the browser that began them',
    scope: 'project',
    hasSuggestions: true,
    messages: {
      state: {
        text: '{{library}} sends no `state` and compares none unless it is told to. A link with the code of an attacker logs whoever follows it into the account of the attacker. Give `state: true`, which needs a session.',
        severity: 'error',
        confidence: 'likely',
      },
      plain: {
        text: '`plain` as the method of PKCE sends the verifier itself as the challenge. Whoever sees the authorization request can redeem the code. Use `S256`.',
        severity: 'error',
        confidence: 'certain',
      },
      implicit: {
        text: 'The response type `{{type}}` puts the access token into an address. It stays in the history, and nothing binds it to the browser or client that asked for it. Ask for `code` and use PKCE.',
        severity: 'warning',
        confidence: 'certain',
      },
      password: {
        text: "The grant `password` hands the user's password to this application. Users learn to type it anywhere, and no second factor or passkey can be asked for. Send the user to the login page of the authorization server.",
        severity: 'warning',
        confidence: 'certain',
      },
      unchecked: {
        text: '{{library}} finishes the login here without a state, a nonce or a code verifier to compare. A link with the code of an attacker logs whoever follows it into the account of the attacker. Keep a state in the session when the login begins and give it here.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: {
      cwe: [352, 757], asvs: ['V10.2.1', 'V10.4.4', 'V10.4.6'], rfc: ['RFC 9700 2.1', 'RFC 9700 2.1.1', 'RFC 9700 2.1.2', 'RFC 9700 2.4', 'RFC 7636 4.2'],
      owasp: ['A01:2021', 'A01:2025', 'A02:2021', 'A04:2025'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of context.operationsOf('oauth.configure')) {
      const plain = judge(operation.pkce, isPlain);
      if (plain !== undefined) {
        const suggestions = [setOption(context, operation, 'pkce', plain.culprit, 'S256')];
        yield { messageId: 'plain', at: plain.culprit.at, trace: traceOf(operation, plain.culprit), confidence: plain.confidence, suggestions };
      }
      const missing = judge(operation.state, (value) => truthiness(value) === false);
      if (missing === undefined || isGivenElsewhere(context)) continue;
      yield {
        messageId: 'state',
        at: missing.culprit.at,
        data: { library: operation.library },
        trace: traceOf(operation, missing.culprit),
        confidence: weakest(missing.confidence, 'likely'),
        suggestions: [setOption(context, operation, 'state', missing.culprit, true, 'state')],
      };
    }
    for (const request of context.operationsOf('oauth.request')) yield* requested(request);
    for (const callback of context.operationsOf('oauth.callback')) {
      const { state, verifier, nonce, library } = callback;
      if ([state, verifier, nonce].some(({ kind }) => kind !== 'absent')) continue;
      yield { messageId: 'unchecked', at: state.at, data: { library }, trace: traceOf(callback, state) };
    }
  },
};

function isPlain(value: Value): boolean {
  return value.kind === 'known' && value.value === 'plain';
}

function* requested(request: OperationOf<'oauth.request'>): Iterable<Problem<MessageId>> {
  const plain = judge(request.challengeMethod, isPlain);
  if (plain !== undefined) {
    yield { messageId: 'plain', at: plain.culprit.at, trace: traceOf(request, plain.culprit), confidence: plain.confidence };
  }
  // Only `token` asks for an access token (RFC 6749 section 4.2.1, OAuth 2.0 Multiple Response Types section 5).
  const implicit = judge(request.responseType, (value) => value.kind === 'known' && String(value.value).split(' ').includes('token'));
  if (implicit?.culprit.kind === 'known') {
    const { culprit, confidence } = implicit;
    yield { messageId: 'implicit', at: culprit.at, data: { type: String(culprit.value) }, trace: traceOf(request, culprit), confidence };
  }
  const password = judge(request.grant, (value) => value.kind === 'known' && value.value === 'password');
  if (password !== undefined) {
    yield { messageId: 'password', at: password.culprit.at, trace: traceOf(request, password.culprit), confidence: password.confidence };
  }
}

/** Whether some login is begun with a `state` of the project's own: `passport.authenticate('google', { state })`. */
function isGivenElsewhere({ operationsOf }: RuleContext): boolean {
  return operationsOf('login.delegate').some((login: OperationOf<'login.delegate'>) =>
    alternatives(login.state).some(({ value }) => value.kind !== 'absent'));
}
