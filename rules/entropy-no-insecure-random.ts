import { clockReadings, isGuessable, type ClockReading } from '../src/analysis/questions/clock.js';
import { destinationsOf } from '../src/analysis/questions/destinations.js';
import { placeKey } from '../src/analysis/finding.js';
import { isGuessedWith } from '../src/analysis/questions/guessable-parts.js';
import { purposeOf, type Origin, type Purpose } from '../src/analysis/questions/purpose.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { secureReplacement } from '../src/analysis/questions/secure-replacement.js';
import { makesTestData } from '../src/analysis/questions/surroundings.js';
import { step } from '../src/analysis/trace.js';
import { isOneTimeCodeName, isSecretItself } from '../src/domain/names.js';

type MessageId = 'random' | 'clock';

export const entropyNoInsecureRandom: Rule<MessageId> = {
  meta: {
    id: 'entropy-no-insecure-random',
    description: 'Session ids, tokens, codes and secrets must come from a cryptographic random source',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      random: {
        text: '`{{name}}` comes from {{source}}. It is made for speed, not for secrecy: at most 52 bits a call, and a few outputs give away the next ones. {{action}}.',
        severity: 'error',
        confidence: 'likely',
      },
      clock: {
        text: '`{{name}}` is made from the clock. Who knows the second it was made in has {{tries}} values to try ({{bits}} bits, and hashing adds none). {{action}}.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [338, 330], asvs: ['V7.2.3', 'V11.5.1', 'V6.5.3'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const reported = new Set<string>();
    for (const { origin, messageId, source, perSecond = 1 } of sources(context)) {
      if (makesTestData(origin.node, origin.module)) continue;
      const purpose = purposeOf(origin, context.evaluator, context.callSites, destinationsOf(context));
      if (purpose === undefined || !counts(origin, messageId, purpose, context)) continue;
      // A password has a random call for each character: they are one flaw.
      const flaw = `${messageId} ${purpose.name} ${placeKey(purpose.at)}`;
      if (reported.has(flaw)) continue;
      reported.add(flaw);
      const at = origin.module.place(origin.node.range);
      yield {
        messageId,
        at,
        data: { name: purpose.name, source, tries: perSecond, bits: Math.round(Math.log2(perSecond)), action: actionFor(purpose.name) },
        trace: [...purpose.steps, step(at, 'is made here')],
        suggestions: [secureReplacement(origin, purpose, context.evaluator, isOneTimeCodeName(purpose.name))],
      };
    }
  },
};

interface Guessable {
  readonly origin: Origin;
  readonly messageId: MessageId;
  readonly source: string;
  /** Readings of a clock that differ within a second. */
  readonly perSecond?: ClockReading['perSecond'];
}

function* sources({ operationsOf, modules }: RuleContext): Iterable<Guessable> {
  for (const random of operationsOf('random.generate')) {
    if (random.secure.kind !== 'known' || random.secure.value !== false || random.node.kind !== 'call') continue;
    // Of what is unique and no more another rule says why.
    if (random.facts.predictable !== undefined) continue;
    yield { origin: { ...random, node: random.node }, messageId: 'random', source: random.library };
  }
  for (const module of modules) {
    for (const { node, perSecond } of clockReadings(module)) yield { origin: { node, module, callers: [] }, messageId: 'clock', source: 'the clock', perSecond };
  }
}

/** A reading of the clock is often no more than that, a time. */
function counts(origin: Origin, messageId: MessageId, purpose: Purpose, { evaluator }: RuleContext): boolean {
  if (messageId === 'random') return isGuessedWith(origin, purpose, evaluator);
  return isSecretItself(purpose.name) && isGuessable(evaluator, evaluator.evaluate(purpose.whole, purpose.context));
}

function actionFor(name: string): string {
  return isOneTimeCodeName(name)
    ? 'Use `crypto.randomInt(100000, 1000000)`'
    : "Use `crypto.randomBytes(32).toString('base64url')`, in a browser `crypto.getRandomValues`";
}
