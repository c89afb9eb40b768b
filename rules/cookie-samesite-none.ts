import { allCookies, attributeEdit, meeting, noDefault, withoutSecure } from '../src/analysis/questions/cookies.js';
import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'insecure';

export const cookieSameSiteNone: Rule<MessageId> = {
  meta: {
    id: 'cookie-samesite-none',
    description: 'Cookies with SameSite=None must be Secure, or browsers discard them',
    scope: 'file',
    fixable: true,
    messages: {
      insecure: {
        text: '{{cookie}} is set with SameSite=None and without Secure{{noDefault}}. Browsers discard such a cookie, over https as well, so that no request ever carries it. {{remedy}}.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [1275], asvs: ['V3.3.2'], nist: ['5.1.1'], owasp: ['A01:2021', 'A01:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of allCookies(context)) {
      const none = judge(operation.sameSite, isNone, { productionOnly: true });
      const insecure = withoutSecure(operation);
      const confidence = none === undefined || insecure === undefined ? undefined : meeting(none, insecure);
      if (insecure === undefined || confidence === undefined) continue;
      const { culprit } = insecure;
      const [name] = textsOf(operation.name);
      // What throws where it is on over plain http follows the request best.
      const throwsOverHttp = operation.facts.throwsOverHttp === true;
      const edit = attributeEdit({ operation }, 'secure: true', 'Secure');
      yield {
        messageId: 'insecure',
        at: culprit.at,
        data: {
          cookie: name === undefined ? 'A cookie' : `Cookie \`${name}\``,
          noDefault: culprit.kind === 'absent' ? noDefault({ operation }) : '',
          remedy: throwsOverHttp ? 'Leave `secure` out, so that it follows the request' : `Add \`${edit}\``,
        },
        trace: traceOf(operation, culprit),
        confidence: weakest(operation.likely ? 'likely' : 'certain', confidence),
        fix: throwsOverHttp ? undefined : setOption(context, operation, 'secure', culprit, true),
      };
    }
  },
};

function isNone(value: Value): boolean {
  return value.kind === 'known' && String(value.value).toLowerCase() === 'none';
}
