import { removeElement, removeOption } from '../src/analysis/edits.js';
import type { Place } from '../src/analysis/finding.js';
import { weakest } from '../src/analysis/judge.js';
import { blocklists } from '../src/analysis/questions/none-blocklists.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { isNone } from '../src/domain/algorithms.js';

type MessageId = 'accepted' | 'issued' | 'unsecured' | 'decoded' | 'blocklist';

export const jwtNoNone: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-none',
    description: 'Unsigned tokens must be neither issued nor accepted',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      accepted: {
        text: "`algorithms` contains '{{algorithm}}'. It stands for tokens with an empty signature, whose claims anyone can write. Remove it from the list.",
        severity: 'error',
        confidence: 'certain',
      },
      issued: {
        text: "The token is issued with the algorithm '{{algorithm}}'. It has no signature, so that anyone can write another with other claims. Sign it.",
        severity: 'error',
        confidence: 'certain',
      },
      unsecured: {
        text: '`UnsecuredJWT` makes a token without a signature. Whoever can write to where it is sent or kept can write its claims. Sign it, or keep it where only this server writes.',
        severity: 'warning',
        confidence: 'review',
      },
      decoded: {
        text: '`UnsecuredJWT` reads a token that has no signature. Anyone can write its claims. Issue signed tokens and verify them.',
        severity: 'error',
        confidence: 'certain',
      },
      blocklist: {
        text: "The algorithm of the token is compared with '{{algorithm}}'. A blocklist misses other spellings (`noNE`) and every algorithm that it does not name. Verify with an `algorithms` list of the one that the tokens are signed with.",
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: {
      cwe: [347], asvs: ['V6.8.2', 'V9.1.2'], rfc: ['RFC 8725 2.1', 'RFC 8725 3.2'], owasp: ['A02:2021', 'A04:2025'], api: ['API2:2023'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const verify of context.operationsOf('token.verify')) {
      for (const none of nonesIn(verify.algorithms)) {
        yield {
          messageId: 'accepted',
          at: none.at,
          data: { algorithm: none.text },
          trace: traceOf(verify, none.value),
          confidence: weakest('certain', verify.likely ? 'likely' : 'certain'),
          suggestions: [removeElement(context, none.value)],
        };
      }
    }
    for (const issue of context.operationsOf('token.issue')) {
      if (issue.facts.unsecured) {
        // Chosen by name: it may well stay in a store of the server's own.
        yield { messageId: 'unsecured', at: issue.at, trace: traceOf(issue) };
        continue;
      }
      for (const none of nonesIn(issue.algorithm)) {
        yield {
          messageId: 'issued',
          at: none.at,
          data: { algorithm: none.text },
          trace: traceOf(issue, none.value),
          suggestions: [removeOption(context, issue, 'algorithm', none.value)],
        };
      }
    }
    for (const decode of context.operationsOf('token.decode')) {
      if (decode.facts.unsecured) yield { messageId: 'decoded', at: decode.at, trace: traceOf(decode) };
    }
    for (const { at, text, read } of blocklists(context)) {
      yield { messageId: 'blocklist', at, data: { algorithm: text }, trace: [step(read, 'the header is read here'), step(at, 'and compared here')] };
    }
  },
};

interface None {
  readonly value: Value;
  readonly at: Place;
  readonly text: string;
}

/** Every `none` of a list or of one name, in any casing; the hops of the list are the element's. */
function nonesIn(algorithms: Value): None[] {
  return alternatives(algorithms).flatMap(({ value }): None[] => {
    if (value.kind === 'array') return value.elements.flatMap((element) => nonesIn({ ...element, via: element.via ?? value.via }));
    if (value.kind !== 'known' || typeof value.value !== 'string' || !isNone(value.value)) return [];
    return [{ value, at: value.at, text: value.value }];
  });
}
