import { isPublicKeyPem } from '../../domain/pem.js';
import { words } from '../../domain/words.js';
import { PUBLIC_KEYS } from '../../knowledge/index.js';
import type { Confidence } from '../finding.js';
import { unconverted } from '../operations/conversions.js';
import { partsOf } from '../operations/params.js';
import { namesOf } from '../naming.js';
import { alternatives, type Value } from '../evaluate/values.js';

const FILE = /(?:^|[/\\._-])(?:pub|public|cert|certificate)(?:[._-].*)?\.(?:pem|key|crt|cer)$|\.pub$/i;

/**
 * Whether a key is public, and how surely: by what makes or spells it (certain), or by the names of the variable or file
 * that it comes from (likely).
 */
export function publicKeyEvidence(key: Value): Confidence | undefined {
  const found = alternatives(key).map(({ value }) => evidenceOf(value));
  return found.includes(undefined) || found.length === 0 ? undefined : found.includes('likely') ? 'likely' : 'certain';
}

function evidenceOf(key: Value): Confidence | undefined {
  const { value, by } = unconverted(key);
  if (by !== undefined && PUBLIC_KEYS.has(`${by.package}:${by.path}`)) return 'certain';
  if (value.kind === 'known') return typeof value.value === 'string' && isPublicKeyPem(value.value) ? 'certain' : undefined;
  if (value.kind === 'object' || value.kind === 'function') return undefined;
  if (namesOf(value).some(isPublicKeyName)) return 'likely';
  for (const part of partsOf(value)) {
    if (part.kind === 'known' && typeof part.value === 'string' && FILE.test(part.value)) return 'likely';
  }
  return undefined;
}

function isPublicKeyName(name: string): boolean {
  const list = words(name);
  return list.some((word, index) => word === 'publickey' || (word === 'public' && ['key', 'pem'].includes(list[index + 1] ?? '')));
}
