import { BY_SERVER, COOKIE_HEADER_KEYS, cookieAttributes, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

/** What `new NextResponse()` and its static methods give. */
const RESPONSES = ['NextResponse#', ...['json', 'next', 'redirect', 'rewrite', 'error'].map((name) => `NextResponse.${name}()`)];

/**
 * Jars whose cookies are sent: those of `next/headers` (a promise from 15 on) and of responses. `NextRequest.cookies` is
 * none of them: it changes what the rest of the request reads.
 */
const JARS = ['cookies()', 'ResponseCookies#', 'ReadonlyRequestCookies#', ...RESPONSES.map((response) => `${response}.cookies`)];

/** `sameSite` is written as it is, so that `true` is none of the three (stringifyCookie, next 15.5.29 dist/compiled/@edge-runtime/cookies/index.js). */
const SAME_SITE = { strict: 'strict', lax: 'lax', none: 'none' } as const;

function attributes(arg: number) {
  const fields = cookieAttributes((attribute) => [{ arg, path: attribute }], 'seconds');
  return {
    ...fields,
    sameSite: { ...fields.sameSite, means: SAME_SITE },
    path: { ...fields.path, default: '/' },
    script: { from: { always: false } },
  } as const;
}

/** Responses of the pages router, of `getServerSideProps` and of `getInitialProps`. */
const NODE_RESPONSES = ['NextApiResponse#', 'GetServerSidePropsContext#.res', 'NextPageContext#.res'];

function headerObject(key: string): OperationModel<'cookie.set'>[] {
  const path = `headers.${key}`;
  return [
    { kind: 'cookie.set', path: 'NextResponse', on: 'new', fields: BY_SERVER, cookieHeader: { arg: 1, path } },
    { kind: 'cookie.set', path: ['NextResponse.json', 'NextResponse.redirect'], fields: BY_SERVER, cookieHeader: { arg: 1, path } },
    { kind: 'cookie.set', path: 'NextResponse.next', fields: BY_SERVER, cookieHeader: { arg: 0, path } },
    { kind: 'cookie.set', path: NODE_RESPONSES.map((response) => `${response}.writeHead`), fields: BY_SERVER, cookieHeader: { arg: 1, path: key } },
  ];
}

export const next = {
  name: 'next',
  packages: [
    'next', 'next/headers', 'next/server', 'next/navigation', 'next/router', 'next/dist/server/web/spec-extension/cookies',
    'next/dist/server/web/spec-extension/adapters/request-cookies', 'next/dist/compiled/@edge-runtime/cookies',
  ],
  everyday: ['next', 'next/server', 'next/navigation', 'next/router'],
  vocabulary: ['.cookies.set(', 'cookies().', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: JARS.map((jar) => `${jar}.set`),
      minArgs: 2,
      fields: { ...attributes(2), name: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
    },
    {
      kind: 'cookie.set',
      path: JARS.map((jar) => `${jar}.set`),
      maxArgs: 1,
      fields: { ...attributes(0), name: { from: { arg: 0, path: 'name' } }, value: { from: { arg: 0, path: 'value' } } },
    },
    {
      kind: 'cookie.clear',
      path: JARS.map((jar) => `${jar}.delete`),
      fields: { name: { from: [{ arg: 0, path: 'name' }, { arg: 0 }] } },
    },
    {
      kind: 'cookie.set',
      path: [
        ...RESPONSES.flatMap((response) => [`${response}.headers.set`, `${response}.headers.append`]),
        ...NODE_RESPONSES.flatMap((response) => [`${response}.setHeader`, `${response}.appendHeader`]),
      ],
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.flatMap(headerObject),
  ],
  // What a function's type says (next 15.1.0 types.d.ts, dist/server/web/types.d.ts).
  handlers: [
    { path: ['NextApiHandler#'], parameters: ['NextApiRequest#', 'NextApiResponse#'] },
    { path: ['GetServerSideProps#'], parameters: ['GetServerSidePropsContext#'] },
    { path: ['NextMiddleware#', 'NextProxy#'], parameters: ['NextRequest#', 'NextFetchEvent#'] },
  ],
  // Next's documentation: route handlers, API routes, middleware (proxy from 16 on), data fetching of the pages router.
  exportedHandlers: [
    {
      names: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
      files: /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/,
      parameters: ['NextRequest#', 'RouteContext#'],
    },
    { names: ['default'], files: /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/, parameters: ['NextApiRequest#', 'NextApiResponse#'] },
    {
      names: ['middleware', 'proxy', 'default'],
      files: /(?:^|\/)(?:middleware|proxy)\.[cm]?[jt]s$/,
      parameters: ['NextRequest#', 'NextFetchEvent#'],
    },
    { names: ['getServerSideProps'], files: /(?:^|\/)pages\/.*\.[cm]?[jt]sx?$/, parameters: ['GetServerSidePropsContext#'] },
  ],
  parameterNames: [
    { is: 'NextApiRequest#', names: ['req', 'request'] },
    { is: 'NextApiResponse#', names: ['res', 'response'] },
  ],
  requestCookies: [
    'cookies().get()', 'NextRequest#.cookies.get()', 'NextApiRequest#.cookies', 'GetServerSidePropsContext#.req.cookies',
  ],
  urlParameters: [
    'NextApiRequest#.query', 'GetServerSidePropsContext#.query', 'NextRequest#.nextUrl.searchParams.get()', 'useSearchParams().get()', 'useRouter().query',
  ],
  fluent: ['NextApiResponse#', 'ResponseCookies#', ...JARS],
} satisfies LibraryModel;

/**
 * Server actions take requests from their own host and from `allowedOrigins`, in which `*` stands for a part of a name below
 * a domain (14.2.35 and 15.5.29 dist/server/app-render/csrf-protection.js).
 */
export const nextConfiguration = {
  name: 'Next.js',
  packages: ['next'],
  vocabulary: ['serverActions'],
  operations: [
    {
      kind: 'csrf.configure',
      path: 'default',
      on: 'export',
      files: /(?:^|\/)next\.config\.[cm]?[jt]s$/,
      fields: {
        origins: { from: ['experimental.serverActions', 'serverActions'].map((path) => ({ assigned: true, path: `${path}.allowedOrigins` })) },
      },
      facts: { wildcard: 'subdomains' },
    },
  ],
} satisfies LibraryModel;
