import { clears, givenAt } from '../src/analysis/questions/cookies.js';
import { contentsOf } from '../src/analysis/questions/cookie-contents.js';
import { trustedCookies } from '../src/analysis/questions/request-cookies.js';
import { textsOf } from '../src/analysis/naming.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';

type MessageId = 'trusted' | 'credential' | 'personal' | 'record' | 'rights';

const READABLE = 'Whoever gets at the browser or at a log of requests can read it.';

export const cookieNoSensitiveValue: Rule<MessageId> = {
  meta: {
    id: 'cookie-no-sensitive-value',
    description: 'Cookies must not hold personal data, nor say unsigned who somebody is or what they may do',
    scope: 'file',
    messages: {
      trusted: {
        text: 'Cookie `{{cookie}}` is read unsigned, and {{effect}}. Whoever sends the request writes its cookies as they like. Take it from a session on the server, or sign the cookie and check the signature.',
        severity: 'error',
        confidence: 'likely',
      },
      credential: {
        text: `Cookie \`{{cookie}}\` holds credential {{what}} in plain text. ${READABLE} Leave it out: put an opaque id into the cookie.`,
        severity: 'error',
        confidence: 'likely',
      },
      personal: {
        text: `Cookie \`{{cookie}}\` holds personal data {{what}} in plain text. ${READABLE} Put an opaque id into the cookie and keep the data on the server, or encrypt it.`,
        severity: 'warning',
        confidence: 'likely',
      },
      record: {
        text: `Cookie \`{{cookie}}\` holds {{what}} in plain text, with every field that it has. ${READABLE} Put an opaque id into the cookie and keep the data on the server.`,
        severity: 'warning',
        confidence: 'likely',
      },
      rights: {
        text: 'Cookie `{{cookie}}` holds {{what}} unsigned. Whoever has the cookie can change it, and with it what they may do wherever it is believed. Keep it on the server, in the session.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [315, 565], asvs: ['V8.3.1'], nist: ['5.1.1'], owasp: ['A05:2021', 'A08:2021', 'A02:2025', 'A08:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const { name, at, use } of trustedCookies(context)) {
      yield {
        messageId: 'trusted',
        at,
        data: { cookie: name, effect: use.effect },
        trace: [step(use.module.place(use.node.range), use.effect), step(at, 'the cookie is read here')],
      };
    }
    for (const operation of context.operationsOf('cookie.set')) {
      if (clears(operation)) continue;
      const cookie = textsOf(operation.name)[0] ?? 'without a known name';
      for (const { kind, what, value } of contentsOf(context, operation)) {
        yield { messageId: kind, at: givenAt(operation, 'value'), data: { cookie, what }, trace: traceOf(operation, value) };
      }
    }
  },
};
