import { BY_SERVER, cookieAttributes, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/** What endpoints, middleware and actions are given; in a page it is the global `Astro`. */
const CONTEXT = 'APIContext#';

const JARS = ['AstroCookies#', `${CONTEXT}.cookies`];

/** `cookies.set` hands its options to `cookie` as they are: no attribute has a default, not even Path (astro 4.0.0 and 5.0.0 dist/core/cookies/cookies.js). */
const JAR = {
  ...cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'seconds'),
  name: { from: { arg: 0 } },
  value: { from: { arg: 1 } },
  script: { from: { always: false } },
} as const;

export const astro = {
  name: 'Astro',
  packages: ['astro', 'astro:middleware', 'astro:actions'],
  vocabulary: ['cookies.set(', 'Set-Cookie', 'set-cookie'],
  operations: [
    { kind: 'cookie.set', path: JARS.map((jar) => `${jar}.set`), fields: JAR },
    { kind: 'cookie.clear', path: JARS.map((jar) => `${jar}.delete`), fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'cookie.set',
      path: ['append', 'set'].map((method) => `MiddlewareNext#().headers.${method}`),
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
  ],
  requestCookies: JARS.map((jar) => `${jar}.get()`),
  handlers: [
    { path: ['defineMiddleware', 'MiddlewareHandler#'], parameters: [CONTEXT, 'MiddlewareNext#'] },
    { path: ['APIRoute#'], parameters: [CONTEXT] },
    { path: ['defineAction'], parameters: ['', CONTEXT], members: ['handler'] },
  ],
  // Astro's documentation, "Endpoints" and "Middleware".
  exportedHandlers: [
    {
      names: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ALL'],
      files: /(?:^|\/)src\/pages\/.*\.[jt]s$/,
      parameters: [CONTEXT],
    },
    { names: ['onRequest'], files: /(?:^|\/)src\/middleware(?:\/index)?\.[jt]s$/, parameters: [CONTEXT, 'MiddlewareNext#'] },
  ],
} satisfies LibraryModel;

/** The context of a page, in its frontmatter. */
export const astroPage = {
  name: 'Astro.cookies',
  packages: ['global'],
  vocabulary: ['Astro.cookies', 'Astro.response'],
  requestCookies: ['Astro.cookies.get()'],
  operations: [
    { kind: 'cookie.set', path: 'Astro.cookies.set', fields: JAR },
    { kind: 'cookie.clear', path: 'Astro.cookies.delete', fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'cookie.set',
      path: ['Astro.response.headers.append', 'Astro.response.headers.set'],
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
  ],
} satisfies LibraryModel;

/** Forms from other origins are refused by default from 5 on (astro 5.18.2 dist/core/config/schemas/base.js). */
const ORIGIN_CHECK = { versions: '>=5', value: true } as const;

/** What `astro.config` says, through `defineConfig` or as it is. */
export const astroConfiguration = {
  name: 'Astro configuration',
  packages: ['astro', 'astro/config'],
  vocabulary: ['checkOrigin'],
  operations: [
    { kind: 'csrf.configure', path: 'defineConfig', fields: { originCheck: { from: { arg: 0, path: 'security.checkOrigin' }, default: [ORIGIN_CHECK] } } },
    {
      kind: 'csrf.configure',
      path: 'default',
      on: 'export',
      files: /(?:^|\/)astro\.config\.[cm]?[jt]s$/,
      fields: { originCheck: { from: { assigned: true, path: 'security.checkOrigin' }, default: [ORIGIN_CHECK] } },
    },
  ],
} satisfies LibraryModel;
