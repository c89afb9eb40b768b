import { describe, expect, it } from 'vitest';
import { tokenClassOfKey, tokenClassOfName } from '../../src/domain/token-classes.js';

describe('the class of a token by a name', () => {
  it.each([
    ['accessToken', 'access'],
    ['access_token', 'access'],
    ['sessionJwt', 'access'],
    ['authToken', 'access'],
    ['login', 'access'],
    ['refreshToken', 'refresh'],
    ['REFRESH_TOKEN_SECRET', 'refresh'],
    ['rememberMe', 'refresh'],
    ['rt', 'refresh'],
    ['refreshAccessToken', 'access'],
    ['resetToken', 'one-time'],
    ['emailVerificationToken', 'one-time'],
    ['magicLink', 'one-time'],
    ['invites', 'one-time'],
    ['one_time_token', 'one-time'],
    ['authorizationCode', 'code'],
    ['idToken', 'id'],
    ['apiToken', 'other'],
    ['unsubscribeToken', 'other'],
    ['token', undefined],
    ['jwt', undefined],
    ['accessory', undefined],
    ['refreshments', undefined],
    ['', undefined],
  ])('%s: %s', (name, expected) => {
    expect(tokenClassOfName(name)).toBe(expected);
  });

  it.each([
    ['resetPassword', undefined],
    ['verifyEmail', undefined],
    ['confirmOrder', undefined],
    ['forgotPassword', 'one-time'],
    ['createResetToken', 'one-time'],
    ['signEmailConfirmation', 'one-time'],
    ['verifyAccessToken', 'access'],
    ['/refresh', 'refresh'],
  ])('of the function %s: %s', (name, expected) => {
    expect(tokenClassOfName(name, 'function')).toBe(expected);
  });

  it.each([
    ['REFRESH_SECRET', 'refresh'],
    ['ACCESS_TOKEN_KEY', 'access'],
    ['RESET_SECRET', 'one-time'],
    ['AUTH_SECRET', undefined],
    ['SESSION_SECRET', undefined],
    ['JWT_VERIFICATION_KEY', undefined],
    ['API_SECRET', undefined],
  ])('of the key %s: %s', (name, expected) => {
    expect(tokenClassOfKey(name)).toBe(expected);
  });
});
