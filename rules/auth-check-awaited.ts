import type { Repair } from '../src/analysis/finding.js';
import { weakest } from '../src/analysis/judge.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { awaited, callName, isIgnored, neglectOfPromise, refusesAnyway, type Neglect } from '../src/analysis/questions/neglected-checks.js';
import { promisedChecks } from '../src/analysis/questions/promised-checks.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { calleeRange, type Module } from '../src/analysis/evaluate/module.js';

type MessageId = 'tested' | 'compared' | 'read' | 'dropped' | 'ignored';
type Call = Parameters<typeof calleeRange>[0];

export const authCheckAwaited: Rule<MessageId> = {
  meta: {
    id: 'auth-check-awaited',
    description: 'The result of an authentication check must be waited for and looked at',
    scope: 'file',
    fixable: true,
    messages: {
      tested: {
        text: '`{{call}}` gives a promise, and the promise itself is tested. A promise is always true, so that the check never refuses anybody. Await it.',
        severity: 'error',
        confidence: 'certain',
      },
      compared: {
        text: '`{{call}}` gives a promise, and the promise itself is compared. It equals nothing, whatever the check finds. Await it.',
        severity: 'error',
        confidence: 'certain',
      },
      read: {
        text: '`{{call}}` gives a promise, which has no `{{member}}`. The code goes on with `undefined` before the check has refused. Await it first.',
        severity: 'error',
        confidence: 'certain',
      },
      dropped: {
        text: 'Nobody waits for `{{call}}`. The code goes on before it has refused, and nobody sees it do so. Await it{{next}}.',
        severity: 'error',
        confidence: 'certain',
      },
      ignored: {
        text: 'Nobody looks at what `{{call}}` gives back. It refuses with a falsy value and does not throw, so that everybody passes. Test the result.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [252, 287, 636], asvs: ['V9.1.1', 'V16.5.3'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const checks = (['token.verify', 'password.verify', 'auth.check'] as const).flatMap((kind): readonly Operation[] => context.operationsOf(kind));
    for (const check of checks) {
      yield* own(check);
      for (const { site, neglect, likely } of promisedChecks(check, context)) {
        const trace = [...traceOf(check), step(site.module.place(calleeRange(site.node)), 'its function is called here')];
        yield problem(check, site.node, site.module, neglect, trace, likely);
      }
    }
  },
};

/** What becomes of the check's own result. */
function* own(check: Operation): Iterable<Problem<MessageId>> {
  const { node, module, result } = check;
  if (result === undefined || (node.kind !== 'call' && node.kind !== 'new')) return;
  // Whoever asks who is there need not do anything with the answer.
  const mayBeDropped = check.facts['readsSession'] === true;
  const neglect = result.promise ? neglectOfPromise(node, module) : undefined;
  if (neglect !== undefined) {
    if (neglect.kind !== 'dropped' || !mayBeDropped) yield problem(check, node, module, neglect, traceOf(check));
  } else if (result.refusal === 'falsy' && !mayBeDropped && isIgnored(node, module) && !refusesAnyway(node, module)) {
    yield { messageId: 'ignored', at: check.at, data: { call: callName(node) }, trace: traceOf(check), confidence: check.likely ? 'likely' : 'certain' };
  }
}

function problem(
  check: Operation,
  node: Call,
  module: Module,
  neglect: Neglect,
  trace: Problem['trace'],
  isGuess = false,
): Problem<MessageId> {
  const isLost = neglect.kind === 'dropped' && check.result?.refusal === 'falsy' && check.node === node;
  // A result that nobody looks at is no better for being waited for.
  const repair: Repair | undefined = isLost ? undefined : awaited(node, module, neglect);
  return {
    messageId: neglect.kind,
    at: module.place(calleeRange(node)),
    data: { call: callName(node), member: neglect.kind === 'read' ? neglect.member : '', next: isLost ? ' and test what it gives' : '' },
    trace,
    confidence: weakest(check.likely ? 'likely' : 'certain', isGuess ? 'likely' : 'certain'),
    fix: repair,
  };
}
