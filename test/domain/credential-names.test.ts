import { describe, expect, it } from 'vitest';
import { credentialKind, isAuthName, isLoginPlace, isOneTimeLinkName, isPasswordName } from '../../src/domain/credential-names.js';

describe('credential names', () => {
  it.each([
    ['password', 'password'], ['newPassword', 'password'], ['PWD', 'password'],
    ['accessToken', 'token'], ['id_token', 'token'], ['jwt', 'token'], ['token', 'weak token'],
    ['sessionId', 'session id'], ['authorization', 'header'], ['JWT_SECRET', 'secret'],
  ])('%s is a %s', (name, kind) => {
    expect(credentialKind(name)).toBe(kind);
  });

  it.each([
    'hasPassword', 'passwordHash', 'resetPassword', 'passwordErrors', 'tokenCount', 'csrfToken', 'maskedToken', 'tokenPrefix', 'jwtHeaders',
    'publicKey', 'user', 'isAccessToken', 'oauthCode',
  ])('%s is none', (name) => {
    expect(credentialKind(name)).toBeUndefined();
  });

  it('a password is the last word', () => {
    expect([isPasswordName('confirmPassword'), isPasswordName('passwordField')]).toEqual([true, false]);
  });
});

describe('names of places', () => {
  it('serve the link of a mail, unless every request passes them', () => {
    const names = ['resetPassword', 'verifyEmail', 'acceptInvite', 'verifyToken', 'canActivate', 'login'];
    expect(names.filter(isOneTimeLinkName)).toEqual(['resetPassword', 'verifyEmail', 'acceptInvite']);
  });

  it('deal with logins', () => {
    expect(['auth.controller', 'signIn', 'logOut', 'parser', 'author'].filter(isAuthName)).toEqual(['auth.controller', 'signIn', 'logOut']);
    expect(['/signup', 'sign-in', '/logout', '/parcels'].filter(isLoginPlace)).toEqual(['/signup', 'sign-in']);
  });
});
