import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';

/** KafkaJS's documentation, "Client Configuration". */
export const kafkajs = {
  name: 'kafkajs',
  packages: ['kafkajs'],
  everyday: ['kafkajs'],
  vocabulary: ['rejectUnauthorized'],
  operations: [connection(['Kafka'], 'new', { url: { arg: 0, path: 'brokers.0' }, tls: ['ssl'] })],
} satisfies LibraryModel;
