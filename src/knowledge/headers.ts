import { BY_SERVER, COOKIE_HEADER_KEYS, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

function headerObject(key: string): OperationModel<'cookie.set'>[] {
  const ofInit = { arg: 1, path: `headers.${key}` };
  return [
    { kind: 'cookie.set', path: 'Headers', on: 'new', fields: BY_SERVER, cookieHeader: { arg: 0, path: key } },
    { kind: 'cookie.set', path: 'Response', on: 'new', fields: BY_SERVER, cookieHeader: ofInit },
    { kind: 'cookie.set', path: 'Response.json', fields: BY_SERVER, cookieHeader: ofInit },
  ];
}

/** WHATWG Fetch: `Headers` and `Response`. A request's headers set no cookie, but have no `Set-Cookie` either. */
export const headers = {
  name: 'Headers',
  packages: ['global'],
  vocabulary: [
    'Set-Cookie', 'set-cookie', 'query.token', 'query.access_token', 'query.jwt', '?access_token=', '&access_token=',
    "searchParams.get('token')", ".get('access_token')", '.get("access_token")', "searchParams.set('token'", "searchParams.set('access_token'",
    "searchParams.append('token'", "searchParams.append('access_token'", 'URLSearchParams({ access_token',
  ],
  operations: [
    {
      kind: 'cookie.set',
      path: ['Headers#', 'Response#.headers'].flatMap((list) => [`${list}.append`, `${list}.set`]),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.flatMap(headerObject),
  ],
  urlParameters: ['URLSearchParams#.get()', 'URL#.searchParams.get()'],
} satisfies LibraryModel;
