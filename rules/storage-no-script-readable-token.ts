import type { Analysis } from '../src/analysis/analyse.js';
import { decidedAt } from '../src/analysis/questions/decided-at.js';
import type { Confidence } from '../src/analysis/finding.js';
import { comesFromLogin, isInLogin } from '../src/analysis/questions/login-flow.js';
import { namesOf, textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { keysSentAsCredentials } from '../src/analysis/questions/sent-credentials.js';
import { isPlain, storedValues, type Stored } from '../src/analysis/questions/stored.js';
import { tokenEvidence } from '../src/analysis/questions/tokens.js';
import { traceOf } from '../src/analysis/trace.js';
import { isCsrfName, tokenNameStrength } from '../src/domain/names.js';

type MessageId = 'local' | 'session';

const INSTEAD = 'Keep access tokens in memory, and what must survive a reload in an HttpOnly cookie.';

export const storageNoScriptReadableToken: Rule<MessageId> = {
  meta: {
    id: 'storage-no-script-readable-token',
    description: 'Tokens must not be kept where every script of the page can read them',
    scope: 'file',
    messages: {
      local: {
        text: `{{what}} is kept in localStorage. Every script on the origin can read it, and it stays there after the browser is closed. ${INSTEAD}`,
        severity: 'error',
        confidence: 'likely',
      },
      session: {
        text: `{{what}} is kept in sessionStorage. Every script on the page can read it until the tab is closed. ${INSTEAD}`,
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [922], asvs: ['V3.3.4', 'V10.1.1'], nist: ['5.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const found = new Map<string, Problem<MessageId>>();
    let sent: ReadonlySet<string> | undefined;
    const keysSent = (): ReadonlySet<string> => (sent ??= keysSentAsCredentials(context));
    for (const write of context.operationsOf('storage.write')) {
      const problem = problemOf(write, context, keysSent);
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
function problemOf(
  write: OperationOf<'storage.write'>,
  analysis: Analysis,
  keysSent: () => ReadonlySet<string>,
): Problem<MessageId> | undefined {
  const { inner } = write;
  return kept(write, analysis, keysSent) ??
    (inner?.kind === 'storage.write' ? problemOf(inner, { ...analysis, wholeProject: false }, keysSent) : undefined);
}

function kept(
  write: OperationOf<'storage.write'>,
  analysis: Analysis,
  keysSent: () => ReadonlySet<string>,
): Problem<MessageId> | undefined {
  const stored = storedValues(write.value).filter((one) => !isPlain(one.value));
  const keys = textsOf(write.key);
  const [first] = stored;
  if (first === undefined || keys.some(isCsrfName)) return undefined;
  const confidence = confidenceOf(write, keys, stored, keysSent);
  if (confidence === undefined) return undefined;
  const at = decidedAt(analysis, write, write.node.kind === 'call' ? write.node.args[0] : undefined);
  if (at === undefined) return undefined;
  const messageId = write.store.kind === 'known' && write.store.value === 'sessionStorage' ? 'session' : 'local';
  const data = { what: keys[0] === undefined ? 'A token' : `\`${keys[0]}\`` };
  return { messageId, at, data, trace: traceOf(write, first.value), confidence };
}

/** How sure it is that a credential is stored; `undefined` when nothing says so. */
function confidenceOf(
  write: OperationOf<'storage.write'>,
  keys: readonly string[],
  stored: readonly Stored[],
  sent: () => ReadonlySet<string>,
): Confidence | undefined {
  const evidence = stored.map(({ value }) => tokenEvidence(value));
  if (evidence.includes('issued')) return 'certain';
  const names = [...keys, ...namesOf(write.key).map(withoutKey), ...stored.flatMap(({ name }) => name ?? [])];
  const strengths = [...evidence, ...names.map(tokenNameStrength)];
  if (strengths.includes('strong')) return 'likely';
  const isNamed = strengths.includes('weak');
  const isLogin = (): boolean =>
    [write, ...write.callers].some(({ node, module }) => isInLogin(node, module)) || stored.some(({ value }) => comesFromLogin(value));
  if (isNamed && isLogin()) return 'likely';
  return keys.some((key) => sent().has(key)) ? 'likely' : undefined;
}

/** `ACCESS_TOKEN_KEY` is the key of an access token; a name with the word in it is otherwise none. */
function withoutKey(name: string): string {
  return name.replace(/_?(?:storage|store|cookie)?_?(?:key|name)$/i, '');
}
