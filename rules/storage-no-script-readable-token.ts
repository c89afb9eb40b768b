import { textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { persistedCredentials } from '../src/analysis/questions/persisted-credentials.js';
import { keysSentAsCredentials } from '../src/analysis/questions/sent-credentials.js';
import { called, storedCredential } from '../src/analysis/questions/stored-credentials.js';
import { isReadByScripts, storeOf } from '../src/analysis/questions/stores.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
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
      ...context.operationsOf('storage.write').filter(({ facts }) => !facts.native).map((write) => written(write, context, keysSent)),
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

function written(operation: OperationOf<'storage.write'>, context: RuleContext, keysSent: () => ReadonlySet<string>): Problem<MessageId> | undefined {
  const credential = storedCredential(operation, context, keysSent);
  if (credential === undefined) return undefined;
  const { write, name, value, at, confidence } = credential;
  const store = textsOf(write.store)[0] ?? 'localStorage';
  return { messageId: MESSAGES[store] ?? 'local', at, data: { what: called(name), store }, trace: traceOf(write, value), confidence };
}

function persisted(operation: OperationOf<'state.persist'>, context: RuleContext): Problem<MessageId> | undefined {
  const store = storeOf(operation.store, context.evaluator);
  const credentials = store !== undefined && isReadByScripts(store) ? persistedCredentials(operation, context) : undefined;
  if (store === undefined || credentials === undefined) return undefined;
  const { members, value, at } = credentials;
  const { name } = store;
  const trace = traceOf(operation, value);
  if (members === undefined) return { messageId: MESSAGES[name] ?? 'local', at, data: { what: called(textsOf(operation.key)[0]), store: name }, trace };
  const data = { what: members, library: operation.library, store: name === 'cookie' ? 'a cookie' : name };
  return { messageId: 'persisted', at, data, trace, ...(name === 'sessionStorage' ? { severity: 'warning' as const } : {}) };
}
