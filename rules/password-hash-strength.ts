import { placeKey, type Repair } from '../src/analysis/finding.js';
import { flawsOfHash, saltCosts, staticSalt, type HashFlaw } from '../src/analysis/questions/password-hashes.js';
import { fastPasswordHashes } from '../src/analysis/questions/fast-hashes.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { writeNumber } from '../src/analysis/written-edits.js';
import { argon2MinMemory, BCRYPT_MIN_COST } from '../src/domain/password-hashing.js';

type MessageId = 'fast' | 'cost' | 'memory' | 'variant' | 'salt';

export const passwordHashStrength: Rule<MessageId> = {
  meta: {
    id: 'password-hash-strength',
    description: 'Passwords must be hashed with a slow, salted function with enough work',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      fast: {
        text: '{{algorithm}} hashes the password `{{name}}`. It is made to be fast: one graphics card tries billions a second, against some thousands with bcrypt at cost {{min}}. Use argon2id, scrypt or bcrypt.',
        severity: 'error',
        confidence: 'likely',
      },
      cost: {
        text: '{{what}} is {{found}}, and the minimum is {{min}}{{ratio}}. A stolen table of hashes is tried out that much faster. Raise it, and hash again at the next login.',
        severity: 'error',
        confidence: 'certain',
      },
      memory: {
        text: 'argon2 has {{memory}} KiB and {{passes}} passes, and the least is 19456 KiB with 2, 12288 with 3 or 47104 with 1. A stolen table of hashes is tried out faster. Raise them, or leave the defaults.',
        severity: 'error',
        confidence: 'certain',
      },
      variant: {
        text: '{{variant}} is chosen. {{weakness}}. Use argon2id, the default.',
        severity: 'warning',
        confidence: 'certain',
      },
      salt: {
        text: 'The salt is written in the code. Equal passwords get equal hashes, and one table serves for all users. Draw 16 random bytes for each password.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: {
      cwe: [916, 327, 759], asvs: ['V11.4.1', 'V11.4.2'], nist: ['3.1.1.2'], owasp: ['A02:2021', 'A04:2025'], api: ['API2:2023'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const seen = new Set<string>();
    for (const problem of problems(context)) {
      const key = `${problem.messageId} ${placeKey(problem.at)}`;
      if (!seen.has(key)) yield problem;
      seen.add(key);
    }
  },
};

function* problems(context: RuleContext): Iterable<Problem<MessageId>> {
  for (const { operation, name, algorithm, value } of fastPasswordHashes(context)) {
    yield { messageId: 'fast', at: operation.at, data: { algorithm, name, min: BCRYPT_MIN_COST }, trace: traceOf(operation, value) };
  }
  for (const hash of context.operationsOf('password.hash')) {
    if (derivesKey(hash, context)) continue;
    const flaw = flawsOfHash(hash);
    if (flaw !== undefined) {
      yield { ...described(flaw), at: flaw.culprit.at, trace: traceOf(hash, flaw.culprit), confidence: flaw.confidence, suggestions: [raised(context, flaw)] };
    }
    const salt = staticSalt(hash);
    if (salt !== undefined) yield { messageId: 'salt', at: salt.at, trace: traceOf(hash, salt), secrets: [salt.at] };
  }
  for (const { flaw, at } of saltCosts(context)) {
    const trace = [step(at, 'makes the salt, which has the cost inside'), step(flaw.culprit.at, 'the value stands here')];
    yield { ...described(flaw), at: flaw.culprit.at, trace, suggestions: [raised(context, flaw)] };
  }
}

/** The least that is enough, where hashes have their parameters inside, so that those that are stored stay good. */
function raised(context: RuleContext, flaw: HashFlaw): Repair | undefined {
  if (flaw.kind === 'cost' && flaw.what === 'The bcrypt cost') return writeNumber(context, flaw.culprit.at, flaw.min);
  return flaw.kind === 'memory' && flaw.field === 'memory' ? writeNumber(context, flaw.culprit.at, argon2MinMemory(flaw.passes)) : undefined;
}

/** What encrypts with the result keeps no password: it makes a key. */
function derivesKey({ module }: OperationOf<'password.hash'>, { operationsOf }: RuleContext): boolean {
  return operationsOf('secret.use').some(({ module: other, purpose }) => other === module && purpose.kind === 'known' && purpose.value === 'encryption');
}

function described(flaw: HashFlaw): Pick<Problem<MessageId>, 'messageId' | 'data'> {
  switch (flaw.kind) {
    case 'cost': {
      const shown = flaw.what === 'The bcrypt cost' ? { found: rounds(flaw.found), min: rounds(flaw.min) } : { found: flaw.found, min: flaw.min };
      const times = flaw.what === 'The bcrypt cost' ? 2 ** (flaw.min - flaw.found) : Math.round(flaw.min / flaw.found);
      return { messageId: 'cost', data: { what: flaw.what, ...shown, ratio: times > 1 ? `, ${times} times as much work` : '' } };
    }
    case 'memory':
      return { messageId: 'memory', data: { memory: flaw.memory, passes: flaw.passes } };
    case 'variant': {
      const weakness = flaw.variant === 'argon2d' ? 'What it reads depends on the password, which side channels give away' : 'Trade-offs of memory for time cost less against it';
      return { messageId: 'variant', data: { variant: flaw.variant, weakness } };
    }
  }
}

function rounds(cost: number): string {
  return `${cost} (${2 ** cost} rounds)`;
}
