import type { LibraryModel } from './model.js';

/** Without a listener for `error` a lost connection ends the process (Node's `EventEmitter`). @redis/client 1.6.1 and 5.8.2 dist/lib/client/socket.js. */
export const redis = {
  name: 'redis',
  packages: ['redis', '@redis/client'],
  operations: [
    {
      kind: 'store.connect',
      path: ['createClient', 'createCluster'],
      fields: { connectTimeout: { from: { arg: 0, path: 'socket.connectTimeout', duration: 'milliseconds' }, default: 5 } },
      facts: { unheardErrors: 'exit' },
    },
  ],
} satisfies LibraryModel;
