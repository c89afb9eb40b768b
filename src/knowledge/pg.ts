import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/** Ten connections, and no limit of time for any of them (pg-pool 3.10.1 index.js). Encryption: node-postgres's documentation, "SSL". */
export const pg = {
  name: 'pg',
  packages: ['pg'],
  everyday: ['pg'],
  vocabulary: ['rejectUnauthorized', 'postgres://', 'postgresql://'],
  operations: [
    {
      kind: 'store.connect',
      path: ['Pool', 'default.Pool'],
      on: 'new',
      fields: {
        connectTimeout: { from: { arg: 0, path: 'connectionTimeoutMillis', duration: 'milliseconds' }, default: 0 },
        commandTimeout: {
          from: [
            { arg: 0, path: 'query_timeout', duration: 'milliseconds' }, { arg: 0, path: 'statement_timeout', duration: 'milliseconds' },
          ],
          default: 0,
        },
        poolSize: { from: { arg: 0, path: 'max' }, default: 10 },
      },
      facts: { unheardErrors: 'exit' },
    },
    connection(['Pool', 'Client'], 'new', { url: [{ arg: 0, path: 'connectionString' }, { arg: 0 }], tls: ['ssl'] }),
  ],
} satisfies LibraryModel;
