import type { OperationOf } from '../operations/operations.js';
import { alternatives, truthiness, type Value } from '../evaluate/values.js';
import { plainAddress, writtenAddress, type PlainAddress } from './plain-addresses.js';

/** Schemes of databases and stores that are not encrypted by themselves. */
const SCHEMES = ['redis', 'mongodb', 'postgres', 'postgresql', 'mysql'];

/** Parameters of an address that ask for encryption. */
const ENCRYPTED = /[?&](?:tls|ssl)=(?!false|0)|[?&](?:sslmode|ssl-mode)=(?!disable)/i;

/** Where a connection to a remote database is surely made without encryption. */
export function isUnencrypted({ url, tls }: OperationOf<'database.connect'>): PlainAddress | undefined {
  if (alternatives(tls).some(({ value }) => truthiness(value) !== false)) return undefined;
  const all = alternatives(writtenAddress(url)).filter(({ when }) => when !== 'development').map(({ value }) => value);
  return all.filter((value) => !asksForEncryption(value)).map((value) => plainAddress(value, SCHEMES)).find((one) => one !== undefined);
}

/** What is not known of an address may ask for it. */
function asksForEncryption(value: Value): boolean {
  return value.kind !== 'known' || ENCRYPTED.test(String(value.value));
}

/** The `max-age` of a `Strict-Transport-Security` header, in seconds: a number, or in the header's text (RFC 6797 section 6.1.1). */
export function stsSeconds(value: Value): number | undefined {
  if (value.kind !== 'known') return undefined;
  if (typeof value.value === 'number') return value.value;
  const [, seconds] = /max-age="?(\d+)/i.exec(String(value.value)) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
