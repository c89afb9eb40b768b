import { setOption } from '../src/analysis/edits.js';
import { judge, weakest, type Judgement } from '../src/analysis/judge.js';
import type { Confidence } from '../src/analysis/finding.js';
import { cookieSlip, effectiveLifetime } from '../src/analysis/questions/cookie-lifetimes.js';
import { authCookies, type AuthCookie } from '../src/analysis/questions/cookies.js';
import { textsOf } from '../src/analysis/naming.js';
import { versionText } from '../src/analysis/operations/versions.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds, timesOver } from '../src/domain/durations.js';

type MessageId = 'seconds' | 'milliseconds' | 'days' | 'tooLong' | 'capped';

/** RFC 6265bis, section 5.5: 400 days. */
const CAP = 400 * 86_400;

const PRODUCTION = { productionOnly: true };

export const cookieLifetime: Rule<MessageId> = {
  meta: {
    id: 'cookie-lifetime',
    description: "Lifetimes of cookies must be in the unit that the library reads, and within the browsers' 400 days",
    scope: 'file',
    hasSuggestions: true,
    messages: {
      seconds: {
        text: 'The lifetime {{number}} of cookie `{{cookie}}` is read by {{library}} as milliseconds: {{read}}. As seconds it would be {{meant}}. The browser drops the cookie, and the login with it, after a thousandth of that. Multiply it by 1000.',
        severity: 'error',
        confidence: 'certain',
      },
      milliseconds: {
        text: 'The lifetime {{number}} of cookie `{{cookie}}` is read by {{library}} as seconds: {{read}}. As milliseconds it would be {{meant}}. Whoever comes by the browser or a copy of the cookie uses it a thousand times longer than that. Divide it by 1000.',
        severity: 'error',
        confidence: 'likely',
      },
      days: {
        text: 'The lifetime {{number}} of cookie `{{cookie}}` is read by {{library}} as days: {{read}}. In a smaller unit it would be {{meant}}. The cookie stays in the browser as long as browsers allow, which is 400 days. Write a number of days, or a `Date`.',
        severity: 'error',
        confidence: 'likely',
      },
      tooLong: {
        text: 'Cookie `{{cookie}}` carries a login and lives {{lifetime}}. Browsers keep cookies for {{limit}} at most: {{times}}. A login that nobody renews for so long is anyone\'s who finds the browser or a copy of the cookie. Give it as long as the session lasts.',
        severity: 'warning',
        confidence: 'certain',
      },
      capped: {
        text: 'Cookie `{{cookie}}` is to live {{lifetime}}. Browsers keep cookies for {{limit}} at most: {{times}}. What counts on the rest will miss it. Set 400 days or less, and set the cookie again when it is used.',
        severity: 'info',
        confidence: 'certain',
      },
    },
    standards: { cwe: [539, 613], nist: ['5.1.1'], owasp: ['A04:2021', 'A06:2025', 'A07:2021', 'A07:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const cookies = authCookies(context);
    for (const cookie of cookies) yield* slips(context, cookie) ?? over(cookie, 'tooLong');
    const judged = new Set<unknown>(cookies.map(({ operation }) => operation));
    for (const operation of context.operationsOf('cookie.set')) {
      if (judged.has(operation) || judged.has(operation.inner)) continue;
      const [name] = textsOf(operation.name);
      if (name !== undefined) yield* over({ operation, name, confidence: operation.likely ? 'likely' : 'certain' }, 'capped');
    }
  },
};

function slips(context: RuleContext, cookie: AuthCookie): Problem<MessageId>[] | undefined {
  const { operation, name } = cookie;
  const bad = judge(effectiveLifetime(operation), (value) => cookieSlip(value, context.evaluator) !== undefined);
  const slip = bad && cookieSlip(bad.culprit, context.evaluator);
  if (bad === undefined || slip === undefined) return undefined;
  const { kind, number, read, meant, sure } = slip;
  const data = { cookie: name, number, read: formatSeconds(read), meant: formatSeconds(meant), library: versionText(operation.library, operation.version) };
  const suggestions = [setOption(context, operation, 'maxAge', bad.culprit, { seconds: meant })];
  return [{ ...problem(cookie, bad, kind, data, sure ? 'certain' : 'likely'), suggestions }];
}

function over(cookie: AuthCookie, messageId: 'tooLong' | 'capped'): Problem<MessageId>[] {
  const bad = judge(effectiveLifetime(cookie.operation), (value) => secondsIn(value) > CAP, PRODUCTION);
  if (bad === undefined) return [];
  const lifetime = secondsIn(bad.culprit);
  const data = { cookie: cookie.name, lifetime: formatSeconds(lifetime), limit: formatSeconds(CAP), times: timesOver(lifetime, CAP) };
  return [problem(cookie, bad, messageId, data)];
}

/** 0 for what is not known. */
function secondsIn(value: Value): number {
  return value.kind === 'known' && typeof value.value === 'number' ? value.value : 0;
}

function problem(
  { operation, confidence }: AuthCookie,
  bad: Judgement,
  messageId: MessageId,
  data: Readonly<Record<string, string | number>>,
  atMost: Confidence = 'certain',
): Problem<MessageId> {
  return {
    messageId,
    at: bad.culprit.at,
    data,
    trace: traceOf(operation, bad.culprit),
    confidence: weakest(confidence, bad.confidence, atMost),
  };
}
