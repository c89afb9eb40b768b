import { leastBytes } from '../src/analysis/questions/payload-bytes.js';
import { wholeRecords } from '../src/analysis/questions/whole-records.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { timesOver } from '../src/domain/durations.js';

type MessageId = 'record' | 'size';

export const jwtPayloadSize: Rule<MessageId> = {
  meta: {
    id: 'jwt-payload-size',
    description: 'Tokens must carry a few chosen claims, not whole objects',
    scope: 'file',
    messages: {
      record: {
        text: 'The token carries {{what}} whole. Whatever fields that has, today and after the next change, go to the client and come back with every request. List the few claims that are needed, first of all the id.',
        severity: 'warning',
        confidence: 'likely',
      },
      size: {
        text: 'The payload is {{bytes}} bytes of JSON at the least. The policy allows {{limit}}: {{times}}. It is sent with every request, and a cookie holds 4096 bytes at most. Keep the id of the user and look the rest up.',
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [201], asvs: ['V3.3.5'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const limit = context.policy.claims.maxBytes;
    for (const issue of context.operationsOf('token.issue')) {
      for (const { what, at, value } of wholeRecords(context, issue.payload)) {
        yield { messageId: 'record', at, data: { what }, trace: traceOf(issue, value) };
      }
      const bytes = leastBytes(issue.payload);
      if (bytes <= limit) continue;
      yield {
        messageId: 'size',
        at: issue.payload.at,
        data: { bytes, limit, times: timesOver(bytes, limit) },
        trace: [...traceOf(issue), step(issue.payload.at, 'the payload is written here')],
      };
    }
  },
};
