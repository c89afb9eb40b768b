import type { Value } from '../src/analysis/evaluate/values.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { echoedOrigins } from '../src/analysis/questions/echoed-origins.js';
import { openOrigins } from '../src/analysis/questions/origins.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';

type MessageId = 'any' | 'null' | 'pattern' | 'echoed';

const CONSEQUENCE = "can send requests with a visitor's cookies and read the answers";

export const transportCorsCredentials: Rule<MessageId> = {
  meta: {
    id: 'transport-cors-credentials',
    description: 'Answers to requests with cookies must be readable for listed origins only',
    scope: 'file',
    messages: {
      any: {
        text: `{{library}} reflects every origin here and allows credentials. Any website ${CONSEQUENCE}. List the origins that may.`,
        severity: 'error',
        confidence: 'certain',
      },
      null: {
        text: `{{library}} allows the origin \`null\` with credentials. Sandboxed frames and local files of anybody have that origin: any website ${CONSEQUENCE}. Remove it.`,
        severity: 'error',
        confidence: 'certain',
      },
      pattern: {
        text: `This pattern also matches \`{{foreign}}\`, and {{library}} allows credentials. Whoever registers that name ${CONSEQUENCE}. List the origins, or anchor the pattern with \`^\` and \`$\` and escape its dots.`,
        severity: 'error',
        confidence: 'certain',
      },
      echoed: {
        text: `The request's \`Origin\` is sent back as the allowed one, with credentials, and nothing checks it. Any website ${CONSEQUENCE}. Send it back only when it is in a list.`,
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [942, 346], asvs: ['V3.4.2'], owasp: ['A05:2021', 'A02:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of context.operationsOf('cors.configure')) {
      const problem = problemOf(operation, context);
      if (problem !== undefined) yield problem;
    }
    for (const header of echoedOrigins(context)) {
      if (isDevelopmentOnly(header.node, header.module, context.evaluator)) continue;
      yield { messageId: 'echoed', at: header.at, trace: [step(header.at, 'sends the origin of the request back')] };
    }
  },
};

function problemOf(operation: OperationOf<'cors.configure'>, { evaluator }: RuleContext): Problem<MessageId> | undefined {
  const { origin, credentials, facts, library, node, module } = operation;
  const sent = judge(credentials, (value) => value.kind === 'known' && value.value === true, { productionOnly: true });
  if (sent === undefined) return undefined;
  const openIn = (value: Value) => openOrigins(value, facts, evaluator);
  const judged = judge(origin, (value) => openIn(value) !== undefined, { productionOnly: true });
  const open = judged === undefined ? undefined : openIn(judged.culprit);
  if (judged === undefined || open === undefined || isDevelopmentOnly(node, module, evaluator)) return undefined;
  return {
    messageId: open.how,
    at: open.by.at,
    data: { library, foreign: open.foreign ?? '' },
    trace: traceOf(operation, open.by),
    confidence: weakest(judged.confidence, sent.confidence, ...(operation.likely ? ['likely' as const] : [])),
  };
}
