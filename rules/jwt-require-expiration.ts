import { claimsOf, type Claim } from '../src/analysis/questions/claims.js';
import { setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { partsOf } from '../src/analysis/operations/params.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { versionText } from '../src/analysis/operations/versions.js';
import { stems } from '../src/domain/words.js';

type MessageId = 'missing';

/** Seconds that the message names. */
const ACCESS_TOKEN_LIFETIME = 15 * 60;
/** Payloads of which it is known what they hold. */
const CLOSED: ReadonlySet<Value['kind']> = new Set(['object', 'instance', 'known', 'text']);
/** Claims of the code's own that end a token's life: `expiresAt`, `validUntil`. */
const EXPIRY_WORDS = new Set(['exp', 'expires', 'expiry', 'expiration', 'expire', 'until', 'deadline']);

export const jwtRequireExpiration: Rule<MessageId> = {
  meta: {
    id: 'jwt-require-expiration',
    description: 'Issued tokens must expire',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      missing: {
        text: 'The token has no `exp`. {{library}} adds none by itself. A stolen copy works until the signing key changes. Set an expiry, such as 15 minutes for an access token.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [613], asvs: ['V7.3.2', 'V7.4.1'], owasp: ['A07:2021', 'A07:2025'], api: ['API2:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const { operationsOf, evaluator } = context;
    for (const issue of operationsOf('token.issue')) {
      const missing = judge(issue.lifetime, ({ kind }) => kind === 'absent');
      if (missing === undefined) continue;
      // A payload that may be anything may bring its own `exp`.
      if (alternatives(issue.payload).some(({ value }) => !CLOSED.has(value.kind))) continue;
      if (claimsOf(evaluator, issue.payload).some(limitsLife)) continue;
      yield {
        messageId: 'missing',
        at: missing.culprit.at,
        data: { library: versionText(issue.library, issue.version) },
        trace: traceOf(issue, missing.culprit),
        confidence: weakest(missing.confidence, issue.likely ? 'likely' : 'certain'),
        // Only claims can have a lifetime; a payload of text cannot.
        suggestions: isClaims(issue.payload) ? [setOption(context, issue, 'lifetime', missing.culprit, { seconds: ACCESS_TOKEN_LIFETIME })] : [],
      };
    }
  },
};

function isClaims(payload: Value): boolean {
  return alternatives(payload).every(({ value }) => value.kind === 'object' || value.kind === 'instance');
}

/** An expiry of the code's own, or the time of issue, which a verification can hold against a limit. */
function limitsLife({ name, value }: Claim): boolean {
  const isNow = [...partsOf(value)].some(({ kind }) => kind === 'time');
  return stems(name).some((word) => EXPIRY_WORDS.has(word)) || (isNow && name !== 'iat');
}
