import { connection, MONGODB_ENCRYPTION } from './database-connections.js';
import type { LibraryModel } from './model.js';
import { objectId } from './object-id.js';

/** Encryption: the documentation of the MongoDB driver, "TLS". */
export const mongodb = {
  name: 'mongodb',
  packages: ['mongodb', 'bson'],
  everyday: ['mongodb'],
  vocabulary: ['rejectUnauthorized', ...MONGODB_ENCRYPTION.unchecked, 'mongodb://', 'ObjectId(', 'ObjectID('],
  operations: [
    connection(['MongoClient'], 'new', { url: { arg: 0 }, ...MONGODB_ENCRYPTION }),
    ...objectId(['ObjectId', 'ObjectID', 'BSON.ObjectId']),
  ],
} satisfies LibraryModel;
