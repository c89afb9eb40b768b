import { describe, expect, it } from 'vitest';
import { isKeyReference, isSecretName } from '../../src/domain/secret-names.js';

describe('isSecretName', () => {
  it.each([
    'secret', 'jwtSecret', 'JWT_SECRET', 'SESSION_SECRET', 'cookieSecret', 'APP_SECRET', 'ACCESS_TOKEN_SECRET',
    'jwtsecret', 'privateKey', 'PRIVATE_KEY', 'JWT_PRIVATE_KEY_PEM', 'signingKey', 'secretKey', 'SECRET_KEY_BASE',
    'JWT_KEY', 'APP_KEY', 'encryptionKey', 'secretOrKey', 'secretOrPrivateKey', 'cookieSecrets', 'SESSION_KEYS',
    'SESSION_PASSWORD', 'GITHUB_WEBHOOK_SECRET', 'jwtSecret2', 'jwtSecretBase64',
  ])('%s holds a key', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([
    'publicKey', 'secretName', 'secretId', 'jwksUri', 'secretsManager', 'SecretsManagerClient', 'isSecret', 'hasSecret',
    'generateSecret', 'getSecretValue', 'rotateJwtSecret', 'clientSecret', 'GOOGLE_CLIENT_SECRET', 'totpSecret',
    'recaptchaSecret', 'AWS_SECRET_ACCESS_KEY', 'apiKey', 'accessTokenKey', 'sessionKey', 'storageKey',
    'DROPBOX_APP_KEY', 'ENV_NOT_FOUND_KEY_DATA_ENCRYPTION_KEY', 'password', 'DB_PASSWORD', 'secretary', 'keys', 'key',
    '',
  ])('%s does not', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('isKeyReference', () => {
  it.each([
    'JWT_SECRET', 'auth.jwtSecret', 'INFRA.JWT_SECRET', '${JWT_SECRET}', '{{ jwt_secret }}',
  ])('%s names a secret', (text) => {
    expect(isKeyReference(text)).toBe(true);
  });

  it.each([
    'secret', 'SECRET', 'jwtSecret', 'my-jwt-secret', 'LOG_LEVEL', 'server.port', 'pre${JWT_SECRET}', 'Tr0ub4dor&3', '',
  ])('%s does not', (text) => {
    expect(isKeyReference(text)).toBe(false);
  });
});
