import { connection } from './database-connections.js';
import type { LibraryModel, Source } from './model.js';

/** `(options)`, `(url, options)`, `(port, host, options)`: the last argument there is. */
function option(path: string): readonly Source[] {
  return [2, 1, 0].map((arg) => ({ arg, path }));
}

/** A lost connection is logged where nobody listens. 5.7.0 built/redis/RedisOptions.js; `maxRetriesPerRequest: null` waits for ever. Encryption: its documentation, "TLS Options". */
export const ioredis = {
  name: 'ioredis',
  packages: ['ioredis'],
  everyday: ['ioredis'],
  vocabulary: ['rejectUnauthorized', 'redis://'],
  operations: [
    {
      kind: 'store.connect',
      path: ['', 'default', 'Redis'],
      on: 'new',
      fields: {
        connectTimeout: { from: option('connectTimeout').map((source): Source => ({ ...source, duration: 'milliseconds' })), default: 10 },
        commandTimeout: { from: option('commandTimeout').map((source): Source => ({ ...source, duration: 'milliseconds' })) },
        retries: { from: option('maxRetriesPerRequest'), default: 20 },
      },
      facts: { unheardErrors: 'log' },
    },
    connection(['', 'Redis'], 'new', { url: { arg: 0 }, tls: ['tls'], args: [2, 1, 0] }),
  ],
} satisfies LibraryModel;
