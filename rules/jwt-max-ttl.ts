import { unitSlip } from '../src/analysis/questions/duration-units.js';
import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { branchClass } from '../src/analysis/questions/token-branch.js';
import { tokenClass } from '../src/analysis/questions/token-class.js';
import { traceOf } from '../src/analysis/trace.js';
import type { Known, Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds, timesOver } from '../src/domain/durations.js';
import type { TokenClass } from '../src/domain/token-classes.js';
import type { Policy } from '../src/policy/policy.js';

type MessageId = 'access' | 'refresh' | 'oneTime' | 'code';

/** Tokens of a developer's machine may live for days. */
const PRODUCTION = { productionOnly: true };

export const jwtMaxTtl: Rule<MessageId> = {
  meta: {
    id: 'jwt-max-ttl',
    description: 'Tokens must not live longer than their purpose allows',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      access: {
        text: 'Access token lives {{lifetime}}. The policy allows {{limit}}: {{times}}. Without a deny list this is also how long a stolen token works. Issue it for {{limit}} at most and renew it with a refresh token.',
        severity: 'warning',
        confidence: 'certain',
      },
      refresh: {
        text: 'Refresh token lives {{lifetime}}. The policy allows {{limit}}: {{times}}. A stolen one buys access tokens all that time. Issue it for {{limit}} at most.',
        severity: 'warning',
        confidence: 'certain',
      },
      oneTime: {
        text: 'One-time token lives {{lifetime}}. The policy allows {{limit}}: {{times}}. Mailboxes, logs and browser histories keep such links. Issue it for {{limit}} at most.',
        severity: 'warning',
        confidence: 'certain',
      },
      code: {
        text: 'Authorization code lives {{lifetime}}. The limit is {{limit}}: {{times}}. A code passes through the browser and is redeemed at once. Issue it for {{limit}} at most.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [613], asvs: ['V6.5.5', 'V10.4.3', 'V10.4.8'], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const issue of context.operationsOf('token.issue')) {
      if (!judge(issue.lifetime, ({ kind }) => kind === 'known')) continue;
      const classified = tokenClass(issue, context);
      const settled = classified?.settled ? issue.at.range : undefined;
      const limitFor = ({ at }: Value): Limit | undefined => {
        const { only, not } = at.file === issue.module.file ? branchClass(at.range, issue.module, settled) : {};
        const found = only ?? classified?.class;
        return found === undefined || found === not ? undefined : limitOf(found, context.policy);
      };
      const bad = judge(issue.lifetime, (value) =>
        value.kind === 'known' && Number(value.value) > (limitFor(value)?.limit ?? Infinity) && !isInMilliseconds(value, context), PRODUCTION);
      const found = bad && limitFor(bad.culprit);
      if (bad?.culprit.kind !== 'known' || found === undefined) continue;
      const { messageId, limit } = found;
      const lifetime = Number(bad.culprit.value);
      yield {
        messageId,
        at: bad.culprit.at,
        data: { lifetime: formatSeconds(lifetime), limit: formatSeconds(limit), times: timesOver(lifetime, limit) },
        trace: traceOf(issue, bad.culprit),
        confidence: weakest(bad.confidence, classified?.assumed || issue.likely ? 'likely' : 'certain'),
        suggestions: [setOption(context, issue, 'lifetime', bad.culprit, { seconds: limit })],
      };
    }
  },
};

/** What is too long by its unit alone is a mistake of another kind. */
function isInMilliseconds(value: Known, { evaluator }: RuleContext): boolean {
  return unitSlip(value, evaluator)?.kind === 'milliseconds';
}

interface Limit {
  readonly messageId: MessageId;
  readonly limit: number;
}

/** The limit in seconds of a class of tokens; ID tokens are read once at login, and other tokens have no limit. */
function limitOf(tokenClass: TokenClass, { ttl }: Policy): Limit | undefined {
  switch (tokenClass) {
    case 'access':
      return { messageId: 'access', limit: ttl.access };
    case 'refresh':
      return { messageId: 'refresh', limit: ttl.refresh };
    case 'one-time':
      return { messageId: 'oneTime', limit: ttl.oneTime };
    case 'code':
      return { messageId: 'code', limit: ttl.authorizationCode };
    case 'id':
    case 'other':
      return undefined;
  }
}
