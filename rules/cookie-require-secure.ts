import { attributeEdit, authCookies, noDefault } from '../src/analysis/questions/cookies.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'missing' | 'off' | 'productionOnly';

const PLAIN_HTTP = 'Browsers then send it over plain http as well, where everyone on the way can read it.';

export const cookieRequireSecure: Rule<MessageId> = {
  meta: {
    id: 'cookie-require-secure',
    description: 'Cookies that carry a session or a token must be Secure',
    scope: 'file',
    messages: {
      missing: {
        text: `Cookie \`{{cookie}}\` is set without Secure{{noDefault}}. ${PLAIN_HTTP} Add \`{{edit}}\`.`,
        severity: 'error',
        confidence: 'certain',
      },
      off: {
        text: `Cookie \`{{cookie}}\` is set with Secure switched off. ${PLAIN_HTTP} Set \`secure: true\`; behind a proxy, trust the proxy instead of dropping Secure.`,
        severity: 'error',
        confidence: 'certain',
      },
      productionOnly: {
        text: 'Cookie `{{cookie}}` is Secure in some environments only. A system that runs as the wrong one sends it over plain http. Set `secure: true`: Chrome and Firefox accept such cookies from http://localhost.',
        severity: 'info',
        confidence: 'certain',
      },
    },
    standards: { cwe: [614], asvs: ['V3.3.1'], nist: ['5.1.1'], owasp: ['A05:2021', 'A02:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const cookie of authCookies(context)) {
      const { operation, name, confidence } = cookie;
      const inProduction = judge(operation.secure, isOff, { productionOnly: true });
      const bad = inProduction ?? judge(operation.secure, isOff);
      if (bad === undefined) continue;
      const { culprit } = bad;
      yield {
        messageId: inProduction === undefined ? 'productionOnly' : culprit.kind === 'absent' ? 'missing' : 'off',
        at: culprit.at,
        data: { cookie: name, noDefault: noDefault(cookie), edit: attributeEdit(cookie, 'secure: true', 'Secure') },
        trace: traceOf(operation, culprit),
        // Of a value that depends on the environment every alternative is known.
        confidence: inProduction === undefined ? confidence : weakest(confidence, bad.confidence),
      };
    }
  },
};

/** Modes such as `'auto'`, which follow the request, are true. */
function isOff(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && truthiness(value) === false);
}
