import { isSecretName } from '../domain/names.js';
import { isPrivateKeyPem } from '../domain/pem.js';
import { words } from '../domain/words.js';
import type { Analysis } from './analyse.js';
import { sourceOf } from './edits.js';
import { nodeAt } from './evaluate/module.js';
import type { Env, Known, Value } from './evaluate/values.js';
import type { Repair } from './finding.js';
import { holderName } from './naming.js';
import type { SecretUse } from './questions/secrets.js';

/**
 * Reads a secret that stands in the code from the environment: `process.env.JWT_SECRET`, by the name of what holds it where that
 * says what it is (`cookieSecret`), else by its use.
 */
export function readFromEnvironment(context: Analysis, { operation }: SecretUse, literal: Known): Repair | undefined {
  const module = sourceOf(context, literal.at)?.module;
  const node = module === undefined ? undefined : nodeAt(module, literal.at);
  const isWhole = node?.kind === 'string' || (node?.kind === 'template' && node.strings.length === 1);
  if (module === undefined || !isWhole) return undefined;
  const holder = words(holderName(node, module) ?? '');
  const isTelling = holder.length > 1 && isSecretName(holder.join('_'));
  const name = isTelling ? holder.join('_').toUpperCase() : usualName(operation, isPrivateKeyPem(String(literal.value)));
  const text = `process.env.${name}`;
  return { message: `Read \`${text}\``, edits: [{ range: literal.at.range, text }] };
}

/** What a variable for a secret of this use is mostly called. */
function usualName(operation: SecretUse['operation'], isPrivateKey: boolean): string {
  switch (operation.kind) {
    case 'token.issue':
    case 'token.verify':
      return isPrivateKey ? 'JWT_PRIVATE_KEY' : 'JWT_SECRET';
    case 'session.configure':
      return 'SESSION_SECRET';
    case 'secret.fallback':
      return 'SECRET';
    case 'secret.use': {
      const purpose = operation.purpose.kind === 'known' ? String(operation.purpose.value) : '';
      const names: Readonly<Record<string, string>> = { token: 'JWT_SECRET', cookie: 'COOKIE_SECRET', encryption: 'ENCRYPTION_KEY', mac: 'HMAC_SECRET' };
      return isPrivateKey ? 'PRIVATE_KEY' : (names[purpose] ?? 'APP_SECRET');
    }
  }
}

/** Stops where only the literal behind `||` or `??`, or in a default, would be left of a variable that is not set. */
export function stopWithout(context: Analysis, variable: Env | undefined, literal: Value): Repair | undefined {
  const module = sourceOf(context, literal.at)?.module;
  const node = module === undefined ? undefined : nodeAt(module, literal.at);
  const parent = node === undefined ? undefined : module?.parentOf(node);
  const isStandIn = (parent?.kind === 'logical' && parent.operator !== '&&' && parent.right === node) ||
    (parent?.kind === 'default-pattern' && parent.default === node);
  if (variable === undefined || !isStandIn || !/^\w+$/.test(variable.name)) return undefined;
  const text = `(() => { throw new Error('${variable.name} is not set'); })()`;
  return { message: `Throw where \`${variable.name}\` is not set`, edits: [{ range: literal.at.range, text }] };
}
