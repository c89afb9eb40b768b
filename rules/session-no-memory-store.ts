import { mayHoldLogin } from '../src/analysis/questions/cookies.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { judge } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'missing' | 'chosen';

type Session = OperationOf<'session.configure'>;

const HARM = 'A restart logs everybody out, a second process knows none of them, and the memory grows with every session.';
const REMEDY = 'a store that all processes share, such as Redis or the database.';

export const sessionNoMemoryStore: Rule<MessageId> = {
  meta: {
    id: 'session-no-memory-store',
    description: 'Sessions must not be kept in the memory of the process',
    scope: 'file',
    messages: {
      missing: {
        text: `No \`store\` is given, and without one {{library}} keeps the sessions in the memory of the process{{visitors}}. ${HARM} Give it ${REMEDY}`,
        severity: 'warning',
        confidence: 'certain',
      },
      chosen: {
        text: `\`{{store}}\` keeps the sessions in the memory of the process{{visitors}}. ${HARM} Use ${REMEDY}`,
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [770] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const session of context.operationsOf('session.configure')) {
      const { node, module, store, library, likely } = session;
      const bad = judge(store, (value) => storeName(value, session) !== undefined || isNone(value, session), { productionOnly: true });
      // Where only some alternatives are bad, whoever deploys it chooses.
      if (bad?.confidence !== 'certain' || !mayHoldLogin(session)) continue;
      if (isDevelopmentOnly(node, module, context.evaluator)) continue;
      const { culprit } = bad;
      const name = storeName(culprit, session);
      yield {
        messageId: name === undefined ? 'missing' : 'chosen',
        at: culprit.at,
        data: { library, store: name ?? '', visitors: visitors(session) },
        trace: traceOf(session, culprit),
        confidence: likely ? 'likely' : 'certain',
      };
    }
  },
};

/** The library then takes its own: nothing, `null`, `undefined`. */
function isNone(value: Value, { facts: { memoryStores } }: Session): boolean {
  if (value.kind !== 'known' || memoryStores === undefined) return false;
  return value.defaultOf !== undefined ? value.value === 'memory' : truthiness(value) === false;
}

/** The export by whose use the code chooses the memory. */
function storeName(value: Value, { library, facts: { memoryStores = [] } }: Session): string | undefined {
  if (value.kind === 'known' && value.defaultOf === undefined && value.value === 'memory') return memoryStores[0];
  if (value.kind !== 'external' || value.package !== library) return undefined;
  return memoryStores.find((name) => value.path === `${name}#`);
}

function visitors({ saveUninitialized }: Session): string {
  const isOn = saveUninitialized.kind === 'known' && saveUninitialized.value === true;
  return isOn ? ', one for every request that comes without a cookie' : '';
}
