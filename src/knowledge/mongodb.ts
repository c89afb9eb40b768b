import { connection } from './database-connections.js';
import type { LibraryModel } from './model.js';
import { objectId } from './object-id.js';

/** Encryption: the documentation of the MongoDB driver, "TLS". */
export const mongodb = {
  name: 'mongodb',
  packages: ['mongodb', 'bson'],
  everyday: ['mongodb'],
  vocabulary: ['rejectUnauthorized', 'mongodb://', 'ObjectId(', 'ObjectID('],
  operations: [
    connection(['MongoClient'], 'new', { url: { arg: 0 }, arg: 1, tls: ['tls', 'ssl'] }),
    ...objectId(['ObjectId', 'ObjectID', 'BSON.ObjectId']),
  ],
} satisfies LibraryModel;
