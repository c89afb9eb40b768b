import type { LibraryModel } from './model.js';

/**
 * Environment variables that hold signing and session secrets, as real projects call them. They are found by their names
 * (`secret.fallback`); this only makes the files that read them worth parsing.
 */
export const environment = {
  name: 'the environment',
  packages: ['global'],
  vocabulary: [
    'JWT_SECRET', 'JWT_KEY', 'JWT_PRIVATE', 'SESSION_SECRET', 'SESSION_KEY', 'COOKIE_SECRET', 'APP_SECRET', 'AUTH_SECRET', 'TOKEN_SECRET',
    'TOKEN_KEY', 'SECRET_KEY', 'PRIVATE_KEY', 'ENCRYPTION_KEY', 'SIGNING_KEY',
  ],
  operations: [],
} satisfies LibraryModel;
