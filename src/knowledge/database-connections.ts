import type { FieldModel, OperationModel, Source } from './model.js';

interface ClientOptions {
  /** Where the address stands. */
  readonly url: FieldModel['from'];
  /** Where encryption is asked for; mostly an object with `rejectUnauthorized`. */
  readonly tls: readonly string[];
  /** Where `rejectUnauthorized` stands instead. */
  readonly checked?: string;
  /** Options that are its opposite. */
  readonly unchecked?: readonly string[];
  /** Arguments that may be the options; the first unless said. */
  readonly args?: readonly number[];
}

/** How a client of a database finds the data and encrypts the way there. */
export function connection(path: readonly string[], on: 'call' | 'new', options: ClientOptions): OperationModel<'database.connect'> {
  const { url, tls, args = [0], unchecked = [] } = options;
  const checked = options.checked === undefined ? tls.map((name) => `${name}.rejectUnauthorized`) : [options.checked];
  const member = (name: string): readonly Source[] => args.map((arg) => ({ arg, path: name }));
  return {
    kind: 'database.connect',
    path,
    on,
    fields: {
      url: { from: url },
      tls: { from: tls.flatMap(member) },
      rejectUnauthorized: {
        from: [...checked.flatMap(member), ...unchecked.flatMap(member).map((source): Source => ({ ...source, only: { true: false } }))],
      },
    },
  };
}

/** Encryption of the MongoDB driver, which mongoose hands its options to (mongodb 6.10.0 lib/connection_string.js). */
export const MONGODB_ENCRYPTION = {
  tls: ['tls', 'ssl'], checked: 'rejectUnauthorized', unchecked: ['tlsAllowInvalidCertificates', 'tlsInsecure'], args: [1],
} as const;
