import { describe, expect, it } from 'vitest';
import { isCredentialCheckName, isLoginName, isLoginRoute, isPrincipalKey } from '../../src/domain/login-names.js';

describe('isLoginName', () => {
  it.each([
    'login', 'logIn', 'handleLoginRequest', 'logUserIn', 'signIn', 'sign_up', 'postSignup', 'authenticate', 'register',
    'registerUser', 'handleRegister',
  ])('%s logs in', (name) => {
    expect(isLoginName(name)).toBe(true);
  });

  it.each([
    'logout', 'isLoggedIn', 'requireLogin', 'showLoginPage', 'loginLimiter', 'getLoginUrl', 'registerRoutes',
    'registerPlugin', 'update', 'assignInvoice', '',
  ])('%s does not', (name) => {
    expect(isLoginName(name)).toBe(false);
  });
});

describe('isLoginRoute', () => {
  it.each(['/login', '/log-in', '/users/sign-in', '/api/auth/register', '/auth/google/callback', '/courier-login', '/sso/'])(
    '%s is one',
    (path) => {
      expect(isLoginRoute(path)).toBe(true);
    },
  );

  it.each(['/', '/logout', '/profile', '/registered-mail', '/blogin', '/auth/session'])('%s is none', (path) => {
    expect(isLoginRoute(path)).toBe(false);
  });
});

describe('isPrincipalKey', () => {
  it.each(['user', 'userId', 'user_id', 'uid', 'currentUser', 'account', 'passport', 'isAuthenticated', 'loggedIn', 'token', 'jwt', 'email'])(
    '%s says who is there',
    (key) => {
      expect(isPrincipalKey(key)).toBe(true);
    },
  );

  it.each(['pendingUserId', 'userAgent', 'returnTo', 'csrfToken', 'loginAttempts', 'resetToken', 'theme', 'loginEmail', 'authState', 'authRequest', 'authCode'])(
    '%s does not',
    (key) => {
      expect(isPrincipalKey(key)).toBe(false);
    },
  );
});

describe('isCredentialCheckName', () => {
  it.each(['validateLogin', 'verifyPassword', 'checkCredentials', 'comparePassword', 'isValidPassword', 'authenticate'])('%s checks', (name) => {
    expect(isCredentialCheckName(name)).toBe(true);
  });

  it.each(['validateBody', 'setPassword', 'hashPassword', 'checkStock', 'isAdmin', 'isUserActive'])('%s does not', (name) => {
    expect(isCredentialCheckName(name)).toBe(false);
  });
});
