import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/** sequelize's documentation, "PostgreSQL". */
export const sequelize = {
  name: 'sequelize',
  packages: ['sequelize', 'sequelize-typescript'],
  everyday: ['sequelize', 'sequelize-typescript'],
  vocabulary: ['rejectUnauthorized', 'postgres://', 'postgresql://', 'mysql://'],
  operations: [connection(['', 'Sequelize'], 'new', { url: { arg: 0 }, tls: ['dialectOptions.ssl'], args: [1] })],
} satisfies LibraryModel;
