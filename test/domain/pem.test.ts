import { describe, expect, it } from 'vitest';
import { isPrivateKeyPem, isPublicKeyPem } from '../../src/domain/pem.js';

const BODY = 'MC4CAQAwBQYDK2VwBCIEIGFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYQ==';
const pem = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;

describe('PEM texts', () => {
  it.each(['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY'])('%s is private', (label) => {
    expect(isPrivateKeyPem(pem(label, BODY))).toBe(true);
    expect(isPrivateKeyPem(pem(label, BODY).replaceAll('\n', '\\n'))).toBe(true);
    expect(isPublicKeyPem(pem(label, BODY))).toBe(false);
  });

  it('without a body are no keys', () => {
    expect(isPrivateKeyPem('-----BEGIN PRIVATE KEY-----')).toBe(false);
    expect(isPrivateKeyPem(pem('PRIVATE KEY', '...'))).toBe(false);
  });

  it.each(['PUBLIC KEY', 'RSA PUBLIC KEY', 'CERTIFICATE'])('%s is public', (label) => {
    expect(isPublicKeyPem(pem(label, BODY))).toBe(true);
    expect(isPrivateKeyPem(pem(label, BODY))).toBe(false);
  });
});
