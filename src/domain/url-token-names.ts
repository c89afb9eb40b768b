import { tokenNameStrength, type TokenNameStrength } from './names.js';
import { stems } from './words.js';

/** What an OpenID Connect logout asks for, and what other services' addresses have to have. */
const OTHERS = new Set(['hint', 'unsubscribe', 'share', 'embed', 'preview', 'download', 'upload', 'sas', 'signature', 'sig', 'oauth', 'code']);

/**
 * The strength of a URL parameter's name as one of a token. Not: an authorization code, which OAuth puts there, and
 * OpenID Connect's `id_token_hint`.
 */
export function urlTokenStrength(name: string): TokenNameStrength | undefined {
  return stems(name).some((word) => OTHERS.has(word)) ? undefined : tokenNameStrength(name);
}
