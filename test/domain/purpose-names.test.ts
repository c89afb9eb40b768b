import { expect, it } from 'vitest';
import { isIdName, isOneTimeCodeName, isOtherPurposeName, isSecretItself, isSessionStoreName, isShortSecretName, isUniqueName } from '../../src/domain/names.js';
import { exposingPrefix } from '../../src/domain/secret-names.js';

it.each([
  ['otp', true], ['verificationCode', true], ['generatePin', true], ['totpSecret', false], ['codeVerifier', false], ['resetToken', false],
])('%s is a one-time code: %s', (name, expected) => {
  expect(isOneTimeCodeName(name)).toBe(expected);
});

it.each([
  ['csrfToken', true], ['sessionId', true], ['tokenFetched', false], ['nonce', false],
])('%s is the secret itself: %s', (name, expected) => {
  expect(isSecretItself(name)).toBe(expected);
});

it.each([['jitter', true], ['generateEntityId', true], ['recordId', true], ['documentToken', false], ['tokenExpiresAt', true], ['oneTimeToken', false], ['token', false]])('%s is something else: %s', (name, expected) => {
  expect(isOtherPurposeName(name)).toBe(expected);
});

it.each([['passwordSalt', true], ['nonce', true], ['sessionToken', false]])('%s may be short: %s', (name, expected) => {
  expect(isShortSecretName(name)).toBe(expected);
});

it.each([
  ['NEXT_PUBLIC_JWT_SECRET', 'NEXT_PUBLIC_'], ['VITE_KEY_FOR_TOKENS', 'VITE_'], ['VITE_TOKEN_KEY', 'VITE_'], ['PUBLIC_SESSION_SECRET', 'PUBLIC_'],
  ['PUBLIC_KEY', undefined], ['NEXT_PUBLIC_JWT_PUBLIC_KEY', undefined], ['JWT_SECRET', undefined],
])('%s is exposed by %s', (name, prefix) => {
  expect(exposingPrefix(name)).toBe(prefix);
});

it.each([
  ['sessionService', true],
  ['refreshTokens', true],
  ['users', false],
])('%s keeps sessions or tokens: %s', (name, expected) => {
  expect(isSessionStoreName(name)).toBe(expected);
});

it.each([['idempotencyToken', true], ['lock_token', true], ['clientRequestToken', true], ['resetToken', false]])('%s has to be unique only: %s', (name, expected) => {
  expect(isUniqueName(name)).toBe(expected);
});

it.each([['sessionId', true], ['sid', true], ['sessionToken', false], ['idToken', false]])('%s is an id: %s', (name, expected) => {
  expect(isIdName(name)).toBe(expected);
});
