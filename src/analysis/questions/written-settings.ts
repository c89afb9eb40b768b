import { isPrivateKeyPem } from '../../domain/pem.js';
import { isExposedSecretName, isSigningSecretName } from '../../domain/setting-names.js';
import { isCompleteSecret, isUsableSecret } from '../../domain/setting-values.js';
import type { Setting, SettingsSource } from '../../ir/settings.js';
import type { Env } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import type { RuleContext } from '../rule.js';
import { secretUses, type SecretUse } from './secrets.js';

/** A secret whose value stands in a file of settings. */
export interface WrittenSecret {
  readonly setting: Setting;
  readonly source: SettingsSource;
  /** Of the value. */
  readonly at: Place;
  readonly isPrivateKey: boolean;
  /** Where the code signs or seals with the variable; without one its name or its value tells. */
  readonly use?: VariableUse | undefined;
  /** `sample`: who sets the program up copies the file; `development`: the value is for developers' machines. */
  readonly stage: 'sample' | 'development' | undefined;
}

export interface VariableUse extends SecretUse {
  readonly value: Env;
}

/** `.env.example`, `env.local.sample`, `docker-compose.dist.yml`. */
const SAMPLE = /(?:^|[._-])(?:example|sample|template|tmpl|tpl|dist|defaults?|schema)(?:[._-]|$)/i;
const DEVELOPMENT = /(?:^|[._-])(?:dev|devel|development|local|override)(?:[._-]|$)/i;

/**
 * Secrets in clear text in the project's files of settings: what the code uses as a key, names that sign or seal, private keys.
 * Gaps, references to a store, encrypted values and names that `exposedNames` tells of are none; in a sample only a complete value is one.
 */
export function* writtenSecrets(context: RuleContext): Iterable<WrittenSecret> {
  const files = context.evaluator.project.host.settings;
  if (files === undefined || files.size === 0) return;
  const uses = variableUses(context);
  for (const [file, { source, settings }] of files) {
    const stage = stageOf(file);
    for (const setting of settings) {
      const { name, value, range } = setting;
      const isPrivateKey = isPrivateKeyPem(value);
      const use = uses.get(name);
      if (use === undefined && !isPrivateKey && !isSigningSecretName(name)) continue;
      // Of what is compiled into the browser's code the value is the smaller part.
      if (isExposedSecretName(name)) continue;
      if (stage === 'sample' ? !isCompleteSecret(value) : !isUsableSecret(value)) continue;
      yield { setting, source, at: { file, range }, isPrivateKey, use, stage };
    }
  }
}

function stageOf(file: string): WrittenSecret['stage'] {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (SAMPLE.test(name)) return 'sample';
  return DEVELOPMENT.test(name) && !/prod/i.test(name) ? 'development' : undefined;
}

/** Environment variables that are keys in the code. */
function variableUses(context: RuleContext): ReadonlyMap<string, VariableUse> {
  const uses = new Map<string, VariableUse>();
  for (const use of secretUses(context)) {
    const { value, operation } = use;
    if (value.kind === 'env' && operation.kind !== 'secret.fallback' && !uses.has(value.name)) uses.set(value.name, { ...use, value });
  }
  return uses;
}
