import { connection, MONGODB_ENCRYPTION } from './database-connections.js';
import type { LibraryModel } from './model.js';
import { objectId } from './object-id.js';

/** Encryption: the documentation of the MongoDB driver, "TLS". */
export const mongoose = {
  name: 'mongoose',
  packages: ['mongoose'],
  everyday: ['mongoose'],
  vocabulary: ['rejectUnauthorized', ...MONGODB_ENCRYPTION.unchecked, 'mongodb://', 'ObjectId('],
  operations: [
    connection(['connect', 'createConnection'], 'call', { url: { arg: 0 }, ...MONGODB_ENCRYPTION }),
    ...objectId(['Types.ObjectId', 'mongo.ObjectId', 'mongo.ObjectID']),
  ],
} satisfies LibraryModel;
