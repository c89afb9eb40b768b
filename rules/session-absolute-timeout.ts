import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { mayHoldLogin } from '../src/analysis/questions/cookies.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { capsSessions, sealsSession } from '../src/analysis/questions/session-ends.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, truthiness, type Value } from '../src/analysis/evaluate/values.js';
import { formatSeconds } from '../src/domain/durations.js';

type MessageId = 'endless' | 'sliding' | 'slidingByDefault' | 'touched';

type Session = OperationOf<'session.configure'>;
type Kept = Session | OperationOf<'session.store'> | OperationOf<'data.seal'>;

const LIMIT = 'NIST asks for a new login after 24 h however much a session is used (AAL2).';
const REMEDY = 'Note in the session when the login was, and refuse the session 24 h later.';

export const sessionAbsoluteTimeout: Rule<MessageId> = {
  meta: {
    id: 'session-absolute-timeout',
    description: 'Sessions must end some time, however much they are used',
    scope: 'project',
    messages: {
      endless: {
        text: 'Sessions never end here: {{what}}. {{limit}} Whoever has got hold of a copy of the cookie is the user for good. Set a lifetime.',
        severity: 'error',
        confidence: 'certain',
      },
      sliding: {
        text: `Every use renews the session{{lifetime}}, and nothing in the project ends it for good. ${LIMIT} Whoever has stolen a session keeps it for as long as they use it. ${REMEDY}`,
        severity: 'warning',
        confidence: 'likely',
      },
      slidingByDefault: {
        text: `{{library}} renews a session that is used{{lifetime}}, and nothing in the project ends it for good. ${LIMIT} Whoever has stolen a session keeps it for as long as they use it. ${REMEDY}`,
        severity: 'info',
        confidence: 'likely',
      },
      touched: {
        text: `{{library}} begins the lifetime of a session in the store anew with every request{{lifetime}}, and nothing in the project ends it for good. ${LIMIT} Whoever has copied the cookie keeps the session for as long as they use it. ${REMEDY}`,
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [613], asvs: ['V7.3.2'], nist: ['2.1.3', '2.2.3', '2.3.3'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const { operationsOf, evaluator } = context;
    const isServing = ({ node, module }: Kept): boolean => !isDevelopmentOnly(node, module, evaluator);
    const sessions = operationsOf('session.configure').filter((session) => mayHoldLogin(session) && isServing(session));
    const stores = operationsOf('session.store').filter(isServing);
    const kept: readonly Kept[] = [...sessions, ...stores, ...operationsOf('data.seal').filter((seal) => sealsSession(seal) && isServing(seal))];
    if (kept.length === 0 || !context.wholeProject || capsSessions(context)) return;
    for (const one of kept) yield* endless(one);
    const isUntouched = stores.some(({ touch }) => touch.kind === 'known' && touch.value === false);
    for (const session of sessions) yield* sliding(session, isUntouched);
  },
};

function* endless(operation: Kept): Iterable<Problem<MessageId>> {
  // Where there is a store, how long it keeps them is its own affair.
  const inStore = operation.kind === 'session.configure' && operation.facts.readable === true && operation.store.kind !== 'absent';
  const bad = inStore ? undefined : judge(operation.validity, (value) => value.kind === 'known' && value.value === 0, { productionOnly: true });
  if (bad === undefined) return;
  const { culprit } = bad;
  const isDefault = isDefaultOf(culprit);
  yield {
    messageId: 'endless',
    at: culprit.at,
    data: {
      what: isDefault ? `no lifetime is given, and ${operation.library} has none of its own` : `${operation.library} takes them for ever`,
      limit: LIMIT,
    },
    trace: traceOf(operation, culprit),
    confidence: weakest(bad.confidence, operation.likely || operation.kind === 'data.seal' ? 'likely' : 'certain'),
  };
}

function* sliding(session: Session, isUntouched: boolean): Iterable<Problem<MessageId>> {
  const { library, rolling, absolute, maxAge, store } = session;
  if (!alternatives(absolute).every(({ value }) => value.kind === 'absent' || truthiness(value) === false)) return;
  const hasLifetime = maxAge.kind === 'known' && typeof maxAge.value === 'number';
  const data = { library, lifetime: hasLifetime ? `, for another ${formatSeconds(maxAge.value)}` : '' };
  const isRolling = judge(rolling, (value) => truthiness(value) === true, { productionOnly: true });
  // Where the code chose it is where it has to change: that nothing ends a session, before that use renews it.
  const chosen = absolute.kind === 'known' ? absolute : isRolling?.culprit;
  if (chosen !== undefined && isRolling !== undefined) {
    const isDefault = isDefaultOf(chosen);
    // A session without a lifetime of its own is session-idle-timeout's.
    if (isDefault && !hasLifetime) return;
    const confidence = weakest(isRolling.confidence, 'likely');
    yield { messageId: isDefault ? 'slidingByDefault' : 'sliding', at: chosen.at, data, trace: traceOf(session, chosen), confidence };
  } else if (session.facts.touches === true && !isUntouched && hasLifetime && store.kind === 'external') {
    yield { messageId: 'touched', at: session.at, data, trace: traceOf(session) };
  }
}

function isDefaultOf(value: Value): boolean {
  return value.kind === 'known' && value.defaultOf !== undefined;
}
