import { describe, expect, it } from 'vitest';
import { isCompleteSecret, isUsableSecret } from '../../src/domain/setting-values.js';

const PEM = `-----BEGIN PRIVATE KEY-----\\n${'MC4CAQAwBQYDK2VwBCIEIGFh'.repeat(3)}\\n-----END PRIVATE KEY-----`;

describe('isUsableSecret', () => {
  it.each(['access', 'changeme', 'keyboard cat', 'p@ss', '4711', '/9j4AAQSkZJRg+==', 'a=b', '$2b$10$abc', 'x1', PEM])('%s', (value) => {
    expect(isUsableSecret(value)).toBe(true);
  });

  it.each([
    '', '<secret>', '[your secret]', 'xxxx', 'XXXXXXXX', '****', '...', 'null', 'true', '32', '${X}', 'pre-${X}', '$X', '$(cat key)', '{{ .Values.x }}',
    '<%= x %>', '%X%', 'op://vault/item/field', 'vault:secret/data/x', 'arn:aws:secretsmanager:eu-west-1:1:secret:x', '/run/secrets/jwt', './keys/jwt.pem',
    'keys/private.key', 'file:key', 'https://example.com', 'ENC[AES256_GCM,data:x]', 'encrypted:BD9q', '-----BEGIN PUBLIC KEY-----\nabc',
  ])('not %j', (value) => {
    expect(isUsableSecret(value)).toBe(false);
  });
});

describe('isCompleteSecret', () => {
  it.each([PEM, 'w8Kd3nXq5Tz7Rv2mBy6c', '3f9a1c7e5b2d8046af13c9e7b5d20486'])('%s', (value) => {
    expect(isCompleteSecret(value)).toBe(true);
  });

  it.each([
    '', 'changeme', 'your-32-character-secret-1a2b3c4d', 'replace-me-1234567890abcdef', 'data encryption key with 32 char', 'CAFEBABE', 'a1a1a1a1a1a1a1a1a1a1',
    '12345678901234567890', 'abcdefghijklmnopqrst', '-----BEGIN PRIVATE KEY-----\nMC4C...\n-----END PRIVATE KEY-----', 'x7', 'super-duper-s3cret', 'p4rc3ls.and-m0re-p4rcels', '2026-11-24T00:00:00.000Z',
  ])('not %j', (value) => {
    expect(isCompleteSecret(value)).toBe(false);
  });
});
