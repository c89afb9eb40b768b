import { attributeEdit, authCookies, noDefault } from '../src/analysis/questions/cookies.js';
import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'missing' | 'off';

export const cookieRequireHttpOnly: Rule<MessageId> = {
  meta: {
    id: 'cookie-require-httponly',
    description: 'Cookies that carry a session or a token must be HttpOnly',
    scope: 'file',
    fixable: true,
    messages: {
      missing: {
        text: 'Cookie `{{cookie}}` is set without HttpOnly{{noDefault}}. Any script on the page can read it. Add `{{edit}}`.',
        severity: 'error',
        confidence: 'certain',
      },
      off: {
        text: 'Cookie `{{cookie}}` is set with HttpOnly switched off. Any script on the page can read it. Set `httpOnly: true`.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [1004], asvs: ['V3.3.4'], nist: ['5.1.1'], owasp: ['A05:2021', 'A02:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const cookie of authCookies(context)) {
      const { operation, name, confidence } = cookie;
      // A script cannot set the flag at all: that is another rule's finding.
      if (operation.kind === 'cookie.set' && operation.script.kind === 'known' && operation.script.value === true) continue;
      const bad = judge(operation.httpOnly, (value) => value.kind === 'absent' || (value.kind === 'known' && !value.value));
      if (bad === undefined) continue;
      yield {
        messageId: bad.culprit.kind === 'absent' ? 'missing' : 'off',
        at: bad.culprit.at,
        data: { cookie: name, noDefault: noDefault(cookie), edit: attributeEdit(cookie, 'httpOnly: true', 'HttpOnly') },
        trace: traceOf(operation, bad.culprit),
        confidence: weakest(confidence, bad.confidence),
        fix: setOption(context, operation, 'httpOnly', bad.culprit, true),
      };
    }
  },
};
