import { standIn } from '../src/analysis/questions/missing-secrets.js';
import { privateKeyLiterals } from '../src/analysis/questions/private-keys.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { secretUses, type SecretUse } from '../src/analysis/questions/secrets.js';
import { step, traceOf } from '../src/analysis/trace.js';
import type { Env, Known } from '../src/analysis/evaluate/values.js';
import { isPrivateKeyPem, isPublicKeyPem } from '../src/domain/pem.js';
import { exposingPrefix } from '../src/domain/secret-names.js';

type MessageId = 'literal' | 'privateKey' | 'exposed';

export const secretNoHardcoded: Rule<MessageId> = {
  meta: {
    id: 'secret-no-hardcoded',
    description: 'Keys and secrets must not be written in the source or compiled into a browser bundle',
    scope: 'file',
    messages: {
      literal: {
        text: 'The secret that {{use}} is written in the source. Everybody who can read the code, its history or a build can {{power}}. Read it from the environment or a secret store, and replace this one: it is known.',
        severity: 'error',
        confidence: 'certain',
      },
      privateKey: {
        text: 'A private key is written in the source. Everybody who can read the code, its history or a build can use it. Read it from the environment or a secret store, and replace this one: it is known.',
        severity: 'error',
        confidence: 'certain',
      },
      exposed: {
        text: '`{{variable}}` is the secret that {{use}}, and the prefix `{{prefix}}` compiles it into the browser bundle. Every visitor can {{power}}. Name it without the prefix, and replace the secret.',
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [798, 321], asvs: ['V13.3.1'], owasp: ['A02:2021', 'A04:2025', 'A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const seen = new Set<string>();
    for (const use of secretUses(context)) {
      const { value } = use;
      if (value.kind === 'env') yield* exposed(use, value);
      if (value.kind !== 'known' || !isSecretText(value) || standIn(use, context.evaluator) !== undefined) continue;
      const { at } = value;
      const isPem = isPrivateKeyPem(String(value.value));
      seen.add(`${at.file}:${at.range[0]}`);
      yield {
        messageId: isPem ? 'privateKey' : 'literal',
        at,
        ...(isPem ? {} : { data: phrases(use) }),
        trace: traceOf(use.operation, value),
        confidence: use.confidence,
        secrets: [at],
      };
    }
    for (const at of privateKeyLiterals(context.modules)) {
      if (seen.has(`${at.file}:${at.range[0]}`)) continue;
      yield { messageId: 'privateKey', at, trace: [step(at, 'the key stands here')], secrets: [at] };
    }
  },
};

function isSecretText({ value, defaultOf }: Known): boolean {
  return typeof value === 'string' && value !== '' && defaultOf === undefined && !isPublicKeyPem(value);
}

function* exposed(use: SecretUse, variable: Env): Iterable<Problem<MessageId>> {
  const prefix = exposingPrefix(variable.name);
  if (prefix === undefined) return;
  yield {
    messageId: 'exposed',
    at: variable.at,
    data: { variable: variable.name, prefix, ...phrases(use) },
    trace: traceOf(use.operation, variable),
    confidence: use.confidence,
  };
}

const SIGNS_TOKENS = { use: 'signs the tokens', power: 'issue valid tokens for any user' };

/** What a secret does, and what its finder can do. */
function phrases({ operation }: SecretUse): { use: string; power: string } {
  switch (operation.kind) {
    case 'token.issue':
      return SIGNS_TOKENS;
    case 'token.verify':
      return { use: 'verifies the tokens', power: 'issue valid tokens for any user' };
    case 'secret.fallback':
      return { use: 'is read here', power: 'use it' };
    case 'session.configure':
      return { use: 'signs the session cookie', power: 'sign session cookies' };
    case 'secret.use': {
      const purpose = operation.purpose.kind === 'known' ? String(operation.purpose.value) : '';
      if (purpose === 'token') return SIGNS_TOKENS;
      if (purpose === 'encryption') return { use: 'encrypts the data', power: 'decrypt and forge it' };
      return { use: purpose === 'cookie' ? 'signs the cookies' : 'signs the data', power: 'forge the signature' };
    }
  }
}
