import { describe, expect, it } from 'vitest';
import { isExposedSecretName, isSigningSecretName } from '../../src/domain/setting-names.js';

describe('isSigningSecretName', () => {
  it.each([
    'SECRET', 'JWT_SECRET', 'ACCESS_TOKEN_SECRET', 'SESSION_SECRET', 'COOKIE_SECRET', 'NEXTAUTH_SECRET', 'BETTER_AUTH_SECRET', 'APP_SECRET',
    'SECRET_KEY', 'SECRET_KEY_BASE', 'JWT_KEY', 'DATA_ENCRYPTION_KEY', 'SIGNING_KEY', 'SESSION_PASSWORD', 'jwt-secret', 'jwtSecret',
    'JWT_SECRET_PREVIOUS', 'JWTSECRET', 'COOKIE_KEYS', 'AUTH0_SECRET',
  ])('%s signs or seals', (name) => {
    expect(isSigningSecretName(name)).toBe(true);
  });

  it.each([
    'GITHUB_SECRET', 'AUTH_GITHUB_SECRET', 'FACEBOOK_APP_SECRET', 'TWITTER_ACCESS_TOKEN_SECRET', 'GOOGLE_CLIENT_SECRET', 'PARTNER_APP_SECRET',
    'CLOUDINARY_API_SECRET', 'API_SECRET', 'APISECRET', 'PRIVATE_KEY', 'MEILI_MASTER_KEY', 'HASURA_ADMIN_SECRET', 'JWT_PUBLIC_KEY',
    'JWT_SECRET_NAME', 'JWT_SECRET_FILE', 'DB_PASSWORD', 'API_KEY', 'PORT', '',
  ])('%s is not said to', (name) => {
    expect(isSigningSecretName(name)).toBe(false);
  });
});

describe('isExposedSecretName', () => {
  it.each([
    'NEXT_PUBLIC_JWT_SECRET', 'VITE_SECRET_KEY', 'REACT_APP_COOKIE_SECRET', 'PUBLIC_SESSION_PASSWORD', 'EXPO_PUBLIC_PRIVATE_KEY',
    'NEXT_PUBLIC_STRIPE_SECRET_KEY', 'VITE_GOOGLE_CLIENT_SECRET', 'VITE_SUPABASE_SERVICE_ROLE_KEY', 'REACT_APP_AWS_SECRET_ACCESS_KEY',
  ])('%s', (name) => {
    expect(isExposedSecretName(name)).toBe(true);
  });

  it.each([
    'JWT_SECRET', 'NEXT_PUBLIC_JWT_PUBLIC_KEY', 'PUBLIC_SIGNING_KEY', 'VITE_RECAPTCHA_SECRET', 'NEXT_PUBLIC_SITE_KEY', 'VITE_ACCESS_TOKEN',
    'STRIPE_SECRET_KEY', 'NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY', 'NEXT_PUBLIC_SUPABASE_ANON_KEY', 'VITE_CLIENT_ID', 'VITE_CLIENT_SECRET_ENABLED',
    'EXPO_PUBLIC_SERVICE_ROLE',
  ])('not %s', (name) => {
    expect(isExposedSecretName(name)).toBe(false);
  });
});
