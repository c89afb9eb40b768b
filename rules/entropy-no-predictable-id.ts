import { isInAuthCode, isInLoginCode, servesOneTimeLink } from '../src/analysis/questions/auth-context.js';
import { isGuessable } from '../src/analysis/questions/clock.js';
import { destinationsOf } from '../src/analysis/questions/destinations.js';
import { isGuessedWith } from '../src/analysis/questions/guessable-parts.js';
import { purposeOf, type Purpose } from '../src/analysis/questions/purpose.js';
import { secureReplacement } from '../src/analysis/questions/secure-replacement.js';
import { makesTestData } from '../src/analysis/questions/surroundings.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step } from '../src/analysis/trace.js';
import { isIdName, isSecretItself, isShortSecretName, isUniqueName } from '../src/domain/names.js';

type MessageId = 'unique';

export const entropyNoPredictableId: Rule<MessageId> = {
  meta: {
    id: 'entropy-no-predictable-id',
    description: 'Session ids, tokens, codes and secrets must not be ids that are only unique',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      unique: {
        text: '`{{name}}` is an id that is made to be unique, not to be hard to guess: {{because}}. Who has such an id of their own is close to those of others. Use `crypto.randomBytes(32).toString(\'base64url\')`, in a browser `crypto.getRandomValues`.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [340], asvs: ['V7.2.3', 'V11.5.1'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const { evaluator, callSites } = context;
    for (const random of context.operationsOf('random.generate')) {
      const { node, module, at, facts: { predictable } } = random;
      if (predictable === undefined || (node.kind !== 'call' && node.kind !== 'new') || isNamedInSecret(random, context) || makesTestData(node, module)) continue;
      const origin = { ...random, node };
      const purpose = purposeOf(origin, evaluator, callSites, destinationsOf(context));
      if (purpose === undefined || !mustBeSecret(purpose) || !isGuessedWith(origin, purpose, evaluator)) continue;
      yield {
        messageId: 'unique',
        at,
        data: { name: purpose.name, because: predictable },
        trace: [...purpose.steps, step(at, 'is made here')],
        suggestions: [secureReplacement({ node, module, callers: [] }, purpose, evaluator, false)],
      };
    }
  },
};

/** A name-based id is as hard to guess as what it is made of. */
function isNamedInSecret({ name }: OperationOf<'random.generate'>, { evaluator }: RuleContext): boolean {
  return name.kind === 'array' && (name.open === true || !isGuessable(evaluator, name));
}

/**
 * Sessions are as often conversations, visits and records with a key, and a mere `token` stands for a lock or a subscription:
 * there the code around has to tell of a login. What is called after a password may be the id of its label.
 */
function mustBeSecret({ name, isDestination, whole, context: { module } }: Purpose): boolean {
  if (isDestination) return true;
  if (isUniqueName(name) || (isShortSecretName(name) && !isSecretItself(name))) return false;
  if (name.toLowerCase() === 'token') return isInAuthCode(whole, module) || servesOneTimeLink(whole, module);
  return !isIdName(name) || isInLoginCode(whole, module);
}
