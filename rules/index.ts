import type { Rule } from '../src/analysis/rule.js';
import { authCheckAwaited } from './auth-check-awaited.js';
import { cookieLifetime } from './cookie-lifetime.js';
import { cookieNoScriptWrittenAuth } from './cookie-no-script-written-auth.js';
import { cookieNoSensitiveValue } from './cookie-no-sensitive-value.js';
import { cookiePrefixRules } from './cookie-prefix-rules.js';
import { cookieRequireHttpOnly } from './cookie-require-httponly.js';
import { cookieRequireSameSite } from './cookie-require-samesite.js';
import { cookieRequireSecure } from './cookie-require-secure.js';
import { cookieSameSiteNone } from './cookie-samesite-none.js';
import { cookieScope } from './cookie-scope.js';
import { csrfNoWeakConfig } from './csrf-no-weak-config.js';
import { csrfOAuthStatePkce } from './csrf-oauth-state-pkce.js';
import { entropyMinBits } from './entropy-min-bits.js';
import { entropyNoInsecureRandom } from './entropy-no-insecure-random.js';
import { entropyNoPredictableId } from './entropy-no-predictable-id.js';
import { jwtExpiryUnits } from './jwt-expiry-units.js';
import { jwtMaxClockTolerance } from './jwt-max-clock-tolerance.js';
import { jwtMaxTtl } from './jwt-max-ttl.js';
import { jwtNoAuthzClaims } from './jwt-no-authz-claims.js';
import { jwtNoDecodeForAuth } from './jwt-no-decode-for-auth.js';
import { jwtNoFailOpen } from './jwt-no-fail-open.js';
import { jwtNoIgnoredExpiration } from './jwt-no-ignored-expiration.js';
import { jwtNoIneffectiveOptions } from './jwt-no-ineffective-options.js';
import { jwtNoMixedAlgorithms } from './jwt-no-mixed-algorithms.js';
import { jwtNoNone } from './jwt-no-none.js';
import { jwtNoPiiClaims } from './jwt-no-pii-claims.js';
import { jwtNoTokenSuppliedKey } from './jwt-no-token-supplied-key.js';
import { jwtPayloadSize } from './jwt-payload-size.js';
import { jwtRequireAlgorithms } from './jwt-require-algorithms.js';
import { jwtRequireAudienceIssuer } from './jwt-require-audience-issuer.js';
import { jwtRequireExpiration } from './jwt-require-expiration.js';
import { logNoCredentials } from './log-no-credentials.js';
import { passwordHashStrength } from './password-hash-strength.js';
import { secretConstantTimeCompare } from './secret-constant-time-compare.js';
import { secretMinStrength } from './secret-min-strength.js';
import { secretMustBePresent } from './secret-must-be-present.js';
import { secretNoHardcoded } from './secret-no-hardcoded.js';
import { sessionAbsoluteTimeout } from './session-absolute-timeout.js';
import { sessionCookieIntegrity } from './session-cookie-integrity.js';
import { sessionIdleTimeout } from './session-idle-timeout.js';
import { sessionNoMemoryStore } from './session-no-memory-store.js';
import { sessionRegenerateOnLogin } from './session-regenerate-on-login.js';
import { storageNativeKeystore } from './storage-native-keystore.js';
import { storageNoScriptReadableToken } from './storage-no-script-readable-token.js';
import { storageSdkCacheLocation } from './storage-sdk-cache-location.js';
import { transportBearerHeaderOnly } from './transport-bearer-header-only.js';
import { transportCorsCredentials } from './transport-cors-credentials.js';
import { transportHttpsOnly } from './transport-https-only.js';
import { transportNoTokenInUrl } from './transport-no-token-in-url.js';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  authCheckAwaited,
  cookieLifetime,
  cookieNoScriptWrittenAuth,
  cookieNoSensitiveValue,
  cookiePrefixRules,
  cookieRequireHttpOnly,
  cookieRequireSameSite,
  cookieRequireSecure,
  cookieSameSiteNone,
  cookieScope,
  csrfNoWeakConfig,
  csrfOAuthStatePkce,
  entropyMinBits,
  entropyNoInsecureRandom,
  entropyNoPredictableId,
  jwtExpiryUnits,
  jwtMaxClockTolerance,
  jwtMaxTtl,
  jwtNoAuthzClaims,
  jwtNoDecodeForAuth,
  jwtNoFailOpen,
  jwtNoIgnoredExpiration,
  jwtNoIneffectiveOptions,
  jwtNoMixedAlgorithms,
  jwtNoNone,
  jwtNoPiiClaims,
  jwtNoTokenSuppliedKey,
  jwtPayloadSize,
  jwtRequireAlgorithms,
  jwtRequireAudienceIssuer,
  jwtRequireExpiration,
  logNoCredentials,
  passwordHashStrength,
  secretConstantTimeCompare,
  secretMinStrength,
  secretMustBePresent,
  secretNoHardcoded,
  sessionAbsoluteTimeout,
  sessionCookieIntegrity,
  sessionIdleTimeout,
  sessionNoMemoryStore,
  sessionRegenerateOnLogin,
  storageNativeKeystore,
  storageNoScriptReadableToken,
  storageSdkCacheLocation,
  transportBearerHeaderOnly,
  transportCorsCredentials,
  transportHttpsOnly,
  transportNoTokenInUrl,
];
