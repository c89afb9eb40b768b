import { clockReadings, containsSecureRandom, isGuessable } from '../src/analysis/questions/clock.js';
import { destinationsOf } from '../src/analysis/questions/destinations.js';
import { placeKey } from '../src/analysis/finding.js';
import { partsOf } from '../src/analysis/operations/params.js';
import { purposeOf, type Origin, type Purpose } from '../src/analysis/questions/purpose.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step } from '../src/analysis/trace.js';
import { alternatives } from '../src/analysis/evaluate/values.js';
import { isOneTimeCodeName, isSecretItself } from '../src/domain/names.js';

type MessageId = 'random' | 'clock';

export const entropyNoInsecureRandom: Rule<MessageId> = {
  meta: {
    id: 'entropy-no-insecure-random',
    description: 'Session ids, tokens, codes and secrets must come from a cryptographic random source',
    scope: 'file',
    messages: {
      random: {
        text: '`{{name}}` comes from {{source}}. It is made for speed, not for secrecy: at most 52 bits a call, and a few outputs give away the next ones. {{action}}.',
        severity: 'error',
        confidence: 'likely',
      },
      clock: {
        text: '`{{name}}` is made from the clock. Who knows the second it was made in has 1000 values to try (10 bits, and hashing adds none). {{action}}.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [338, 330], asvs: ['V7.2.3', 'V11.5.1', 'V6.5.3'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const reported = new Set<string>();
    for (const { origin, messageId, source } of sources(context)) {
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
        data: { name: purpose.name, source, action: actionFor(purpose.name) },
        trace: [...purpose.steps, step(at, 'is made here')],
      };
    }
  },
};

interface Guessable {
  readonly origin: Origin;
  readonly messageId: MessageId;
  readonly source: string;
}

function* sources({ operationsOf, modules }: RuleContext): Iterable<Guessable> {
  for (const random of operationsOf('random.generate')) {
    if (random.secure.kind !== 'known' || random.secure.value !== false || random.node.kind !== 'call') continue;
    yield { origin: { ...random, node: random.node }, messageId: 'random', source: random.library };
  }
  for (const module of modules) {
    for (const node of clockReadings(module)) yield { origin: { node, module, callers: [] }, messageId: 'clock', source: 'the clock' };
  }
}

/** A weak part beside a strong one does no harm; a reading of the clock is often no more than that, a time. */
function counts(origin: Origin, messageId: MessageId, { name, whole, context: inside }: Purpose, { evaluator }: RuleContext): boolean {
  const value = evaluator.evaluate(whole, inside);
  if (messageId === 'clock') return isSecretItself(name) && isGuessable(evaluator, value);
  // `strong ? randomUUID() : String(Math.random())` is two values.
  const all = alternatives(value).map((one) => one.value);
  const weak = all.filter((one) => [...partsOf(one)].some((part) => part.kind === 'external' && part.call?.node === origin.node));
  return (weak.length > 0 ? weak : all).some((one) => !containsSecureRandom(evaluator, one));
}

function actionFor(name: string): string {
  return isOneTimeCodeName(name)
    ? 'Use `crypto.randomInt(100000, 1000000)`'
    : "Use `crypto.randomBytes(32).toString('base64url')`, in a browser `crypto.getRandomValues`";
}
