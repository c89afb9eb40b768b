import type { Analysis } from '../src/analysis/analyse.js';
import { isSamePlace } from '../src/analysis/finding.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { argumentOf, decidedAt } from '../src/analysis/questions/decided-at.js';
import { saidAt } from '../src/analysis/questions/persisted.js';
import { persistedCredentials } from '../src/analysis/questions/persisted-credentials.js';
import { scriptStore } from '../src/analysis/questions/script-stores.js';
import { keysSentAsCredentials } from '../src/analysis/questions/sent-credentials.js';
import { decidingArgument, storedCredential } from '../src/analysis/questions/stored-credentials.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { textsOf } from '../src/analysis/naming.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'local' | 'session' | 'extension' | 'extensionSession' | 'global' | 'persisted';

const INSTEAD = 'Keep access tokens in memory, and what must survive a reload in an HttpOnly cookie.';

/** Stores that are not on the disk for every script of the origin. */
const MESSAGES: Readonly<Record<string, MessageId>> = {
  sessionStorage: 'session',
  'chrome.storage.local': 'extension',
  'chrome.storage.sync': 'extension',
  'chrome.storage.session': 'extensionSession',
  window: 'global',
};

/** Members of a state that a message names. */
const MAX_NAMED = 3;

export const storageNoScriptReadableToken: Rule<MessageId> = {
  meta: {
    id: 'storage-no-script-readable-token',
    description: 'Tokens must not be kept where every script of the page can read them',
    scope: 'file',
    messages: {
      local: {
        text: `{{what}} is kept in {{store}}. Every script on the origin can read it, and it stays there after the browser is closed. ${INSTEAD}`,
        severity: 'error',
        confidence: 'likely',
      },
      session: {
        text: `{{what}} is kept in {{store}}. Every script on the page can read it until the tab is closed. ${INSTEAD}`,
        severity: 'warning',
        confidence: 'likely',
      },
      extension: {
        text: '{{what}} is kept in {{store}}. It is not encrypted there, stays after the browser is closed, and content scripts can read it unless `setAccessLevel` keeps them out. Keep it in `storage.session`, which is in memory only.',
        severity: 'error',
        confidence: 'likely',
      },
      extensionSession: {
        text: '{{what}} is kept in {{store}}. It is in memory, but every page of the extension can read it until the browser is closed. Keep short-lived tokens there only.',
        severity: 'warning',
        confidence: 'likely',
      },
      global: {
        text: '{{what}} is a global variable. Every script on the page can read it by its name. Keep it in a variable of a module.',
        severity: 'warning',
        confidence: 'likely',
      },
      persisted: {
        text: `{{what}} in the state that {{library}} keeps in {{store}}. Every script on the origin can read it there. Leave it out of what is kept. ${INSTEAD}`,
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [922], asvs: ['V3.3.4', 'V10.1.1'], nist: ['5.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const found = new Map<string, Problem<MessageId>>();
    let sent: ReadonlySet<string> | undefined;
    const keysSent = (): ReadonlySet<string> => (sent ??= keysSentAsCredentials(context));
    const problems = [
      ...context.operationsOf('storage.write').filter(({ facts }) => facts.native === undefined).map((write) => written(write, context, keysSent)),
      ...context.operationsOf('state.persist').map((operation) => persisted(operation, context)),
    ];
    for (const problem of problems) {
      if (problem === undefined) continue;
      const place = `${problem.at.file} ${problem.at.range[0]}`;
      // One call that writes into either store is one finding.
      if (!found.has(place) || problem.messageId === 'local') found.set(place, problem);
    }
    yield* found.values();
  },
};

/**
 * What is wrong with a write, else with the function that it stands in: one that stores a token whatever it is called
 * with does so, even where the calls that can be seen pass it a literal. Other calls may decide the rest.
 */
function written(write: OperationOf<'storage.write'>, analysis: Analysis, keysSent: () => ReadonlySet<string>): Problem<MessageId> | undefined {
  const { inner } = write;
  return kept(write, analysis, keysSent) ??
    (inner?.kind === 'storage.write' ? written(inner, { ...analysis, wholeProject: false }, keysSent) : undefined);
}

function kept(write: OperationOf<'storage.write'>, analysis: Analysis, keysSent: () => ReadonlySet<string>): Problem<MessageId> | undefined {
  const credential = storedCredential(write, keysSent);
  const at = credential && decidedAt(analysis, write, decidingArgument(write, keysSent));
  if (credential === undefined || at === undefined) return undefined;
  const { confidence, name, value } = credential;
  const store = textsOf(write.store)[0] ?? 'localStorage';
  const data = { what: named(name), store };
  return { messageId: MESSAGES[store] ?? 'local', at, data, trace: traceOf(write, value), confidence };
}

function persisted(operation: OperationOf<'state.persist'>, analysis: Analysis): Problem<MessageId> | undefined {
  const { library } = operation;
  const store = scriptStore(operation.store, analysis.evaluator);
  const credentials = store === undefined ? [] : persistedCredentials(operation, analysis.evaluator);
  const [first] = credentials;
  if (store === undefined || first === undefined) return undefined;
  const isWhole = first.path.length === 0;
  const decided = decidedAt(analysis, operation, argumentOf(operation, isWhole ? 'key' : 'state'));
  if (decided === undefined) return undefined;
  const at = isSamePlace(decided, operation.at) ? saidAt(operation, first) : decided;
  const trace = traceOf(operation, first.value);
  if (isWhole) return { messageId: MESSAGES[store] ?? 'local', at, data: { what: named(textsOf(operation.key)[0]), store }, trace };
  const names = credentials.slice(0, MAX_NAMED).map(({ path }) => `\`${path.join('.')}\``);
  const data = { what: `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`, library, store: store === 'cookie' ? 'a cookie' : store };
  return { messageId: 'persisted', at, data, trace, ...(store === 'sessionStorage' ? { severity: 'warning' as const } : {}) };
}

function named(name: string | undefined): string {
  return name === undefined ? 'A token' : `\`${name}\``;
}
