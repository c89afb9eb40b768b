import type { Repair } from '../src/analysis/finding.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { awaited, callName, isIgnored, isMistaken, neglectOfPromise, refusesAnyway, type Neglect } from '../src/analysis/questions/neglected-checks.js';
import { promisedChecks } from '../src/analysis/questions/promised-checks.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { calleeRange, type Module } from '../src/analysis/evaluate/module.js';

type MessageId = 'tested' | 'compared' | 'predicate' | 'read' | 'kept' | 'dropped' | 'ignored';
/** Streams have methods of the same names that do wait; a promise may be waited for out of sight. */
const MAY_BE_MEANT: ReadonlySet<Neglect['kind']> = new Set<Neglect['kind']>(['predicate', 'kept']);

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
      predicate: {
        text: '`{{method}}` tests the promise of its function, in which `{{call}}` checks. A promise is always true, so that the check never refuses anybody. Make the checks before, with `Promise.all`, or in a loop that awaits.',
        severity: 'error',
        confidence: 'likely',
      },
      read: {
        text: '`{{call}}` gives a promise, which has no `{{member}}`. The code goes on with `undefined` before the check has refused. Await it first.',
        severity: 'error',
        confidence: 'certain',
      },
      kept: {
        text: '`{{call}}` gives a promise, which becomes `{{principal}}` as it is. The request goes on before the check has refused, and no name or role is in it. Await it.',
        severity: 'error',
        confidence: 'likely',
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
    standards: { cwe: [252, 287, 636], asvs: ['V9.1.1', 'V16.5.3'], owasp: ['A07:2021', 'A07:2025', 'A10:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const checks = (['token.verify', 'password.verify', 'auth.check'] as const).flatMap((kind): readonly Operation[] => context.operationsOf(kind));
    for (const check of checks) {
      yield* own(check, context);
      for (const { site, neglect, likely } of promisedChecks(check, context)) {
        if (mayBeKept(check, site.node, site.module, neglect, context)) continue;
        const trace = [...traceOf(check), step(site.module.place(calleeRange(site.node)), 'its function is called here')];
        yield problem(check, site.node, site.module, neglect, trace, likely);
      }
    }
  },
};

/** What becomes of the check's own result. */
function* own(check: Operation, context: RuleContext): Iterable<Problem<MessageId>> {
  const { node, module, result } = check;
  if (result === undefined || (node.kind !== 'call' && node.kind !== 'new')) return;
  // Whoever asks who is there need not do anything with the answer.
  const mayBeDropped = check.facts.readsSession === true;
  const neglect = result.promise ? neglectOfPromise(node, module) : undefined;
  if (neglect !== undefined) {
    const isMeant = (neglect.kind === 'dropped' && mayBeDropped) || mayBeKept(check, node, module, neglect, context);
    if (!isMeant) yield problem(check, node, module, neglect, traceOf(check));
  } else if (result.refusal === 'falsy' && !mayBeDropped && isIgnored(node, module) && !refusesAnyway(node, module)) {
    yield { messageId: 'ignored', at: check.at, data: { call: callName(node) }, trace: traceOf(check), confidence: check.likely ? 'likely' : 'certain' };
  }
}

/** A promise may be kept for whoever awaits it. */
function mayBeKept({ facts }: Operation, node: Call, module: Module, neglect: Neglect, { wholeProject, evaluator }: RuleContext): boolean {
  if (neglect.kind !== 'kept') return false;
  return facts.readsSession === true || !isMistaken(node, module, neglect.principal, wholeProject ? evaluator.project.loaded : [module]);
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
    data: {
      call: callName(node),
      method: neglect.kind === 'predicate' ? neglect.method : '',
      member: neglect.kind === 'read' ? neglect.member : '',
      principal: neglect.kind === 'kept' ? neglect.principal.text : '',
      next: isLost ? ' and test what it gives' : '',
    },
    trace,
    confidence: check.likely || isGuess || MAY_BE_MEANT.has(neglect.kind) ? 'likely' : 'certain',
    fix: repair,
  };
}
