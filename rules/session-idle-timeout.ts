import { mayHoldLogin } from '../src/analysis/questions/cookies.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { isKeptOnServer, limitsSessionsItself } from '../src/analysis/questions/session-idle.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds, timesOver } from '../src/domain/durations.js';

type MessageId = 'long' | 'days' | 'never';

type Session = OperationOf<'session.configure'>;

/** NIST SP 800-63B-4 section 2.2.3: after so many seconds even a session in use should end. */
const OVERALL = 86_400;

const HARM = 'Until then whoever finds the device, or has got hold of the cookie, goes on as the user.';

export const sessionIdleTimeout: Rule<MessageId> = {
  meta: {
    id: 'session-idle-timeout',
    description: 'Sessions that nobody uses must end',
    scope: 'project',
    messages: {
      long: {
        text: `A session that nobody uses is kept for {{lifetime}}. The policy allows {{limit}}: {{times}}. ${HARM} Set \`maxAge\` to {{limit}} at most{{rolling}}.`,
        severity: 'info',
        confidence: 'likely',
      },
      days: {
        text: `A session that nobody uses is kept for {{lifetime}}. The policy allows {{limit}}: {{times}}, and longer than the 24 h after which even a session in use should end (NIST AAL2). ${HARM} Set \`maxAge\` to {{limit}} at most{{rolling}}.`,
        severity: 'warning',
        confidence: 'likely',
      },
      never: {
        text: `A session that nobody uses never ends: there is no \`maxAge\`, and the memory store of {{library}} has no limit of its own. The policy allows {{limit}}. A copied cookie works until the next restart. Set \`maxAge\` to {{limit}} at most{{rolling}}.`,
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [613], asvs: ['V7.3.1'], nist: ['2.2.3'], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const sessions = context.operationsOf('session.configure').filter((session) =>
      isKeptOnServer(session) && mayHoldLogin(session) && !isDevelopmentOnly(session.node, session.module, context.evaluator));
    if (sessions.length === 0 || limitsSessionsItself(context)) return;
    const limit = context.policy.ttl.idle;
    for (const session of sessions) {
      const bad = judge(idleLifetime(session), (value) => (secondsIn(value) ?? 0) > limit || isEndless(value, session), { productionOnly: true });
      if (bad === undefined) continue;
      const { culprit } = bad;
      const lifetime = secondsIn(culprit);
      yield {
        messageId: lifetime === undefined ? 'never' : lifetime > OVERALL ? 'days' : 'long',
        at: culprit.at,
        data: {
          library: session.library,
          limit: formatSeconds(limit),
          rolling: rolling(session),
          ...(lifetime === undefined ? {} : { lifetime: formatSeconds(lifetime), times: timesOver(lifetime, limit) }),
        },
        trace: traceOf(session, culprit),
        confidence: weakest(bad.confidence, 'likely'),
      };
    }
  },
};

/** Where the cookie has no end, what the library says of the session itself. */
function idleLifetime({ maxAge, validity }: Session): Value {
  return maxAge.kind === 'absent' && validity.kind !== 'unknown' ? validity : maxAge;
}

function secondsIn(value: Value): number | undefined {
  return value.kind === 'known' && typeof value.value === 'number' ? value.value : undefined;
}

/** Other stores have a limit of their own for sessions whose cookie has none. */
function isEndless(value: Value, { store, facts: { memoryStores = [] } }: Session): boolean {
  const isInMemory = memoryStores.length > 0 && store.kind === 'known' && store.defaultOf !== undefined;
  return isInMemory && value.kind === 'absent';
}

/** What has to go with a shorter limit, lest it end sessions in use. */
function rolling({ rolling: option }: Session): string {
  return option.kind === 'known' && option.value === false ? ', with `rolling: true` so that use renews it' : '';
}
