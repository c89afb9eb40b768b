import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/**
 * Without a listener for `error` a lost connection ends the process (Node's `EventEmitter`). @redis/client 1.6.1 and 5.8.2
 * dist/lib/client/socket.js. Encryption: node-redis's documentation, "Client configuration".
 */
export const redis = {
  name: 'redis',
  packages: ['redis', '@redis/client'],
  everyday: ['redis', '@redis/client'],
  vocabulary: ['rejectUnauthorized', 'redis://'],
  operations: [
    {
      kind: 'store.connect',
      path: ['createClient', 'createCluster'],
      fields: { connectTimeout: { from: { arg: 0, path: 'socket.connectTimeout', duration: 'milliseconds' }, default: 5 } },
      facts: { unheardErrors: 'exit' },
    },
    connection(['createClient'], 'call', { url: { arg: 0, path: 'url' }, tls: ['socket.tls'], checked: 'socket.rejectUnauthorized' }),
  ],
} satisfies LibraryModel;
