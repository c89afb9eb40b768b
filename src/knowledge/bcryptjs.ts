import { bcrypt } from './bcrypt.js';
import type { LibraryModel } from './model.js';

/** bcrypt's functions with the same arguments (bcryptjs 2.4.3 and 3.0.3); the salt may be left out for 10 rounds. */
export const bcryptjs = {
  name: 'bcryptjs',
  packages: ['bcryptjs'],
  operations: bcrypt.operations,
} satisfies LibraryModel;
