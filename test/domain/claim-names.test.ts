import { describe, expect, it } from 'vitest';
import { isAuthzClaim, piiKind } from '../../src/domain/claim-names.js';

describe('piiKind', () => {
  it.each([
    'password', 'passwordHash', 'hashed_password', 'userPassword', 'pwd', 'secret', 'clientSecret', 'totpSecret', 'otp',
    'pin', 'card', 'cardNumber', 'creditCard', 'cvv', 'ssn', 'socialSecurityNumber', 'iban', 'apiKey', 'privateKey',
    'password2',
  ])('%s is a credential', (name) => {
    expect(piiKind(name)).toBe('credential');
  });

  it.each([
    'email', 'userEmail', 'e-mail', 'emailAddress', 'emailId', 'newEmail', 'unverifiedEmail', 'phone', 'phone_number',
    'mobile', 'mobileNumber', 'name', 'firstName', 'last_name', 'fullName', 'given_name', 'family_name', 'firstname',
    'surname', 'address', 'homeAddress', 'address1', 'addressLine1', 'birthDate', 'birthdate', 'dateOfBirth', 'dob',
    'ip', 'ipAddress', 'clientIp', 'lastLoginIp', 'ipv4', 'https://example.com/email',
  ])('%s is personal data', (name) => {
    expect(piiKind(name)).toBe('pii');
  });

  it.each([
    'sub', 'id', 'userId', 'username', 'userName', 'login', 'nickname', 'displayName', 'preferred_username', 'hostname',
    'filename', 'tenantName', 'roleName', 'appName', 'ipAllowlist', 'zip', 'vip', 'serverIp', 'email_verified',
    'isEmailVerified', 'emailVerifiedAt', 'emailHash', 'emailService', 'emailNotifications', 'phoneVerified',
    'addressId', 'macAddress', 'walletAddress', 'hash', 'at_hash', 'passwordChangedAt', 'mustChangePassword',
    'hasPassword', 'otpEnabled', 'secretId', 'cardId', 'businessCard', 'pinned', 'isMobile', 'mobileApp', 'lastUpdate',
    'iat', 'publishableApiKey', '',
  ])('%s is neither', (name) => {
    expect(piiKind(name)).toBeUndefined();
  });
});

describe('isAuthzClaim', () => {
  it.each([
    'role', 'roles', 'userRole', 'user_roles', 'ROLE', 'roleId', 'role_name', 'x-hasura-allowed-roles', 'permission',
    'permissions', 'permissionIds', 'isAdmin', 'admin', 'is_superuser', 'isSuperAdmin', 'isadmin', 'groups',
    'cognito:groups', 'groupIds', 'authorities', 'entitlements', 'policies', 'accessPolicies', 'privileges',
  ])('%s freezes a decision', (name) => {
    expect(isAuthzClaim(name)).toBe(true);
  });

  it.each([
    'scope', 'scp', 'authorization_details', 'sub', 'groupId', 'group', 'policyId', 'permissionsVersion',
    'rolesUpdatedAt', 'adminId', 'adminEmail', 'cookiePolicies', 'ageGroups', 'certificateAuthorities', 'parole',
    'accessLevel', 'createdByAdmin', '',
  ])('%s does not', (name) => {
    expect(isAuthzClaim(name)).toBe(false);
  });
});
