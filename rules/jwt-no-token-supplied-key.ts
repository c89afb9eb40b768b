import { weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { arrivals } from '../src/analysis/operations/value-flow.js';
import { tokenSupplied, usedAt, type TokenSupplied } from '../src/analysis/questions/token-supplied.js';
import { isChecked } from '../src/analysis/questions/trust-checks.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'algorithm' | 'key' | 'address' | 'text' | 'embedded';

/** What the `kid` becomes a part of. */
const TEXTS: Partial<Readonly<Record<TokenSupplied['what'], string>>> = {
  file: 'the path of a file',
  command: 'a command',
  query: 'a query',
};

export const jwtNoTokenSuppliedKey: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-token-supplied-key',
    description: 'A token must not choose the algorithm or the key that it is verified with',
    scope: 'file',
    messages: {
      algorithm: {
        text: "The algorithm that is accepted is the token's own `{{member}}`. Whoever writes the token chooses how it is checked. Name the one algorithm that the tokens are signed with.",
        severity: 'error',
        confidence: 'likely',
      },
      key: {
        text: "The key comes from the token's own `{{member}}`. Whoever writes the token signs it with a key of their own. Take the key from a key set that you have configured.",
        severity: 'error',
        confidence: 'likely',
      },
      address: {
        text: "The address comes from the token's own `{{member}}`, which nothing compares with a list. Whoever writes the token chooses whose keys verify it, and what this server requests. Configure the addresses.",
        severity: 'error',
        confidence: 'likely',
      },
      text: {
        text: "The token's own `{{member}}` becomes part of {{whole}} before the signature is checked. Whoever writes the token writes that part. Look the key up in a list that you have.",
        severity: 'error',
        confidence: 'likely',
      },
      embedded: {
        text: '`{{key}}` is the key within the token itself, and no `typ` is asked for. Anyone can sign such a token with a key of their own; only a proof of possession may bring its key along. Use a key set that you have configured, or name the `typ` of the proof.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: {
      cwe: [347, 918, 22, 89], asvs: ['V9.1.3'], rfc: ['RFC 8725 3.8', 'RFC 8725 3.10'],
      owasp: ['A02:2021', 'A04:2025', 'A10:2021', 'A01:2025'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const { what, member, at, trace } of tokenSupplied(context)) {
      const whole = TEXTS[what];
      yield whole === undefined
        ? { messageId: what as MessageId, at, data: { member }, trace }
        : { messageId: 'text', at, data: { member, whole }, trace };
    }
    for (const verify of context.operationsOf('token.verify')) {
      const embedded = embeddedKey(verify);
      if (embedded === undefined || asksForType(context, verify)) continue;
      yield {
        messageId: 'embedded',
        at: usedAt(embedded),
        data: { key: String(verify.facts.tokenSuppliedKey) },
        trace: traceOf(verify, embedded),
        confidence: weakest('likely', verify.likely ? 'likely' : 'certain'),
      };
    }
  },
};

/** The library's own function that takes the key from the token, when the verification is given that. */
function embeddedKey({ key, facts }: OperationOf<'token.verify'>): Value | undefined {
  return alternatives(key).find(({ value }) => value.kind === 'external' && value.call === undefined && value.path === facts.tokenSuppliedKey)?.value;
}

/** By option, or by looking at the header of the result. What cannot be told counts as asked. */
function asksForType(context: RuleContext, { type, node, module }: OperationOf<'token.verify'>): boolean {
  if (type.kind !== 'absent') return true;
  return [...arrivals(node, module, context)].some((arrival) => arrival.path.at(-1) === 'typ' && isChecked(arrival, context.evaluator));
}
