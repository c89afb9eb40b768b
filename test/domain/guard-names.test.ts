import { describe, expect, it } from 'vitest';
import { isGuardName, isNegativeName, isOptionalName, isStrangerName } from '../../src/domain/guard-names.js';

describe('names of guards', () => {
  it('order, or ask whether somebody is there', () => {
    const names = ['requireUser', 'ensureLoggedIn', 'AuthGuard', 'isAuthenticated', 'isLoggedIn', 'userOf', 'isAuthor', 'authenticate'];
    expect(names.filter(isGuardName)).toEqual(['requireUser', 'ensureLoggedIn', 'AuthGuard', 'isAuthenticated', 'isLoggedIn']);
  });

  it('say that strangers pass', () => {
    const names = ['optionalAuth', 'attachUser', 'setUser', 'requireUser', 'settings'];
    expect(names.filter(isOptionalName)).toEqual(['optionalAuth', 'attachUser', 'setUser']);
  });

  it('say that yes is bad news', () => {
    expect(['isTokenExpired', 'needsRenewal', 'isValid', 'canActivate'].filter(isNegativeName)).toEqual(['isTokenExpired', 'needsRenewal']);
  });

  it('are of nobody', () => {
    expect(['guest', 'ANONYMOUS_USER', 'member'].filter(isStrangerName)).toEqual(['guest', 'ANONYMOUS_USER']);
  });
});
