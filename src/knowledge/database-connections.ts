import type { FieldModel, OperationModel, Source } from './model.js';

/**
 * How a client of a database finds the data and encrypts the way there.
 *
 * @param url where the address stands
 * @param tls the members of an argument that switch the encryption on, or are its options
 * @param checked the member that says whether the certificate is checked, where it stands beside them
 */
export function connection(
  path: readonly string[],
  on: 'call' | 'new',
  { url, arg = 0, tls, checked }: { readonly url: FieldModel['from']; readonly arg?: number; readonly tls: readonly string[]; readonly checked?: string },
): OperationModel<'database.connect'> {
  const member = (name: string): Source => ({ arg, path: name });
  const options = checked === undefined ? tls.map((name) => `${name}.rejectUnauthorized`) : [checked];
  return {
    kind: 'database.connect',
    path,
    on,
    fields: { url: { from: url }, tls: { from: tls.map(member) }, rejectUnauthorized: { from: options.map(member) } },
  };
}
