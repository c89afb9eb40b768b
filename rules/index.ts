import type { Rule } from '../src/analysis/rule.js';
import { cookieRequireHttpOnly } from './cookie-require-httponly.js';
import { cookieRequireSameSite } from './cookie-require-samesite.js';
import { cookieRequireSecure } from './cookie-require-secure.js';
import { entropyMinBits } from './entropy-min-bits.js';
import { entropyNoInsecureRandom } from './entropy-no-insecure-random.js';
import { jwtMaxTtl } from './jwt-max-ttl.js';
import { jwtNoAuthzClaims } from './jwt-no-authz-claims.js';
import { jwtNoIgnoredExpiration } from './jwt-no-ignored-expiration.js';
import { jwtNoNone } from './jwt-no-none.js';
import { jwtNoPiiClaims } from './jwt-no-pii-claims.js';
import { jwtRequireAlgorithms } from './jwt-require-algorithms.js';
import { jwtRequireExpiration } from './jwt-require-expiration.js';
import { secretMustBePresent } from './secret-must-be-present.js';
import { secretNoHardcoded } from './secret-no-hardcoded.js';
import { sessionRegenerateOnLogin } from './session-regenerate-on-login.js';
import { storageNoScriptReadableToken } from './storage-no-script-readable-token.js';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  cookieRequireHttpOnly,
  cookieRequireSameSite,
  cookieRequireSecure,
  entropyMinBits,
  entropyNoInsecureRandom,
  jwtMaxTtl,
  jwtNoAuthzClaims,
  jwtNoIgnoredExpiration,
  jwtNoNone,
  jwtNoPiiClaims,
  jwtRequireAlgorithms,
  jwtRequireExpiration,
  secretMustBePresent,
  secretNoHardcoded,
  sessionRegenerateOnLogin,
  storageNoScriptReadableToken,
];
