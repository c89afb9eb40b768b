import { setOption } from '../src/analysis/edits.js';
import type { Repair, Severity } from '../src/analysis/finding.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { issuedWith } from '../src/analysis/questions/issued-with.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, type Alternative, type Value } from '../src/analysis/evaluate/values.js';
import { versionText } from '../src/analysis/operations/versions.js';
import { isNone } from '../src/domain/algorithms.js';

type MessageId = 'missing' | 'empty' | 'notAllowed';

/** What a library does without an allowlist, how bad that is, and how to say it. */
const WITHOUT: Readonly<Record<string, { severity: Severity; effect: string }>> = {
  unsigned: { severity: 'error', effect: 'it tries every algorithm that fits the text of the key, and accepts unsigned tokens when the key is empty' },
  header: { severity: 'error', effect: 'it uses the algorithm that the token itself names' },
  key: { severity: 'warning', effect: 'it accepts every algorithm that fits the key' },
  hmac: { severity: 'warning', effect: 'it takes any key for an HMAC secret, so that whoever has a public key can sign with it' },
  bound: { severity: 'info', effect: "the key's type bounds the algorithm" },
  throws: { severity: 'error', effect: 'it throws' },
};

export const jwtRequireAlgorithms: Rule<MessageId> = {
  meta: {
    id: 'jwt-require-algorithms',
    description: 'Token verification must name the algorithms that it accepts',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      missing: {
        text: 'No `algorithms`. {{library}}: without the list {{effect}}. Name the one algorithm that the tokens are signed with.',
        severity: 'warning',
        confidence: 'certain',
      },
      empty: {
        text: '`algorithms` is an empty list. {{library}}: an empty list allows nothing or everything, depending on the version. Name the one algorithm that the tokens are signed with.',
        severity: 'warning',
        confidence: 'certain',
      },
      notAllowed: {
        text: '`algorithms` contains {{algorithm}}, which the policy does not allow. Name the one algorithm that the tokens are signed with.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [757, 347], asvs: ['V9.1.2'], rfc: ['RFC 8725 3.1', 'RFC 8725 3.2'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const { operationsOf, policy } = context;
    for (const verify of operationsOf('token.verify')) {
      const library = versionText(verify.library, verify.version);
      const missing = judge(verify.algorithms, (value) => value.kind === 'absent');
      if (missing !== undefined) {
        const without = consequence(verify);
        if (without === undefined) continue;
        yield {
          messageId: 'missing',
          at: missing.culprit.at,
          data: { library, effect: without.effect },
          trace: traceOf(verify, missing.culprit),
          severity: without.severity,
          confidence: weakest(missing.confidence, verify.likely ? 'likely' : 'certain'),
          suggestions: [listed(context, verify, missing.culprit)],
        };
        continue;
      }
      for (const { value, messageId, algorithm } of unwanted(verify.algorithms, policy.algorithms.allow)) {
        yield {
          messageId,
          at: value.at,
          data: { library, algorithm },
          trace: traceOf(verify, value),
          suggestions: messageId === 'empty' ? [listed(context, verify, value)] : [],
        };
      }
    }
  },
};

/** The algorithm that the same file signs with, or else the project with the same key, where it is one. */
function listed(context: RuleContext, verify: OperationOf<'token.verify'>, culprit: Value): Repair | undefined {
  const own = context.operationsOf('token.issue').filter(({ module }) => module === verify.module);
  const signs = own.length > 0 || !context.wholeProject ? own : issuedWith(context, verify.key);
  const used = new Set(signs.map(({ algorithm }) => (algorithm.kind === 'known' ? String(algorithm.value) : '')));
  const [only = ''] = used;
  const isUsable = used.size === 1 && context.policy.algorithms.allow.includes(only);
  return isUsable ? setOption(context, verify, 'algorithms', culprit, [only]) : undefined;
}

/** How bad a missing list is for the library and version; `undefined` where the algorithm is pinned or nothing is known. */
function consequence({ withoutAlgorithms }: OperationOf<'token.verify'>): (typeof WITHOUT)[string] | undefined {
  return withoutAlgorithms.kind === 'known' ? WITHOUT[String(withoutAlgorithms.value)] : undefined;
}

interface Unwanted {
  readonly value: Alternative['value'];
  readonly messageId: MessageId;
  readonly algorithm: string;
}

function* unwanted(algorithms: Value, allowed: readonly string[]): Iterable<Unwanted> {
  const lists = alternatives(algorithms).map(({ value }) => value).filter((value) => value.kind === 'array');
  for (const list of lists) if (list.elements.length === 0 && !list.open) yield { value: list, messageId: 'empty', algorithm: '' };
  for (const { value } of lists.flatMap(({ elements }) => elements.flatMap(alternatives))) {
    if (value.kind !== 'known' || typeof value.value !== 'string') continue;
    // Unsigned tokens have a rule of their own.
    if (!isNone(value.value) && !allowed.includes(value.value)) yield { value, messageId: 'notAllowed', algorithm: value.value };
  }
}
