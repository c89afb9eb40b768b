import { inReadersUnit, inSeconds } from '../src/analysis/duration-edits.js';
import type { Confidence } from '../src/analysis/finding.js';
import { judge, weakest, type Judgement } from '../src/analysis/judge.js';
import { claimsOf } from '../src/analysis/questions/claims.js';
import { isMillisecondsSince1970, isSpan, unitSlip, type SpanUse, type UnitSlip } from '../src/analysis/questions/duration-units.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { versionText } from '../src/analysis/operations/versions.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds } from '../src/domain/durations.js';

type MessageId = 'text' | 'plainText' | 'milliseconds' | 'seconds' | 'month' | 'span' | 'clock' | 'clockSeconds' | 'issuedAt' | 'joined';

const CERTAIN_ERROR = { severity: 'error', confidence: 'certain' } as const;

export const jwtExpiryUnits: Rule<MessageId> = {
  meta: {
    id: 'jwt-expiry-units',
    description: 'Lifetimes and expiry times of tokens must be in the unit that the library reads',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      text: {
        text: "The {{field}} '{{text}}' is a text without a unit, which {{library}} reads as milliseconds: {{read}}. As a number it would be {{meant}}. Write a unit ('{{text}}s') or a number.",
        ...CERTAIN_ERROR,
      },
      plainText: {
        text: "The {{field}} '{{text}}' is a text without a unit, which {{library}} reads as milliseconds: {{read}}. The same as a number would be {{meant}}. Write the unit ('{{text}}ms').",
        severity: 'info',
        confidence: 'certain',
      },
      milliseconds: {
        text: 'The {{field}} {{number}} is read by {{library}} as seconds: {{read}}. As milliseconds it would be {{meant}}, and a stolen token works a thousand times longer than that. Divide it by 1000.',
        severity: 'error',
        confidence: 'likely',
      },
      seconds: {
        text: 'The {{field}} {{number}} is read by {{library}} as milliseconds: {{read}}. As seconds it would be {{meant}}. Multiply it by 1000, or write it with a unit.',
        ...CERTAIN_ERROR,
      },
      month: {
        text: "The {{field}} '{{text}}' is {{read}}: `M` stands for minutes, and {{library}} knows no months. Write it in days.",
        severity: 'error',
        confidence: 'likely',
      },
      span: {
        text: 'The expiry {{number}} is read by {{library}} as a point in time, in seconds since 1970: {{date}}. The token has expired before it is issued. Add the present time in seconds, or write a span with a unit.',
        ...CERTAIN_ERROR,
      },
      clock: {
        text: 'The expiry is in milliseconds since 1970, and {{library}} reads it as seconds: a time more than 50000 years away. A stolen token never stops working. Divide it by 1000 and round it down.',
        ...CERTAIN_ERROR,
      },
      clockSeconds: {
        text: 'The expiry is in seconds, and {{library}} reads it as milliseconds since 1970: a time in January 1970. The token has expired before it is issued. Multiply it by 1000.',
        ...CERTAIN_ERROR,
      },
      issuedAt: {
        text: '`iat` is in milliseconds since 1970, and {{library}} counts the lifetime from it as seconds: the token expires more than 50000 years away. A stolen token never stops working. Divide it by 1000 and round it down, or leave it out.',
        ...CERTAIN_ERROR,
      },
      joined: {
        text: "The clock tolerance '{{text}}' is a text, which {{library}} puts behind the digits of `exp` instead of adding it. Tokens stay valid after their `exp`. Write a number of seconds.",
        ...CERTAIN_ERROR,
      },
    },
    standards: { cwe: [613], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const issue of context.operationsOf('token.issue')) {
      yield* slips(context, issue, 'lifetime', issue.lifetime, 'lifetime');
      if (issue.facts.countsFromIat && alternatives(issue.lifetime).every(({ value }) => isSpan(value))) yield* issuedAt(context, issue);
    }
    for (const verify of context.operationsOf('token.verify')) {
      yield* slips(context, verify, 'maxAge', verify.maxAge, 'greatest age');
      yield* slips(context, verify, 'clockTolerance', verify.clockTolerance, 'clock tolerance', verify.facts.addsTolerance ? 'added' : 'tolerance');
    }
  },
};

type TokenOperation = OperationOf<'token.issue'> | OperationOf<'token.verify'>;

function* slips(context: RuleContext, operation: TokenOperation, field: string, value: Value, name: string, use?: SpanUse): Iterable<Problem<MessageId>> {
  const { evaluator } = context;
  const bad = judge(value, (one) => unitSlip(one, evaluator, use) !== undefined);
  const slip = bad && unitSlip(bad.culprit, evaluator, use);
  if (bad === undefined || slip === undefined) return;
  const isGuess = slip.kind === 'month' || (slip.kind === 'milliseconds' && !slip.written);
  const suggestions = [inReadersUnit(context, operation, field, bad.culprit, slip)];
  yield { ...problem(operation, bad, slip.kind, { field: name, ...figures(slip) }, isGuess ? 'likely' : 'certain'), suggestions };
}

/** `iat` moves the expiry along. */
function* issuedAt(context: RuleContext, issue: OperationOf<'token.issue'>): Iterable<Problem<MessageId>> {
  const claim = claimsOf(context.evaluator, issue.payload).find(({ path }) => path === 'iat');
  const bad = claim && judge(claim.value, isMillisecondsSince1970);
  if (bad !== undefined) yield { ...problem(issue, bad, 'issuedAt'), suggestions: [inSeconds(context, issue, bad.culprit)] };
}

function problem(
  operation: TokenOperation,
  { culprit, confidence }: Judgement,
  messageId: MessageId,
  data: Readonly<Record<string, string | number>> = {},
  atMost: Confidence = 'certain',
): Problem<MessageId> {
  return {
    messageId,
    at: culprit.at,
    data: { ...data, library: versionText(operation.library, operation.version) },
    trace: traceOf(operation, culprit),
    confidence: weakest(confidence, atMost, operation.likely ? 'likely' : 'certain'),
  };
}

function figures(slip: UnitSlip): Record<string, string | number> {
  const { kind, ...rest } = slip;
  if (kind === 'span') return { number: slip.number, date: new Date(slip.number * 1000).toISOString().slice(0, 10) };
  const spans = Object.entries(rest).map(([name, figure]) => [name, name === 'read' || name === 'meant' ? formatSeconds(Number(figure)) : String(figure)]);
  return Object.fromEntries(spans) as Record<string, string>;
}
