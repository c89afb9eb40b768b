import { isPrivateKeyPem, isPublicKeyPem } from './pem.js';
import { isPlaceholderPhrase } from './weak-secrets.js';

/** Nothing, or what only marks a gap: `<secret>`, `[your secret]`, `xxxxxx`, `***`, `none`. */
const GAP = /^(?:<[^>]*>|\[[^\]]*\]|[x*._?#-]*|true|false|yes|no|on|off|null|none|nil|undefined|\d{1,3})$/i;
/** What another program fills in: `${X}`, `$X`, `$(x)`, `{{ x }}`, `<%= x %>`, `%X%`. */
const INTERPOLATION = /\$\{|\$\(|\{\{|<%|^\$\w+$|^%\w+%$/;
/** Where the value stands: in a store, or in a file. */
const REFERENCE = /^(?:https?|op|vault|ref\+\w+|awssm|awsssm|gcpsm|sm|file|secret|secretref|env):|^arn:|^(?:\.{1,2}|~)\/|^\/(?:run|etc|var|usr|opt|app|home|secrets|mnt)\/|\.(?:pem|key|crt|cer|p12|pfx|jks|json|txt)$/i;
/** Encrypted with SOPS, Jasypt or dotenvx. */
const ENCRYPTED = /^ENC[[(]|^encrypted:/;

/** Whether the value of a setting is one that a program could use as a secret, weak or not. */
export function isUsableSecret(value: string): boolean {
  return ![GAP, INTERPOLATION, REFERENCE, ENCRYPTED].some((pattern) => pattern.test(value)) && !isPublicKeyPem(value);
}

/** Words of values that ask to be replaced. */
const ASKS = /your|change|replace|example|sample|placeholder|insert|generate|random|dummy|secret|goes|here|must|should|at.?least|xxx|\.\.\./i;
/** Hex digits, or base64 with letters of both cases and digits, as long as generators make them; words in disguise are neither. */
const DRAWN = /^(?=.*\d)(?=.*[a-f])(?:[\da-f]{2}){12,}$|^(?=.*\d)(?=.*[A-F])(?:[\dA-F]{2}){12,}$|^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/-]{20,}={0,2}$/;
const MIN_DIFFERENT = 8;

/**
 * Whether a value in a sample of settings is complete, so that who copies the sample uses it: a private key with its body,
 * or a text that looks drawn and does not ask to be replaced.
 */
export function isCompleteSecret(value: string): boolean {
  if (isPrivateKeyPem(value)) return true;
  return DRAWN.test(value) && new Set(value).size >= MIN_DIFFERENT && !ASKS.test(value) && !isPlaceholderPhrase(value);
}
