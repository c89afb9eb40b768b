import type { Evaluator } from '../src/analysis/evaluate/evaluate.js';
import { registeredHandlers } from '../src/analysis/questions/handlers.js';
import { isLoginHandler } from '../src/analysis/questions/login-handlers.js';
import { functionName, textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { keepsSessionInCookie } from '../src/analysis/questions/session-renewal.js';
import { traceOf } from '../src/analysis/trace.js';
import { handlersWithoutRenewal } from '../src/analysis/questions/unrenewed.js';
import { truthiness } from '../src/analysis/evaluate/values.js';
import { holdsForAll, versionText } from '../src/analysis/operations/versions.js';
import { isPrincipalKey } from '../src/domain/login-names.js';

type MessageId = 'kept' | 'delegated' | 'infoKept';

const FIXATION = 'Whoever planted that id in the browser before the login is logged in as well (session fixation).';

export const sessionRegenerateOnLogin: Rule<MessageId> = {
  meta: {
    id: 'session-regenerate-on-login',
    description: 'A login must give the session a new id',
    scope: 'file',
    messages: {
      kept: {
        text: `{{handler}} writes \`{{key}}\` into the session that the visitor came with, and the session keeps its id. ${FIXATION} Call the session's \`regenerate\` and write when that is done.`,
        severity: 'error',
        confidence: 'likely',
      },
      delegated: {
        text: `{{library}} keeps the id of the session that the visitor came with. ${FIXATION} Upgrade to {{since}} or later, which makes a new one.`,
        severity: 'error',
        confidence: 'likely',
      },
      infoKept: {
        text: '`keepSessionInfo: true` carries what the session held before the login over into the new one. What an attacker put there counts for the user. Copy the members that are needed by name.',
        severity: 'info',
        confidence: 'certain',
      },
    },
    standards: { cwe: [384], asvs: ['V7.2.4'], owasp: ['A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    yield* delegatedLogins(context);
    const handlers = registeredHandlers(context.evaluator, context.operationsOf('route.register'));
    for (const write of context.operationsOf('session.write')) {
      const key = textsOf(write.key).find(isPrincipalKey);
      if (key === undefined || truthiness(write.value) === false || keepsSessionInCookie(context, write.module)) continue;
      for (const handler of handlersWithoutRenewal(context, handlers, write)) {
        if (!isLoginHandler(context, handler)) continue;
        const name = functionName(handler.function, handler.module);
        yield {
          messageId: 'kept',
          at: handler.module.place(handler.function.head),
          data: { handler: name === undefined ? 'This handler' : `\`${name}\``, key },
          trace: [...traceOf(write), ...handler.calls],
        };
      }
    }
  },
};

function* delegatedLogins(context: RuleContext): Iterable<Problem<MessageId>> {
  const { operationsOf, evaluator } = context;
  for (const login of operationsOf('login.delegate')) {
    const { keepSessionInfo: kept, session, version, facts } = login;
    if (session.kind !== 'known' || session.value !== true || keepsSessionInCookie(context, login.module)) continue;
    if (facts.callbackDecides === true && hasCallback(evaluator, login)) continue;
    if (facts.keepsSessionId !== undefined && holdsForAll(version, facts.keepsSessionId)) {
      const library = versionText(login.library, version);
      yield { messageId: 'delegated', at: login.at, data: { library, since: String(facts.renewsSince) }, trace: traceOf(login) };
    } else if (kept.kind === 'known' && kept.value === true) {
      yield { messageId: 'infoKept', at: kept.at, trace: traceOf(login, kept) };
    }
  }
}

function hasCallback(ev: Evaluator, { node, module }: OperationOf<'login.delegate'>): boolean {
  return node.kind === 'call' && node.args.some((argument) =>
    argument.kind !== 'spread' && ev.evaluate(argument, { module, frame: undefined }).kind === 'function');
}
