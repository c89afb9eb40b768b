import { removeOption, setOption } from '../src/analysis/edits.js';
import type { Repair } from '../src/analysis/finding.js';
import { judge } from '../src/analysis/judge.js';
import { sourcesOf } from '../src/analysis/operations/fields.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { mayHold } from '../src/analysis/operations/versions.js';
import { isChosenInDevelopment } from '../src/analysis/questions/development-only.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import { storeOf } from '../src/analysis/questions/stores.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'chosen' | 'default';

type Cache = OperationOf<'token.cache'>;

const HARM = 'Every script on the origin can get at them{{stays}}.';
const REMEDY = 'Keep them in the memory{{memory}}, or keep the session in an HttpOnly cookie that a server sets.';

export const storageSdkCacheLocation: Rule<MessageId> = {
  meta: {
    id: 'storage-sdk-cache-location',
    description: 'Libraries for logins must not keep their tokens in localStorage',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      chosen: {
        text: `{{option}} moves the tokens of {{library}} {{from}}into localStorage. ${HARM} ${REMEDY}`,
        severity: 'warning',
        confidence: 'certain',
      },
      default: {
        text: `No store is chosen, and {{library}} keeps its tokens in localStorage. ${HARM} ${REMEDY}`,
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [922], asvs: ['V10.1.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const cache of context.operationsOf('token.cache')) {
      const { facts: { inMemory, endsWithSession }, library, likely, version } = cache;
      if (truthiness(cache.persistent) !== true) continue;
      const bad = judge(cache.store, (value) => storeOf(value, context.evaluator)?.name === 'localStorage', { productionOnly: true });
      if (bad === undefined || isChosenInDevelopment(bad.culprit, context.evaluator)) continue;
      const { culprit, confidence } = bad;
      const isDefault = culprit.kind === 'known' && culprit.defaultOf !== undefined;
      if (isDefault && !isInPage(cache, context)) continue;
      const { by, at } = storeOf(culprit, context.evaluator) ?? { by: culprit, at: culprit.at };
      yield {
        messageId: isDefault ? 'default' : 'chosen',
        at,
        data: {
          option: optionName(cache),
          library,
          from: before(cache),
          stays: endsWithSession !== undefined && mayHold(version, endsWithSession) ? '' : ', and they stay there after the browser is closed',
          memory: inMemory === undefined ? '' : ` (\`'${inMemory}'\`)`,
        },
        trace: traceOf(cache, by),
        confidence: likely || isDefault ? 'likely' : confidence,
        suggestions: suggestions(context, cache, culprit),
      };
    }
  },
};

/** A server has no localStorage, and an app on a device brings a store of its own. */
function isInPage({ module }: Cache, { evaluator: { project: { host } } }: RuleContext): boolean {
  return sideOf(module, host) === 'browser' && !host.dependsOn('react-native', module.file);
}

function optionName({ sources }: Cache): string {
  const source = sourcesOf(sources?.['store']).at(-1);
  const path = source !== undefined && 'path' in source ? source.path : undefined;
  return path === undefined ? 'What is given here' : `\`${path.slice(path.lastIndexOf('.') + 1)}\``;
}

/** Where the library keeps tokens by itself, if that is another place. */
function defaultStore({ sources }: Cache): string | undefined {
  const assumed = sources?.['store']?.default;
  return typeof assumed === 'string' && assumed !== 'localStorage' ? assumed : undefined;
}

function before(cache: Cache): string {
  const store = defaultStore(cache);
  return store === undefined ? '' : `from ${store === 'memory' ? 'the memory' : store} `;
}

/** The memory where an option says so, nothing kept, else the library's own choice. */
function suggestions(context: RuleContext, cache: Cache, culprit: Value): (Repair | undefined)[] {
  const { facts: { inMemory }, persistent } = cache;
  const own = defaultStore(cache);
  return [
    inMemory === undefined ? undefined : setOption(context, cache, 'store', culprit, inMemory),
    setOption(context, cache, 'persistent', persistent, false),
    own === undefined || own === 'memory' && inMemory !== undefined ? undefined : removeOption(context, cache, 'store', culprit),
  ];
}
