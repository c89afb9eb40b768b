import { literal, parseSetCookie, type Part } from '../../domain/set-cookie.js';
import { textOf } from '../evaluate/literals.js';
import { absent, alternatives, known, union, unknown, type Value, type When } from '../evaluate/values.js';
import { secondsOf } from './durations.js';

const FIELDS = ['name', 'value', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'expires', 'domain', 'path'] as const;

type CookieField = (typeof FIELDS)[number];

type Cookie = Readonly<Record<CookieField, Value>>;

/** The cookies that a header's value sets: one for a string, one for each element of a list. */
export function cookiesOf(header: Value): readonly Cookie[] {
  const variants = alternatives(header)
    .map(({ value, when }) => ({ cookies: cookiesOfOne(value), when }))
    .filter(({ cookies }) => cookies.length > 0);
  const [first, ...others] = variants;
  if (first === undefined) return [];
  if (others.length === 0 || !others.every(({ cookies }) => setSame(cookies, first.cookies))) {
    return variants.flatMap(({ cookies }) => cookies);
  }
  // `sid=…${production ? '; Secure' : ''}` is one cookie, whose attributes depend on the environment.
  return first.cookies.map((cookie, index) =>
    eitherCookie(header, variants.map(({ cookies, when }) => ({ cookie: cookies[index] ?? cookie, when }))));
}

function cookiesOfOne(value: Value): readonly Cookie[] {
  if (value.kind === 'array') return value.elements.flatMap(cookiesOf);
  if (value.kind === 'known' && typeof value.value === 'string') return [cookieOf(value, [value.value])];
  return value.kind === 'text' ? [cookieOf(value, value.parts)] : [];
}

function setSame(a: readonly Cookie[], b: readonly Cookie[]): boolean {
  return a.length === b.length && a.every(({ name }, index) => {
    const other = b[index]?.name;
    return name.kind === 'known' && other?.kind === 'known' && name.value === other.value;
  });
}

/** One cookie of the same name in every variant. */
function eitherCookie(header: Value, variants: readonly { cookie: Cookie; when?: When | undefined }[]): Cookie {
  const either = (field: CookieField): Value =>
    union(header.at, variants.map(({ cookie, when }) => ({ value: cookie[field], when })));
  return Object.fromEntries(FIELDS.map((field) => [field, either(field)])) as Cookie;
}

function cookieOf(header: Value, parts: readonly (string | Value)[]): Cookie {
  const holes: Value[] = [];
  const parsed = parseSetCookie(parts.map((part): Part => {
    if (typeof part === 'string') return part;
    holes.push(part);
    return { hole: holes.length - 1 };
  }));
  const { at, via } = header;
  const back = (value: readonly Part[]): Value => {
    const values = value.map((part) => (typeof part === 'string' ? part : (holes[part.hole] ?? '')));
    const [only] = values;
    // A value that is nothing but one hole is that value, so that what it is can be asked.
    return values.length === 1 && only !== undefined && typeof only !== 'string' ? only : { ...textOf(values, at), via };
  };
  const missing = (): Value => ({ ...(parsed.open ? unknown(at, 'an attribute may come from elsewhere') : absent(at)), via });
  const attribute = (name: string): Value => {
    const value = parsed.attributes.get(name);
    return value === undefined ? missing() : value === true ? { ...known(at, ''), via } : back(value);
  };
  const flag = (name: string): Value => (parsed.attributes.has(name) ? { ...known(at, true), via } : missing());
  const maxAge = parsed.attributes.get('max-age');
  const seconds = maxAge === undefined || maxAge === true ? undefined : literal(maxAge);
  return {
    name: parsed.name === undefined ? { ...unknown(at, 'computed name'), via } : { ...known(at, parsed.name), via },
    value: back(parsed.value),
    httpOnly: flag('httponly'),
    secure: flag('secure'),
    sameSite: attribute('samesite'),
    maxAge: secondsOf(seconds === undefined ? attribute('max-age') : { ...known(at, Number(seconds)), via }, 'seconds'),
    expires: attribute('expires'),
    domain: attribute('domain'),
    path: attribute('path'),
  };
}
