import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/** TypeORM's documentation, "DataSource Options". */
export const typeorm = {
  name: 'typeorm',
  packages: ['typeorm'],
  everyday: ['typeorm'],
  vocabulary: ['rejectUnauthorized', 'postgres://', 'postgresql://', 'mysql://'],
  operations: [connection(['DataSource'], 'new', { url: { arg: 0, path: 'url' }, tls: ['ssl', 'extra.ssl'] })],
} satisfies LibraryModel;
