import { removeOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { authCookies } from '../src/analysis/questions/cookies.js';
import { domainReach } from '../src/analysis/questions/cookie-domains.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'subdomains' | 'requestHost';

/** A developer's machine has no siblings. */
const PRODUCTION = { productionOnly: true };

export const cookieScope: Rule<MessageId> = {
  meta: {
    id: 'cookie-scope',
    description: 'Cookies that carry a session or a token must not be shared with sibling hosts',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      subdomains: {
        text: 'Domain={{domain}} sends cookie `{{cookie}}` to {{host}} and to every host below it. Without Domain it would go to 1 host, the one that sets it. One forgotten or foreign site among them gets the login of every user who visits it. Leave Domain out.',
        severity: 'warning',
        confidence: 'certain',
      },
      requestHost: {
        text: 'Domain of cookie `{{cookie}}` is the host that the request names, which adds every host below it. Without Domain it would go to 1 host, the one that sets it. One forgotten or foreign site among them gets the login of every user who visits it. Leave Domain out.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [565], asvs: ['V3.3.3'], nist: ['5.1.1'], owasp: ['A08:2021', 'A08:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const { operation, name, confidence } of authCookies(context)) {
      const bad = judge(operation.domain, (value) => domainReach(value) !== undefined, PRODUCTION);
      const reach = bad && domainReach(bad.culprit);
      if (bad === undefined || reach === undefined) continue;
      const { domain, assumed } = reach;
      yield {
        messageId: domain === undefined ? 'requestHost' : 'subdomains',
        at: bad.culprit.at,
        data: { cookie: name, domain: domain ?? '', host: domain?.replace(/^\./, '') ?? '' },
        trace: traceOf(operation, bad.culprit),
        confidence: weakest(confidence, bad.confidence, assumed ? 'likely' : 'certain'),
        suggestions: [removeOption(context, operation, 'domain', bad.culprit)],
      };
    }
  },
};
