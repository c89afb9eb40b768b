import { removeOption } from '../src/analysis/edits.js';
import { judge } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { deviceStore, isAlwaysAccessible, mayBeEncrypted, weaknessOf } from '../src/analysis/questions/device-stores.js';
import { persistedCredentials } from '../src/analysis/questions/persisted-credentials.js';
import { called, storedCredential } from '../src/analysis/questions/stored-credentials.js';
import { usedAt } from '../src/analysis/questions/used-at.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'plain' | 'hidden' | 'persisted' | 'sdk' | 'always' | 'cloud' | 'plainText';

const HARM = 'Whoever gets at the files of the device, or at a backup of them, has it.';

export const storageNativeKeystore: Rule<MessageId> = {
  meta: {
    id: 'storage-native-keystore',
    description: 'Apps must keep tokens in the keystore of the system',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      plain: {
        text: `{{what}} is kept in {{store}}, where nothing is encrypted. ${HARM} Keep it with {{keystore}}.`,
        severity: 'error',
        confidence: 'likely',
      },
      hidden: {
        text: `{{what}} is kept in {{store}}, encrypted {{how}} a key that comes with the program. ${HARM} Keep the token or the key with {{keystore}}.`,
        severity: 'error',
        confidence: 'likely',
      },
      persisted: {
        text: `{{what}} in the state that {{library}} keeps in {{store}}, where nothing is encrypted. ${HARM} Leave it out of what is kept, and keep it with {{keystore}}.`,
        severity: 'error',
        confidence: 'likely',
      },
      sdk: {
        text: `{{library}} keeps its tokens in {{store}}, where nothing is encrypted. Whoever gets at the files of the device, or at a backup of them, has them. Give it a store around {{keystore}}.`,
        severity: 'error',
        confidence: 'likely',
      },
      always: {
        text: 'What is kept here can be read while the device is locked. Whoever finds the device need not unlock it. Leave the option out, so that it can be read only once the device is unlocked.',
        severity: 'warning',
        confidence: 'certain',
      },
      cloud: {
        text: 'What is kept here is copied to iCloud and to all other devices of the user. One of them is enough to get at it. Leave `cloudSync` out.',
        severity: 'warning',
        confidence: 'likely',
      },
      plainText: {
        text: '`safeStorage` is told to encrypt with a password that stands in Electron. Whoever reads the file decrypts it. Leave the call out, and keep nothing where `getSelectedStorageBackend()` says `basic_text`.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [312, 321, 922], nist: ['5.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const write of context.operationsOf('storage.write')) yield* written(write, context);
    for (const operation of context.operationsOf('state.persist')) yield* persisted(operation, context);
    for (const cache of context.operationsOf('token.cache')) {
      const bad = truthiness(cache.persistent) === true ? deviceStore(cache.store, context) : undefined;
      if (bad === undefined) continue;
      const { name, keystore, at, by } = bad;
      yield { messageId: 'sdk', at, data: { library: cache.library, store: name, keystore }, trace: traceOf(cache, by), confidence: 'likely' };
    }
    for (const use of context.operationsOf('keystore.use')) yield* weakened(use, context);
  },
};

function* written(write: OperationOf<'storage.write'>, context: RuleContext): Iterable<Problem<MessageId>> {
  const weakness = weaknessOf(write, context);
  const token = weakness === undefined ? undefined : storedCredential(write, context);
  if (weakness === undefined || token === undefined || mayBeEncrypted(token.write.value, context)) return;
  const { facts: { keystore = '' }, store } = write;
  const { kind, key } = weakness;
  yield {
    messageId: kind,
    at: token.at,
    data: { what: called(token.name), store: textsOf(store)[0] ?? '', how: key?.kind === 'unknown' ? 'at most with' : 'with', keystore },
    trace: traceOf(token.write, token.value),
    confidence: token.confidence,
    ...(key?.kind === 'known' && key.defaultOf === undefined ? { secrets: [key.at] } : {}),
  };
}

/** What a library keeps of a state, all of it or members, in a store that nothing encrypts. */
function* persisted(operation: OperationOf<'state.persist'>, context: RuleContext): Iterable<Problem<MessageId>> {
  const store = deviceStore(operation.store, context);
  const credentials = store && persistedCredentials(operation, context);
  if (store === undefined || credentials === undefined) return;
  const { members, value, at } = credentials;
  const data = { what: members ?? called(textsOf(operation.key)[0]), library: operation.library, store: store.name, keystore: store.keystore };
  yield { messageId: members === undefined ? 'plain' : 'persisted', at, data, trace: traceOf(operation, value) };
}

/** Options that take from a keystore what it is for. */
function* weakened(use: OperationOf<'keystore.use'>, context: RuleContext): Iterable<Problem<MessageId>> {
  const isTrue = (value: Value): boolean => value.kind === 'known' && value.value === true;
  const options = [['always', 'accessible', isAlwaysAccessible], ['cloud', 'cloudSync', isTrue], ['plainText', 'plainText', isTrue]] as const;
  for (const [messageId, field, isBad] of options) {
    const bad = judge(use[field], isBad);
    if (bad === undefined || isDevelopmentOnly(use.node, use.module, context.evaluator)) continue;
    const { confidence } = bad;
    const culprit = { ...bad.culprit, at: usedAt(bad.culprit) };
    yield {
      messageId,
      at: culprit.at,
      trace: traceOf(use, culprit),
      confidence: messageId === 'cloud' || use.likely ? 'likely' : confidence,
      suggestions: [removeOption(context, use, field, culprit)],
    };
  }
}
