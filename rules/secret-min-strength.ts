import { placeKey } from '../src/analysis/finding.js';
import { judge, weakest } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { versionText } from '../src/analysis/operations/versions.js';
import { secretStrengths, type SecretStrength } from '../src/analysis/questions/secret-strength.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { minHmacKeyBytes, RSA_MODULUS_BITS } from '../src/domain/algorithms.js';
import { isPlaceholderPhrase } from '../src/domain/weak-secrets.js';

type MessageId = 'short' | 'undersized' | 'guessable' | 'phrase' | 'keySize' | 'rsaBelow3072' | 'unchecked';

export const secretMinStrength: Rule<MessageId> = {
  meta: {
    id: 'secret-min-strength',
    description: 'Secrets and keys must be long enough and hard to guess',
    scope: 'file',
    messages: {
      short: {
        text: 'The {{algorithm}} secret is {{bytes}} bytes ({{bits}} bits at most), and {{algorithm}} needs {{min}} bytes. Whoever has one token can try out secrets offline, and then sign tokens for any user. Draw {{min}} random bytes.',
        severity: 'error',
        confidence: 'certain',
      },
      undersized: {
        text: 'The {{algorithm}} secret is {{bytes}} bytes, and {{algorithm}} needs {{min}}. It cannot be tried out, and gives less security than the algorithm is chosen for. Draw {{min}} random bytes.',
        severity: 'warning',
        confidence: 'certain',
      },
      guessable: {
        text: 'The secret has {{bits}} bits at most, and {{min}} are asked for. Whoever has one {{sample}} can try out secrets offline, and then make others. Draw 32 random bytes.',
        severity: 'error',
        confidence: 'certain',
      },
      phrase: {
        text: 'The secret is {{bytes}} bytes of words that examples and defaults are made of. Its length hides that lists of known secrets have it: whoever has one {{sample}} finds it offline. Draw 32 random bytes.',
        severity: 'error',
        confidence: 'likely',
      },
      keySize: {
        text: 'The {{type}} key has {{bits}} bits, and {{min}} are needed. Whoever can spend the computing time gets the private key or secret from what everybody has. Make a key of {{min}} bits or more.',
        severity: 'error',
        confidence: 'certain',
      },
      rsaBelow3072: {
        text: 'The RSA key has {{bits}} bits, which gives 112 bits of security. 128 bits of security take {{min}}. Make a key of {{min}} bits, or an EC key.',
        severity: 'info',
        confidence: 'certain',
      },
      unchecked: {
        text: '`allowInsecureKeySizes` is on. {{library}} takes RSA keys under 2048 bits then{{now}}. Remove the option.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: {
      cwe: [326, 521], asvs: ['V11.2.3'], rfc: ['RFC 7518 3.2', 'RFC 8725 3.5'],
      owasp: ['A02:2021', 'A04:2025', 'A07:2021', 'A07:2025'], api: ['API2:2023'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const seen = new Set<string>();
    for (const strength of secretStrengths(context)) {
      const { use, value } = strength;
      const found = flawOf(strength, context.policy.entropy.minBits);
      if (found === undefined || seen.has(placeKey(value.at))) continue;
      seen.add(placeKey(value.at));
      yield {
        ...found,
        at: value.at,
        trace: traceOf(use.operation, value),
        confidence: weakest(use.confidence, found.messageId === 'phrase' ? 'likely' : 'certain'),
        ...(strength.text === undefined ? {} : { secrets: [value.at] }),
      };
    }
    for (const key of context.operationsOf('key.generate')) yield* keySize(key, context);
    for (const issue of context.operationsOf('token.issue')) yield* unchecked(issue);
    for (const verify of context.operationsOf('token.verify')) yield* unchecked(verify);
  },
};

type Flaw = Pick<Problem<MessageId>, 'messageId' | 'data' | 'severity'>;

function flawOf({ text, bytes, bits, hmac, isRandom, sample }: SecretStrength, minBits: number): Flaw | undefined {
  const data = { bytes, bits: Math.floor(bits), sample };
  const isPhrase = text !== undefined && isPlaceholderPhrase(text);
  // Of what is drawn entropy-min-bits says whether it is hard to guess.
  if (text === undefined && (hmac === undefined || bits < minBits)) return undefined;
  if (hmac !== undefined && bytes < hmac.min) {
    const isWeak = bits < minBits || isPhrase;
    return { messageId: isRandom && !isWeak ? 'undersized' : 'short', data: { ...data, ...hmac }, severity: isWeak ? 'error' : 'warning' };
  }
  if (bits < minBits) return { messageId: 'guessable', data: { ...data, min: minBits } };
  return isPhrase ? { messageId: 'phrase', data } : undefined;
}

function* keySize(key: OperationOf<'key.generate'>, { policy }: RuleContext): Iterable<Problem<MessageId>> {
  const isRsa = key.type.kind === 'known' && key.type.value === 'rsa';
  const [min, good] = isRsa ? [RSA_MODULUS_BITS.least, RSA_MODULUS_BITS.good] : [policy.entropy.minBits, 0];
  // What a library chooses by itself nobody wrote.
  const bad = judge(key.bits, (value) => value.kind === 'known' && value.defaultOf === undefined && Number(value.value) < Math.max(min, good));
  if (bad?.culprit.kind !== 'known') return;
  const bits = Number(bad.culprit.value);
  yield {
    ...(bits < min ? { messageId: 'keySize', data: { bits, min, type: isRsa ? 'RSA' : 'HMAC' } } : { messageId: 'rsaBelow3072', data: { bits, min: good } }),
    at: bad.culprit.at,
    trace: traceOf(key, bad.culprit),
    confidence: bad.confidence,
  };
}

function* unchecked(operation: OperationOf<'token.issue'> | OperationOf<'token.verify'>): Iterable<Problem<MessageId>> {
  const bad = judge(operation.insecureKeySizes, (value) => value.kind === 'known' && value.value === true);
  if (bad === undefined) return;
  const isHmac = operation.kind === 'token.issue' && textsOf(operation.algorithm).some((name) => minHmacKeyBytes(name) !== undefined);
  const now = isHmac ? '; it changes nothing for HMAC, whose secrets are never checked, and waits for the day that the algorithm changes' : ', which can be factored';
  yield {
    messageId: 'unchecked',
    at: bad.culprit.at,
    data: { library: versionText(operation.library, operation.version), now },
    trace: traceOf(operation, bad.culprit),
    severity: isHmac ? 'warning' : 'error',
    confidence: bad.confidence,
  };
}
