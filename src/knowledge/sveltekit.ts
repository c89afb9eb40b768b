import { BY_SERVER, COOKIE_HEADER_KEYS, cookieAttributes, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

/** What loads, actions, endpoints and hooks are given; the types of `./$types` are generated, so that only files tell. */
const EVENTS = ['RequestEvent#', 'ServerLoadEvent#', 'HandleInput#.event', 'getRequestEvent()'];

const JARS = ['Cookies#', ...EVENTS.map((event) => `${event}.cookies`)];

/**
 * HttpOnly, SameSite=Lax, and Secure unless the request came by plain http from localhost (@sveltejs/kit 1.30.4, 2.70.4 and
 * 3.2.0 src/runtime/server/cookie.js, `defaults`).
 */
function attributes() {
  const fields = cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'seconds');
  return {
    ...fields,
    httpOnly: { ...fields.httpOnly, default: true },
    secure: { ...fields.secure, default: true },
    sameSite: { ...fields.sameSite, default: 'lax' },
    name: { from: { arg: 0 } },
    value: { from: { arg: 1 } },
    script: { from: { always: false } },
  } as const;
}

export const sveltekit = {
  name: '@sveltejs/kit',
  packages: ['@sveltejs/kit', '@sveltejs/kit/hooks', '$app/server', '$env/dynamic/private', '$env/dynamic/public'],
  everyday: ['@sveltejs/kit'],
  vocabulary: ['cookies.set(', 'cookies.get(', 'cookies.serialize(', 'Set-Cookie', 'set-cookie'],
  operations: [
    { kind: 'cookie.set', path: JARS.flatMap((jar) => [`${jar}.set`, `${jar}.serialize`]), fields: attributes() },
    { kind: 'cookie.clear', path: JARS.map((jar) => `${jar}.delete`), fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'cookie.set',
      path: ['append', 'set'].map((method) => `HandleInput#.resolve().headers.${method}`),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    // `setHeaders` refuses `Set-Cookie`; `json`, `text` and responses of hooks take it.
    ...COOKIE_HEADER_KEYS.map((key): OperationModel<'cookie.set'> =>
      ({ kind: 'cookie.set', path: ['json', 'text'], fields: BY_SERVER, cookieHeader: { arg: 1, path: `headers.${key}` } })),
  ],
  requestCookies: JARS.map((jar) => `${jar}.get()`),
  handlers: [{ path: ['sequence', 'Handle#'], parameters: ['HandleInput#'] }],
  // SvelteKit's documentation, "Routing", "Form actions" and "Hooks".
  exportedHandlers: [
    {
      names: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'],
      files: /(?:^|\/)\+server\.[jt]s$/,
      parameters: ['RequestEvent#'],
    },
    { names: ['load', 'actions'], files: /(?:^|\/)\+(?:page|layout)(?:@[^/]*)?\.server\.[jt]s$/, parameters: ['ServerLoadEvent#'] },
    { names: ['handle', 'handleFetch'], files: /(?:^|\/)hooks\.server(?:\/index)?\.[jt]s$/, parameters: ['HandleInput#'] },
  ],
  parameterNames: [
    { is: 'RequestEvent#', names: ['event'] },
    { is: 'Cookies#', names: ['cookies'] },
  ],
  environments: ['env'],
} satisfies LibraryModel;

/** Variables by name: importing one that is not set fails the build (@sveltejs/kit 2.5.0 src/exports/vite/index.js, `$env/static/private`). */
export const sveltekitEnvironment = {
  name: '$env/static',
  packages: ['$env/static/private', '$env/static/public'],
  operations: [],
  exportsEnvironment: true,
} satisfies LibraryModel;

/** Where the framework reads its settings. */
const CONFIGURATION = /(?:^|\/)svelte\.config\.[cm]?[jt]s$/;

/**
 * Forms from other origins are refused unless `checkOrigin` is false or `trustedOrigins` has a `*`
 * (@sveltejs/kit 1.30.4 src/core/config/options.js, 2.70.4 src/core/sync/write_server.js).
 */
export const sveltekitConfiguration = {
  name: 'SvelteKit',
  packages: ['@sveltejs/kit'],
  vocabulary: ['checkOrigin', 'trustedOrigins'],
  operations: [
    {
      kind: 'csrf.configure',
      path: 'default',
      on: 'export',
      files: CONFIGURATION,
      fields: {
        originCheck: { from: { assigned: true, path: 'kit.csrf.checkOrigin' }, default: true },
        origins: { from: { assigned: true, path: 'kit.csrf.trustedOrigins' } },
      },
      facts: { wildcard: 'alone' },
    },
  ],
} satisfies LibraryModel;
