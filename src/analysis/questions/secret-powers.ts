import type { SecretUse } from './secrets.js';

const SIGNS_TOKENS = { use: 'signs the tokens', power: 'issue valid tokens for any user' };

/** What a secret does, and what its finder can do. */
export function secretPowers({ operation }: SecretUse): { use: string; power: string } {
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
