import { describe, expect, it } from 'vitest';
import { isAuthCookieName, isCsrfName, isSessionPurposeName, tokenNameStrength } from '../../src/domain/names.js';

describe('tokenNameStrength', () => {
  it.each([
    'accessToken', 'refresh_token', 'id-token', 'AUTH_TOKEN', 'sessionToken', 'bearerToken', 'userToken', 'loginToken',
    'oauthToken', 'OAuth2Token', 'oidcToken', 'accesstoken', 'jwt', 'userJWT', 'sb-access-token', 'authToken2',
    'refreshTokenHash', 'oauth_code', 'x-admin-oauth-code',
  ])('%s is strong', (name) => {
    expect(tokenNameStrength(name)).toBe('strong');
  });

  it.each(['token', 'apiToken', 'resetToken', 'Admin-Token', 'token_access', 'idOfToken'])('%s is weak', (name) => {
    expect(tokenNameStrength(name)).toBe('weak');
  });

  it.each([
    'tokens', 'accessTokens', 'csrfToken', 'XSRF-TOKEN', 'pushToken', 'fcmToken', 'nextPageToken', 'cancelToken',
    'maxTokens', 'tokenCount', 'tokenType', 'token_endpoint', 'accessTokenExpires', 'accessTokenExpiresAt', 'tokenName',
    'accessTokenKey', 'InjectionToken', 'mapboxAccessToken', 'hasToken', 'JwtModule', 'jwtSecret', 'tokenizer',
    'validtoken', 'jsonwebtoken', 'theme', 'tokenSymbol', 'recaptchaToken', 'accessTokenService', 'countryCode', 'code', '',
  ])('%s is no token', (name) => {
    expect(tokenNameStrength(name)).toBeUndefined();
  });
});

describe('isAuthCookieName', () => {
  it.each([
    'connect.sid', 'sessionId', '__Host-session', 'koa.sess', 'sb-access-token', 'rememberMe', 'sid', 'JSESSIONID',
    'PHPSESSID', 'accesstoken', 'next-auth.session-token', 'auth', 'Authorization', 'jwt', 'refreshToken', 'sso',
    'sid2', 'remember_token', 'isso-session', 'remember', 'refresh', 'login_cookie', 'my-access',
  ])('%s carries a login', (name) => {
    expect(isAuthCookieName(name)).toBe(true);
  });

  it.each([
    'assets', 'residency', 'insider', '_ga', 'XSRF-TOKEN', 'loginCount', '_csrf', 'csrfToken', 'cookie-consent',
    'theme-session', 'locale', 'lastLogin', 'login_redirect_url', 'flash_session', 'is_login', 'session_expires',
    'cart', 'accessibility', 'access_level', 'remember_choice', 'auth_provider', 'login_mode', '',
    'session_timeout', 'session_started_at', 'auth_status', 'auth-error', 'tokenIssuedAt', 'fcm_token', 'mapbox-token', 'token_symbol',
  ])('%s does not', (name) => {
    expect(isAuthCookieName(name)).toBe(false);
  });
});

describe('isCsrfName', () => {
  it.each([
    'csrf', '_csrf', 'XSRF-TOKEN', 'csrftoken', 'x-csrf-token', 'authenticity_token', 'antiForgery', '__Host-xsrf',
  ])('%s is an anti-forgery token', (name) => {
    expect(isCsrfName(name)).toBe(true);
  });

  it.each(['token', 'authenticity', 'session', 'forgery'])('%s is not', (name) => {
    expect(isCsrfName(name)).toBe(false);
  });
});

describe('isSessionPurposeName', () => {
  it.each([
    'sessionId', 'session_id', 'sid', 'sessionid', 'token', 'resetToken', 'resettoken', 'generateToken', 'csrfToken',
    'secret', 'clientSecret', 'password', 'tempPassword', 'generatePassword', 'otp', 'nonce', 'salt', 'apiKey',
    'API_KEY', 'signingKey', 'encryptionKey', 'verificationCode', 'generateVerificationCode', 'inviteCode',
    'verifyEmailCode', 'oneTimePassword', 'oneTimeCode', 'twoFactorCode', 'oauthState', 'codeVerifier', 'magicLink',
    'xsrf', 'passwordHash',
  ])('%s must be unguessable', (name) => {
    expect(isSessionPurposeName(name)).toBe(true);
  });

  it.each([
    'id', 'key', 'rowKey', 'elementId', 'requestId', 'correlationId', 'traceId', 'cacheBuster', 'cacheToken', 'jitter',
    'retryDelay', 'sampleRate', 'color', 'colorToken', 'tokenId', 'refreshTokenId', 'jti', 'tokenExpiresAt',
    'passwordResetExpires', 'passwordChangedAt', 'sessionStart', 'sessionTimeout', 'lastTokenRefresh', 'otpSentAt',
    'saltRounds', 'tokens', 'tokenCount', 'passwordInputId', 'passwordStrength', 'secretName', 'cancelToken',
    'tokenKey', 'state', 'code', 'statusCode', 'countryCode', 'authStatusCode', 'couponCode', 'gameSessionId',
    'analyticsSessionId', 'payment_session_id', 'session', 'timestamp', 'isPassword', 'publishableApiKey', 'time', '',
  ])('%s need not be', (name) => {
    expect(isSessionPurposeName(name)).toBe(false);
  });
});
