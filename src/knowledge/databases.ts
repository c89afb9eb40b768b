import type { FieldModel, LibraryModel, OperationModel, Source } from './model.js';

type Connection = OperationModel<'database.connect'>;

/** A client that is called or constructed with an address, options, or both. */
function client([name, ...others]: readonly [string, ...string[]], paths: readonly string[], on: 'call' | 'new', options: { url: FieldModel; tls: string | readonly string[]; checked?: string; arg?: number }): LibraryModel {
  const arg = options.arg ?? 0;
  const names = typeof options.tls === 'string' ? [options.tls] : options.tls;
  const member = (path: string): Source => ({ arg, path });
  const operation: Connection = {
    kind: 'database.connect',
    path: paths,
    on,
    fields: {
      url: options.url,
      tls: { from: names.map(member) },
      rejectUnauthorized: { from: options.checked === undefined ? names.map((name) => member(`${name}.rejectUnauthorized`)) : member(options.checked) },
    },
  };
  return {
    name: `${name} client`,
    packages: [name, ...others],
    vocabulary: ['rejectUnauthorized', 'redis://', 'mongodb://', 'postgres://', 'postgresql://', 'mysql://'],
    operations: [operation],
  };
}

const AT_0 = { from: { arg: 0 } } as const;

/**
 * Where clients find the data and how they encrypt the way there: documentation of node-postgres ("SSL"), mysql2
 * ("createConnection"), ioredis ("TLS Options"), node-redis ("Client configuration"), mongoose and mongodb ("TLS"),
 * sequelize ("PostgreSQL") and TypeORM ("DataSource Options"), KafkaJS ("Client
 * Configuration").
 */
export const databases: readonly LibraryModel[] = [
  client(['pg'], ['Pool', 'Client'], 'new', { url: { from: [{ arg: 0, path: 'connectionString' }, { arg: 0 }] }, tls: 'ssl' }),
  client(['mysql2', 'mysql2/promise'], ['createConnection', 'createPool'], 'call', { url: { from: [{ arg: 0, path: 'uri' }, { arg: 0 }] }, tls: 'ssl' }),
  client(['ioredis'], ['', 'Redis'], 'new', { url: AT_0, tls: 'tls', arg: 1 }),
  client(['redis'], ['createClient'], 'call', { url: { from: { arg: 0, path: 'url' } }, tls: 'socket.tls', checked: 'socket.rejectUnauthorized' }),
  client(['mongoose'], ['connect', 'createConnection'], 'call', { url: AT_0, tls: ['tls', 'ssl'], arg: 1 }),
  client(['mongodb'], ['MongoClient'], 'new', { url: AT_0, tls: ['tls', 'ssl'], arg: 1 }),
  client(['sequelize', 'sequelize-typescript'], ['', 'Sequelize'], 'new', { url: AT_0, tls: 'dialectOptions.ssl', arg: 1 }),
  client(['typeorm'], ['DataSource'], 'new', { url: { from: { arg: 0, path: 'url' } }, tls: ['ssl', 'extra.ssl'] }),
  client(['kafkajs'], ['Kafka'], 'new', { url: { from: { arg: 0, path: 'brokers.0' } }, tls: 'ssl' }),
];
