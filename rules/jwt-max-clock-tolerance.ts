import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { issuedWith } from '../src/analysis/questions/issued-with.js';
import { servesOnly } from '../src/analysis/questions/surroundings.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives } from '../src/analysis/evaluate/values.js';
import { formatSeconds, timesOver } from '../src/domain/durations.js';

type MessageId = 'tooLong' | 'share';

/** Of a token's lifetime; more than that changes what the lifetime means. */
const MAX_SHARE = 0.25;

/** A token that is about to be replaced or given up may be late. */
const ENDING_OR_RENEWING = ['logout', 'logoff', 'signout', 'revoke', 'refresh', 'renew'];

export const jwtMaxClockTolerance: Rule<MessageId> = {
  meta: {
    id: 'jwt-max-clock-tolerance',
    description: 'The clock tolerance of token verification must stay small',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      tooLong: {
        text: 'Clock tolerance is {{tolerance}}. The policy allows {{limit}}: {{times}}. Every token, a stolen one too, is accepted for that long after its `exp`{{lifetime}}. Set it to {{limit}} at most and synchronise the clocks.',
        severity: 'warning',
        confidence: 'certain',
      },
      share: {
        text: 'Clock tolerance is {{tolerance}}, {{percent}} of the {{lifetime}} that the tokens are issued for. They are accepted for that long after their `exp`. Set it to a few seconds and synchronise the clocks.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [613], asvs: ['V9.2.1'], rfc: ['RFC 7519 4.1.4'], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const limit = context.policy.clockTolerance;
    for (const verify of context.operationsOf('token.verify')) {
      const shortest = shortestLived(context, verify);
      // What is no share of any known lifetime is held against the policy alone.
      const most = Math.min(limit, shortest === undefined ? limit : shortest.lifetime * MAX_SHARE);
      const bad = judge(verify.clockTolerance, (value) => value.kind === 'known' && Number(value.value) > most);
      if (bad?.culprit.kind !== 'known' || servesOnly(verify, ENDING_OR_RENEWING, context.callSites)) continue;
      const tolerance = Number(bad.culprit.value);
      const isTooLong = tolerance > limit;
      const lifetime = shortest === undefined ? '' : formatSeconds(shortest.lifetime);
      yield {
        messageId: isTooLong ? 'tooLong' : 'share',
        at: bad.culprit.at,
        data: {
          tolerance: formatSeconds(tolerance),
          limit: formatSeconds(limit),
          times: timesOver(tolerance, limit),
          percent: `${Math.round((100 * tolerance) / (shortest?.lifetime ?? tolerance))} %`,
          lifetime: isTooLong && lifetime !== '' ? ` (lifetime ${lifetime})` : lifetime,
        },
        trace: [...traceOf(verify, bad.culprit), ...(shortest === undefined ? [] : [step(shortest.issue.at, 'tokens of the same key are issued here')])],
        confidence: weakest(bad.confidence, verify.likely ? 'likely' : 'certain'),
        suggestions: isTooLong ? [setOption(context, verify, 'clockTolerance', bad.culprit, { seconds: limit })] : [],
      };
    }
  },
};

interface Issued {
  readonly issue: OperationOf<'token.issue'>;
  /** In seconds. */
  readonly lifetime: number;
}

/** The shortest known lifetime of the tokens that are issued with the key of a verification. */
function shortestLived(context: RuleContext, { key }: OperationOf<'token.verify'>): Issued | undefined {
  const known = issuedWith(context, key).flatMap((issue) => alternatives(issue.lifetime).flatMap(({ value }): Issued[] =>
    (value.kind === 'known' && Number(value.value) > 0 ? [{ issue, lifetime: Number(value.value) }] : [])));
  return known.sort((a, b) => a.lifetime - b.lifetime)[0];
}
