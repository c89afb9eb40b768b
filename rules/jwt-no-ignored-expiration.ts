import { expiryCatches } from '../src/analysis/questions/expiry-catches.js';
import { removeOption } from '../src/analysis/edits.js';
import type { Severity } from '../src/analysis/finding.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { issuedWith } from '../src/analysis/questions/issued-with.js';
import { servesOnly } from '../src/analysis/questions/surroundings.js';
import { step, traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds } from '../src/domain/durations.js';

type MessageId = 'expiration' | 'notBefore' | 'fixedDate' | 'caught';
type One = Exclude<Value, { kind: 'union' }>;

const ENDING_OR_RENEWING = ['logout', 'logoff', 'signout', 'revoke', 'refresh', 'renew'];

export const jwtNoIgnoredExpiration: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-ignored-expiration',
    description: 'Token verification must check when the token expires and begins',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      expiration: {
        text: '`ignoreExpiration` is on. Tokens stay valid after their {{expiry}}, so that a stolen one works until the signing key changes. Remove the option.',
        severity: 'error',
        confidence: 'certain',
      },
      notBefore: {
        text: '`ignoreNotBefore` is on. Tokens are valid before their `nbf`. Remove the option.',
        severity: 'error',
        confidence: 'certain',
      },
      fixedDate: {
        text: 'The date that `exp` is compared with never changes. Tokens stay valid after their {{expiry}}, so that a stolen one works until the signing key changes. Remove the option.',
        severity: 'error',
        confidence: 'certain',
      },
      caught: {
        text: 'An expired token is accepted all the same: the error of its verification is caught and {{effect}}. A stolen token works after its `exp`. Answer with 401.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [613], asvs: ['V9.2.1'], owasp: ['A07:2021', 'A07:2025'], api: ['API2:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const verify of context.operationsOf('token.verify')) {
      yield* option(context, verify, 'expiration', 'ignoreExpiration', isOn);
      yield* option(context, verify, 'notBefore', 'ignoreNotBefore', isOn);
      yield* option(context, verify, 'fixedDate', 'currentDate', isFixed);
    }
    for (const { at, effect, verified } of expiryCatches(context)) {
      yield { messageId: 'caught', at, data: { effect }, trace: [step(verified, 'the token is verified here'), step(at, effect)] };
    }
  },
};

function* option(
  context: RuleContext,
  verify: OperationOf<'token.verify'>,
  messageId: MessageId,
  field: 'ignoreExpiration' | 'ignoreNotBefore' | 'currentDate',
  isBad: (value: One) => boolean,
): Iterable<Problem<MessageId>> {
  const bad = judge(verify[field], isBad);
  if (bad === undefined) return;
  yield {
    messageId,
    at: bad.culprit.at,
    data: { expiry: expiryOf(context, verify) },
    trace: traceOf(verify, bad.culprit),
    confidence: weakest(bad.confidence, verify.likely ? 'likely' : 'certain'),
    ...severityOf(context, verify),
    suggestions: [removeOption(context, verify, field, bad.culprit)],
  };
}

/** Ending a session or renewing it needs an expired token's id, and takes nothing else from it. */
function severityOf({ callSites }: RuleContext, verify: OperationOf<'token.verify'>): { severity?: Severity } {
  return servesOnly(verify, ENDING_OR_RENEWING, callSites) ? { severity: 'info' } : {};
}

/** With the lifetime that tokens of the same key are issued with, where it is known and the same for all. */
function expiryOf(context: RuleContext, { key }: OperationOf<'token.verify'>): string {
  const issued = issuedWith(context, key).map(({ lifetime }) => lifetime);
  const lifetimes = new Set(issued.map((lifetime) => (lifetime.kind === 'known' ? Number(lifetime.value) : undefined)));
  const [only] = lifetimes;
  return lifetimes.size === 1 && only !== undefined ? `lifetime of ${formatSeconds(only)}` : '`exp`';
}

function isOn(value: One): boolean {
  return value.kind === 'known' && Boolean(value.value);
}

/** A date or number that does not move; zero counts as not given. */
function isFixed(value: One): boolean {
  return isOn(value) || (value.kind === 'derived' && value.operator === 'new Date' && value.operands[0]?.kind === 'known');
}
