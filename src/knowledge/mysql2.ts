import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/** 3.14.3 lib/connection_config.js and lib/pool_config.js. A query's timeout is an option of the query. Encryption: its documentation, "createConnection". */
export const mysql2 = {
  name: 'mysql2',
  packages: ['mysql2', 'mysql2/promise'],
  everyday: ['mysql2', 'mysql2/promise'],
  vocabulary: ['rejectUnauthorized', 'mysql://'],
  operations: [
    {
      kind: 'store.connect',
      path: ['createPool', 'default.createPool'],
      fields: {
        connectTimeout: { from: { arg: 0, path: 'connectTimeout', duration: 'milliseconds' }, default: 10 },
        poolSize: { from: { arg: 0, path: 'connectionLimit' }, default: 10 },
      },
    },
    connection(['createConnection', 'createPool'], 'call', { url: [{ arg: 0, path: 'uri' }, { arg: 0 }], tls: ['ssl'] }),
  ],
} satisfies LibraryModel;
