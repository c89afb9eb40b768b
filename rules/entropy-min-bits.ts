import { mayHoldLogin } from '../src/analysis/questions/cookies.js';
import { destinationsOf } from '../src/analysis/questions/destinations.js';
import { entropyOf, type Entropy } from '../src/analysis/questions/entropy.js';
import { setNumber } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { purposeOf, type Purpose } from '../src/analysis/questions/purpose.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { NEAR_MISS_BITS, neededBytes, neededCharacters, OTP_MIN_BITS } from '../src/domain/entropy.js';
import { isOneTimeCodeName, isShortSecretName } from '../src/domain/names.js';

type MessageId = 'few' | 'cut' | 'code' | 'nearMiss' | 'session';

export const entropyMinBits: Rule<MessageId> = {
  meta: {
    id: 'entropy-min-bits',
    description: 'Session ids, tokens and secrets must have enough bits of entropy',
    scope: 'file',
    fixable: true,
    messages: {
      few: {
        text: '`{{name}}` has {{bits}} bits of entropy from {{library}}, and {{min}} are asked for. An attacker needs 2^{{missing}} times fewer guesses. {{action}}.',
        severity: 'error',
        confidence: 'certain',
      },
      cut: {
        text: 'The cut leaves `{{name}}` {{bits}} of its {{uncut}} bits of entropy, and {{min}} are asked for. An attacker needs 2^{{missing}} times fewer guesses. {{action}}.',
        severity: 'error',
        confidence: 'certain',
      },
      code: {
        text: '`{{name}}` has {{bits}} bits of entropy, and even a one-time code needs {{min}} (six digits). It can be tried out before it expires. {{action}}.',
        severity: 'error',
        confidence: 'certain',
      },
      nearMiss: {
        text: '`{{name}}` has {{bits}} bits of entropy from {{library}}, {{missing}} fewer than the {{min}} that are asked for. It is hard to guess all the same. {{action}}.',
        severity: 'info',
        confidence: 'certain',
      },
      session: {
        text: 'The session ids of {{library}} have {{bits}} bits of entropy here, and {{min}} are asked for. An attacker needs 2^{{missing}} times fewer guesses for a session of anybody. Keep the sessions behind `createSessionStorage`, with ids of at least {{bytes}} random bytes.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [331, 334], asvs: ['V7.2.3', 'V11.5.1', 'V6.5.4'], nist: ['5.1'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const { evaluator, callSites, policy } = context;
    for (const random of context.operationsOf('random.generate')) {
      if (random.secure.kind !== 'known' || random.secure.value !== true || random.node.kind !== 'call') continue;
      const purpose = purposeOf({ ...random, node: random.node }, evaluator, callSites, destinationsOf(context));
      if (purpose === undefined || purpose.repeated || isShortSecretName(purpose.name)) continue;
      const isCode = isOneTimeCodeName(purpose.name);
      const min = isCode ? OTP_MIN_BITS : policy.entropy.minBits;
      let few: Entropy | undefined;
      const bad = judge(evaluator.evaluate(purpose.whole, purpose.context), (value) => {
        const entropy = entropyOf(evaluator, value);
        if (entropy === undefined) return undefined;
        const isFew = entropy.bits > 0 && entropy.bits < min;
        if (isFew) few ??= entropy;
        return isFew;
      });
      if (bad === undefined || few === undefined) continue;
      const messageId = messageOf(few, isCode);
      if (messageId === 'nearMiss' && few.byDefault && policy.entropy.acceptLibraryDefaults) continue;
      yield {
        messageId,
        at: few.at,
        data: figures(purpose, few, min),
        trace: [...purpose.steps, step(few.at, 'decides how many bits there are')],
        confidence: weakest(bad.confidence, random.likely || few.oneOf ? 'likely' : 'certain'),
        fix: few.uncut === undefined && few.drawn !== undefined ? setNumber(context, few.at, neededUnits(few.drawn, min)) : undefined,
      };
    }
    yield* sessionIds(context);
  },
};

/** What a library draws for session ids by itself. */
function* sessionIds({ operationsOf, policy: { entropy: { minBits: min } } }: RuleContext): Iterable<Problem<MessageId>> {
  for (const session of operationsOf('session.configure')) {
    const { at, library, facts: { sessionIdBits: bits } } = session;
    if (bits === undefined || bits >= min || !mayHoldLogin(session)) continue;
    yield { messageId: 'session', at, data: { library, bits, min, missing: min - bits, bytes: neededBytes(min) }, trace: traceOf(session) };
  }
}

function messageOf({ bits, uncut }: Entropy, isCode: boolean): MessageId {
  if (isCode) return 'code';
  if (bits >= NEAR_MISS_BITS) return 'nearMiss';
  return uncut === undefined ? 'few' : 'cut';
}

function figures({ name }: Purpose, entropy: Entropy, min: number): Record<string, string | number> {
  const { bits, library, uncut } = entropy;
  return { name, library, bits: `${entropy.atMost ? 'at most ' : ''}${rounded(bits)}`, uncut: rounded(uncut ?? bits), min, missing: Math.round(min - bits), action: actionOf(entropy, min) };
}

/** In the units of the size argument, or (where a cut loses the bits) of the text that is cut. */
function actionOf({ perUnit, unit, uncut, drawn, lead = 0 }: Entropy, min: number): string {
  const counted = uncut === undefined ? drawn : perUnit === undefined || uncut < min ? undefined : { perUnit, unit };
  if (counted === undefined) return min > OTP_MIN_BITS ? `Draw it from at least ${neededBytes(min)} random bytes` : 'Draw six digits or more';
  const units = neededUnits(counted, min);
  return `${uncut === undefined ? 'Ask for' : 'Keep'} at least ${uncut === undefined ? units : units + lead} ${counted.unit}s`;
}

function neededUnits({ perUnit, unit }: NonNullable<Entropy['drawn']>, min: number): number {
  return unit === 'byte' ? neededBytes(min) : neededCharacters(2 ** perUnit, min);
}

function rounded(bits: number): number {
  return Math.round(bits * 10) / 10;
}
