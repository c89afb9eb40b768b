import type { OperationOf } from '../src/analysis/operations/operations.js';
import { judge } from '../src/analysis/judge.js';
import { failureBranches, type FailureBranch } from '../src/analysis/questions/failure-branches.js';
import { outcomeOf, type Outcome } from '../src/analysis/questions/failure-outcomes.js';
import { isGuard, isOptional, readsRequest, saysYesToFailure } from '../src/analysis/questions/guard-functions.js';
import { returningHandlers } from '../src/analysis/questions/handle-request.js';
import { behindOptionalChecks, unasked } from '../src/analysis/questions/principal-tests.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';

type MessageId = 'goesOn' | 'unguarded' | 'yes' | 'claims' | 'user' | 'optional' | 'handleRequest' | 'swallowed';

const WHICH: Readonly<Record<string, string>> = {
  invalid: 'requests pass whatever is wrong with their token',
  missing: 'requests without a token pass',
};

export const jwtNoFailOpen: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-fail-open',
    description: 'A request whose token fails the verification must be refused',
    scope: 'file',
    messages: {
      goesOn: {
        text: 'A request goes on although its token has failed the verification. This middleware is there to refuse strangers, and any text in place of a token gets past it. Answer 401 where the verification fails.',
        severity: 'error',
        confidence: 'likely',
      },
      unguarded: {
        text: 'A request goes on although its token has failed the verification, and none of the {{routes}} routes of the application asks who is there. Answer 401 where the verification fails, or test the user in every handler.',
        severity: 'error',
        confidence: 'likely',
      },
      yes: {
        text: 'A token that fails the verification counts as valid: the code says yes where the verification fails. Anybody can send such a token. Say no there, or let the error through.',
        severity: 'error',
        confidence: 'likely',
      },
      claims: {
        text: 'Where the verification fails, the claims are read from the token without it. Anybody can write a token that says so. Refuse the request there.',
        severity: 'error',
        confidence: 'likely',
      },
      user: {
        text: 'Where the verification fails, the request is given a user all the same. What is behind takes it for somebody who has logged in. Leave the user out there, or answer 401.',
        severity: 'error',
        confidence: 'likely',
      },
      optional: {
        text: 'By this option of {{library}} {{which}}{{behind}}. Leave it out, or test the user in every handler.',
        severity: 'error',
        confidence: 'likely',
      },
      handleRequest: {
        text: 'This `handleRequest` returns the user and never throws, so that the guard lets everybody pass{{behind}}. Throw where there is an error or no user.',
        severity: 'error',
        confidence: 'likely',
      },
      swallowed: {
        text: 'A token that fails the verification counts as none here: the error goes no further. Make sure that all that is behind tests the user, and write failed verifications down.',
        severity: 'info',
        confidence: 'review',
      },
    },
    standards: { cwe: [636, 755], asvs: ['V9.1.1', 'V16.5.3'], rfc: ['RFC 8725 3.3'], owasp: ['A10:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const branch of failureBranches(context)) {
      const outcome = sideOf(branch.module, context.evaluator.project.host) === 'browser' ? undefined : outcomeOf(branch, context);
      const problem = outcome === undefined ? undefined : problemOf(branch, outcome, context);
      if (problem !== undefined) yield problem;
    }
    if (context.wholeProject) yield* configured(context);
  },
};

function problemOf(branch: FailureBranch, outcome: Outcome, context: RuleContext): Problem<MessageId> | undefined {
  const { verify, node, module } = branch;
  const at = module.place(outcome.node.kind === 'call' ? outcome.node.callee.range : outcome.node.range);
  const around = node === verify.node ? [] : [step(module.place((node as typeof outcome.node).range), 'its error comes out here')];
  const problem = (messageId: MessageId, data = {}): Problem<MessageId> => ({ messageId, at, data, trace: [...traceOf(verify), ...around, step(at, 'and the failure ends here')] });
  switch (outcome.kind) {
    case 'claims':
    case 'user':
      return isOptional(node, module) ? undefined : problem(outcome.kind);
    case 'yes':
      return saysYesToFailure(branch) ? undefined : problem('yes');
    case 'goesOn': {
      if (isGuard(branch, outcome.node)) return problem('goesOn');
      const behind = behindOptionalChecks(context, module);
      if (behind.kind === 'untested' && !isOptional(node, module)) return problem('unguarded', { routes: behind.routes });
      return problem('swallowed');
    }
    case 'nothing':
      return readsRequest(node, module) ? problem('swallowed') : undefined;
  }
}

/** What lets requests pass by an option, or an override, that says so. */
function* configured(context: RuleContext): Iterable<Problem<MessageId>> {
  for (const guard of context.operationsOf('auth.guard')) {
    const judgement = judge(guard.optional, (value) => whichOf(value) !== undefined);
    const found = judgement === undefined ? undefined : unasked(guard.module, context);
    if (judgement === undefined || found === undefined) continue;
    const { culprit } = judgement;
    const data = { behind: found.behind, library: guard.library, which: whichOf(culprit) ?? '' };
    yield { messageId: 'optional', at: culprit.at, data, trace: traceOf(guard, culprit), confidence: found.confidence };
  }
  for (const { at, node, module } of returningHandlers(context)) {
    const found = isOptional(node, module) ? undefined : unasked(module, context);
    if (found !== undefined) yield { messageId: 'handleRequest', at, data: { behind: found.behind }, trace: [step(at, 'overrides what refuses')], confidence: found.confidence };
  }
}

function whichOf(value: OperationOf<'auth.guard'>['optional']): string | undefined {
  return value.kind === 'known' ? WHICH[String(value.value)] : undefined;
}
