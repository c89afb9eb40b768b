import { secretComparisons } from '../src/analysis/questions/comparisons.js';
import { inConstantTime } from '../src/analysis/questions/constant-time.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOfPlace } from '../src/analysis/trace.js';

type MessageId = 'compared';

export const secretConstantTimeCompare: Rule<MessageId> = {
  meta: {
    id: 'secret-constant-time-compare',
    description: 'Secrets, tokens and signatures must be compared in constant time',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      compared: {
        text: 'Compares {{what}} `{{name}}` with `{{by}}`. It stops at the first character that differs: who measures many answers can find the value character by character, 64 tries for each instead of 64 to the power of the length. Use `crypto.timingSafeEqual` on SHA-256 digests of both.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [208], asvs: ['V11.2.4'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const comparison of secretComparisons(context)) {
      const { node, module, what, name, by, value } = comparison;
      const suggestions = [inConstantTime(context, comparison)];
      const at = module.place(node.range);
      yield { messageId: 'compared', at, data: { what, name, by }, trace: traceOfPlace(at, 'is compared here', value), suggestions };
    }
  },
};
