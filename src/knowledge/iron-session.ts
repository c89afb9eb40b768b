import type { LibraryModel } from './model.js';

/** The cookie is the encrypted session (LIBRARIES section 4). */
export const ironSession = {
  name: 'iron-session',
  packages: ['iron-session'],
  sessionsIn: 'cookie',
  operations: [],
} satisfies LibraryModel;
