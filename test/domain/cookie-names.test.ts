import { describe, expect, it } from 'vitest';
import { cookieTells } from '../../src/domain/cookie-names.js';

describe('cookieTells', () => {
  it.each(['role', 'userRole', 'user_roles', 'isAdmin', 'is_admin', 'permissions', 'admin'])('%s: what somebody may do', (name) => {
    expect(cookieTells(name)).toBe('rights');
  });

  it.each(['user', 'userId', 'user_id', 'uid', 'username', 'current_user', 'loggedInUser', 'userInfo', 'customerId'])('%s: who somebody is', (name) => {
    expect(cookieTells(name)).toBe('identity');
  });

  it.each(['id', 'theme', 'userTheme', 'anonymousUserId', 'guest_user_id', 'adminSidebar', 'session', 'cartId', 'lastUser', ''])('%s: neither', (name) => {
    expect(cookieTells(name)).toBeUndefined();
  });
});
