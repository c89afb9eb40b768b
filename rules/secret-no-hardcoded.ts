import { placeKey } from '../src/analysis/finding.js';
import { exposedNames } from '../src/analysis/questions/exposed-secrets.js';
import { standIn } from '../src/analysis/questions/missing-secrets.js';
import { privateKeyLiterals } from '../src/analysis/questions/private-keys.js';
import { secretPowers } from '../src/analysis/questions/secret-powers.js';
import { writtenSecrets, type WrittenSecret } from '../src/analysis/questions/written-settings.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { secretUses, type SecretUse } from '../src/analysis/questions/secrets.js';
import { readFromEnvironment } from '../src/analysis/secret-edits.js';
import { step, traceOf } from '../src/analysis/trace.js';
import type { Env, Known } from '../src/analysis/evaluate/values.js';
import { isPrivateKeyPem, isPublicKeyPem } from '../src/domain/pem.js';
import { exposingPrefix } from '../src/domain/secret-names.js';

type MessageId = 'literal' | 'privateKey' | 'exposed' | 'setting' | 'sample';

const FILES = { env: 'env file', compose: 'Compose file', kubernetes: 'manifest' } as const;
const BY_NAME = { use: 'its name tells of', power: 'use it' };

export const secretNoHardcoded: Rule<MessageId> = {
  meta: {
    id: 'secret-no-hardcoded',
    description: 'Keys and secrets must not be written in the source or compiled into a browser bundle',
    scope: 'file',
    hasSuggestions: true,
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
      setting: {
        text: '`{{variable}}` is {{what}}, and this {{kind}} has it in {{form}}. Everybody who gets the code, its history or a copy of the file can {{power}}. Keep it in a secret store or a file that is not versioned, and replace this one: it is known.',
        severity: 'error',
        confidence: 'certain',
      },
      sample: {
        text: '`{{variable}}` is {{what}}, and this sample has a complete value for it. Whoever starts with a copy of the file has a secret that everybody can read. Leave the value empty, and say how to make one.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [798, 321], asvs: ['V13.3.1'], owasp: ['A02:2021', 'A04:2025', 'A07:2021', 'A07:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const seen = new Set<string>();
    const used = new Set<string>();
    for (const use of secretUses(context)) {
      const { value } = use;
      if (value.kind === 'env') yield* exposed(use, value, used);
      if (value.kind !== 'known' || !isSecretText(value) || standIn(use, context.evaluator) !== undefined) continue;
      const { at } = value;
      const isPem = isPrivateKeyPem(String(value.value));
      seen.add(`${at.file}:${at.range[0]}`);
      yield {
        messageId: isPem ? 'privateKey' : 'literal',
        at,
        ...(isPem ? {} : { data: secretPowers(use) }),
        trace: traceOf(use.operation, value),
        confidence: use.confidence,
        secrets: [at],
        suggestions: [readFromEnvironment(context, use, value)],
      };
    }
    for (const at of privateKeyLiterals(context.modules)) {
      if (seen.has(`${at.file}:${at.range[0]}`)) continue;
      yield { messageId: 'privateKey', at, trace: [step(at, 'the key stands here')], secrets: [at] };
    }
    for (const { name, at } of exposedNames(context)) {
      if (used.has(placeKey(at))) continue;
      yield { messageId: 'exposed', at, data: { variable: name, prefix: exposingPrefix(name) ?? '', ...BY_NAME }, trace: [step(at, 'the variable stands here')], confidence: 'likely' };
    }
    for (const secret of writtenSecrets(context)) if (secret.setting.fallbackOf === undefined) yield written(secret);
  },
};

function written({ setting, source, at, isPrivateKey, use, stage }: WrittenSecret): Problem<MessageId> {
  const { use: does, power } = use === undefined ? BY_NAME : secretPowers(use);
  const what = isPrivateKey ? 'a private key' : use === undefined ? 'a secret by its name' : `the secret that ${does}`;
  const form = setting.base64 ? 'base64, which hides nothing' : 'clear text';
  return {
    messageId: stage === 'sample' ? 'sample' : 'setting',
    at,
    data: { variable: setting.name, what, kind: FILES[source], form, power },
    trace: [...(use === undefined ? [] : traceOf(use.operation, use.value)), step(at, 'the value stands here')],
    confidence: use === undefined || stage === 'sample' ? 'likely' : use.confidence,
    ...(stage === undefined ? {} : { severity: 'warning' }),
    secrets: [at],
  };
}

function isSecretText({ value, defaultOf }: Known): boolean {
  return typeof value === 'string' && value !== '' && defaultOf === undefined && !isPublicKeyPem(value);
}

function* exposed(use: SecretUse, variable: Env, used: Set<string>): Iterable<Problem<MessageId>> {
  const prefix = exposingPrefix(variable.name);
  if (prefix === undefined) return;
  used.add(placeKey(variable.at));
  yield {
    messageId: 'exposed',
    at: variable.at,
    data: { variable: variable.name, prefix, ...secretPowers(use) },
    trace: traceOf(use.operation, variable),
    confidence: use.confidence,
  };
}
