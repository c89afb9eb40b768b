import { authCookies, clears, givenAt } from '../src/analysis/questions/cookies.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'written' | 'dropped';

export const cookieNoScriptWrittenAuth: Rule<MessageId> = {
  meta: {
    id: 'cookie-no-script-written-auth',
    description: 'Cookies that carry a session or a token must be set by the server, not by a script of the page',
    scope: 'file',
    messages: {
      written: {
        text: 'Cookie `{{cookie}}` is written by a script of the page with {{library}}. No script can make a cookie HttpOnly, so that every script on the page can read it. Set it in an answer of the server, with HttpOnly.',
        severity: 'error',
        confidence: 'certain',
      },
      dropped: {
        text: 'Cookie `{{cookie}}` is written by a script of the page with {{library}}, as HttpOnly. Browsers ignore such a cookie from a script: it is never stored. Set it in an answer of the server.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [1004, 922], asvs: ['V3.3.4'], nist: ['5.1.1'], owasp: ['A05:2021', 'A01:2021', 'A02:2025', 'A01:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const dropped = new Set<OperationOf<'cookie.set'>>();
    for (const operation of context.operationsOf('cookie.set')) {
      const bad = isWrittenByScript(context, operation) && !clears(operation)
        ? judge(operation.httpOnly, (value) => value.kind === 'known' && value.value === true)
        : undefined;
      if (bad === undefined) continue;
      dropped.add(operation);
      yield {
        messageId: 'dropped',
        at: bad.culprit.at,
        data: { cookie: textsOf(operation.name)[0] ?? 'without a known name', library: operation.library },
        trace: traceOf(operation, bad.culprit),
        confidence: weakest(bad.confidence, operation.likely ? 'likely' : 'certain'),
      };
    }
    for (const { operation, name, confidence } of authCookies(context)) {
      if (operation.kind !== 'cookie.set' || dropped.has(operation) || !isWrittenByScript(context, operation)) continue;
      yield {
        messageId: 'written',
        at: givenAt(operation, 'name'),
        data: { cookie: name, library: operation.library },
        trace: traceOf(operation, operation.value),
        confidence,
      };
    }
  },
};

/** Some libraries work on both sides: what runs on a server alone sends a header, or does nothing. */
function isWrittenByScript({ evaluator }: RuleContext, { script, module }: OperationOf<'cookie.set'>): boolean {
  return script.kind === 'known' && script.value === true && sideOf(module, evaluator.project.host) !== 'server';
}
