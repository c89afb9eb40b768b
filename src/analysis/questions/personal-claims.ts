import { isOtherAddress, isThing, piiKind } from '../../domain/names.js';
import { stems } from '../../domain/words.js';
import type { Claim } from './claims.js';
import type { Place } from '../finding.js';
import { namesOf } from '../naming.js';
import { alternatives, type Value } from '../evaluate/values.js';

/** Names that people share with things. */
const PLAIN = new Set(['name', 'address', 'mobile', 'tel']);
/** `sub` is looked at as the token's subject, and who issues it is no user. */
const REGISTERED = new Set(['sub', 'iss', 'aud', 'jti']);
/** Service accounts of cloud providers. */
const MACHINES = new Set(['client_email', 'clientEmail']);
const COUNTS = new Set(['length', 'size', 'count']);
const DIGEST_WORDS = new Set(['hash', 'hashed', 'digest', 'hmac', 'sha', 'md', 'encrypt', 'encrypted', 'mask', 'masked']);

/** By its own name, unless that is a thing's, or by what it is taken from: `id: user.email`. */
export function isPersonalClaim({ name, path, value }: Claim): boolean {
  if (piiKind(name) === 'pii') return isPersonal(value) && !(PLAIN.has(name) && isOfThing(path, value));
  return !REGISTERED.has(name) && !isDigest(name) && personalSource(value) !== undefined && isPersonal(value);
}

function isOfThing(path: string, value: Value): boolean {
  const param = value.kind === 'param' ? [value.name, ...value.path] : [];
  const owners = [path.split('.').at(-2), param.at(-2), ownerName(value)].filter((name) => name !== undefined);
  return owners.some(isThing) || [...namesOf(value), ...param].some(isOtherAddress);
}

/** What the object is called that a value is read from. */
function ownerName({ via }: Value): string | undefined {
  let hop = via;
  while (hop !== undefined && !hop.member) hop = hop.next;
  return hop?.next?.name;
}

/** The name of the personal datum that a value is; a plain `name` may be anything's. */
export function personalSource(value: Value): string | undefined {
  const name = personalName(value)?.name;
  return name === undefined || PLAIN.has(name) ? undefined : name;
}

/** The e-mail address or the like that a value is, by the first name on its way that says so. */
export function personalName(value: Value): { name: string; at: Place } | undefined {
  return nameOnTheWay(value, (name) => piiKind(name) === 'pii' && !MACHINES.has(name));
}

/** The first name on the way of a value, or of a part of its text, that says what is asked for. */
export function nameOnTheWay(value: Value, isSo: (name: string) => boolean): { name: string; at: Place } | undefined {
  for (let hop = value.via; hop !== undefined; hop = hop.next) {
    if (hop.name !== undefined && isSo(hop.name)) return { name: hop.name, at: hop.place };
    if (hop.member) return undefined;
  }
  if (value.kind === 'text') return value.parts.map((part) => (typeof part === 'string' ? undefined : nameOnTheWay(part, isSo))).find((one) => one !== undefined);
  const name = namesOf({ ...value, via: undefined })[0];
  return name !== undefined && isSo(name) ? { name, at: value.at } : undefined;
}

function isDigest(name: string): boolean {
  return stems(name).some((word) => DIGEST_WORDS.has(word));
}

/** Not a flag, a setting, a digest, or something that nothing is known of but that it is computed. */
export function isPersonal(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => {
    if (one.kind === 'absent') return false;
    if (one.kind === 'known') return typeof one.value === 'string' && one.value.includes('@');
    const names = one.kind === 'external' ? [...namesOf(one), one.path] : namesOf(one);
    if (names.some((name) => isDigest(name) || COUNTS.has(name))) return false;
    return one.kind !== 'unknown' || names.some((name) => piiKind(name) === 'pii');
  });
}
