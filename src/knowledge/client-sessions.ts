import type { LibraryModel } from './model.js';

/** The cookie is the encrypted session (the package's README). */
export const clientSessions = {
  name: 'client-sessions',
  packages: ['client-sessions'],
  sessionsIn: 'cookie',
  operations: [],
} satisfies LibraryModel;
