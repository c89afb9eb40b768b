import { BY_SERVER, COOKIE_HEADER_KEYS, SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel, Source } from './model.js';

/** What `serialize` is given goes before what the cookie was made with. */
function attribute(name: string): readonly Source[] {
  return [{ arg: 1, path: name }, { maker: 1, path: name }];
}

/** Factories that keep the session on the server, under an id. */
const SERVER_STORES = ['createSessionStorage', 'createWorkersKVSessionStorage', 'createArcTableSessionStorage'];

/** What handlers do with the session that is the cookie. */
const COOKIE_SESSION = 'createCookieSessionStorage().getSession()';

/** Such a session holds a theme as often as a login. Path=/ and SameSite=Lax, and nothing else (@remix-run/server-runtime 2.17.5 dist/cookies.js; the same in react-router 7.18.5). */
function configuration(path: string | readonly string[]): OperationModel<'session.configure'> {
  return {
    kind: 'session.configure',
    path,
    fields: {
      name: { from: { arg: 0, path: 'cookie.name' }, default: '__session' },
      secret: { from: { arg: 0, path: 'cookie.secrets' } },
      httpOnly: { from: { arg: 0, path: 'cookie.httpOnly' } },
      secure: { from: { arg: 0, path: 'cookie.secure' } },
      sameSite: { from: { arg: 0, path: 'cookie.sameSite' }, means: SAME_SITE, default: 'lax' },
      maxAge: { from: { arg: 0, path: 'cookie.maxAge', duration: 'seconds' } },
      domain: { from: { arg: 0, path: 'cookie.domain' } },
    },
    facts: { holdsAnything: true },
  };
}

/** The session is base64, signed when there are secrets (@remix-run/server-runtime 2.17.5 dist/sessions/cookieStorage.js and dist/cookies.js). */
function inCookie(path: string): OperationModel<'session.configure'> {
  const model = configuration(path);
  const fields = { store: { from: [] }, encode: { from: [] }, signed: { from: { arg: 0, path: 'cookie.secrets' } } };
  return { ...model, fields: { ...model.fields, ...fields }, facts: { ...model.facts, readable: true } };
}

/** @remix-run/server-runtime 2.17.5 dist/sessions/memoryStorage.js. */
function inMemory(path: string): OperationModel<'session.configure'> {
  const model = configuration(path);
  return { ...model, fields: { ...model.fields, store: { from: { always: 'memory' } } }, facts: { ...model.facts, memoryStores: [path] } };
}

/** Ids of 8 bytes (@remix-run/node 2.17.0 dist/sessions/fileStorage.js, @react-router/node 7.8.0 dist/index.js). */
function inFiles(path: string): OperationModel<'session.configure'> {
  const model = configuration(path);
  return { ...model, facts: { ...model.facts, sessionIdBits: 64 } };
}

/** Responses whose second argument is that of `Response`, and `data`, whose headers go into one (react-router 7.1.0 dist/production/index.js; @remix-run/server-runtime 2.9.0 dist/responses.js). */
const RESPONSES = ['redirect', 'redirectDocument', 'replace', 'json', 'defer', 'data'];

export const reactRouter = {
  name: 'React Router',
  packages: ['react-router', '@remix-run/node', '@remix-run/server-runtime', '@remix-run/cloudflare', '@remix-run/deno', '@react-router/node', '@react-router/cloudflare', '@react-router/architect'],
  everyday: ['react-router', '@remix-run/node'],
  vocabulary: ['createCookie', 'SessionStorage(', 'Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: 'createCookie().serialize',
      fields: {
        name: { from: { maker: 0 } },
        value: { from: { arg: 0 } },
        httpOnly: { from: attribute('httpOnly') },
        secure: { from: attribute('secure') },
        sameSite: { from: attribute('sameSite'), means: SAME_SITE, default: 'lax' },
        maxAge: { from: attribute('maxAge').map((source) => ({ ...source, duration: 'seconds' as const })) },
        expires: { from: attribute('expires').map((source) => ({ ...source, duration: 'date' as const })) },
        domain: { from: attribute('domain') },
        path: { from: attribute('path'), default: '/' },
        script: { from: { always: false } },
        signed: { from: { maker: 1, path: 'secrets' } },
      },
    },
    { kind: 'secret.use', path: 'createCookie', minArgs: 2, fields: { secret: { from: { arg: 1, path: 'secrets' } }, purpose: { from: { always: 'cookie' } } } },
    inCookie('createCookieSessionStorage'),
    {
      kind: 'session.write',
      path: [`${COOKIE_SESSION}.set`, `${COOKIE_SESSION}.flash`],
      fields: { key: { from: { arg: 0 } }, value: { from: { arg: 1 } }, name: { from: { maker: 0, path: 'cookie.name' }, default: '__session' } },
      facts: { readable: true, holdsAnything: true },
    },
    configuration(SERVER_STORES),
    inFiles('createFileSessionStorage'),
    inMemory('createMemorySessionStorage'),
    ...COOKIE_HEADER_KEYS.map((key): OperationModel<'cookie.set'> =>
      ({ kind: 'cookie.set', path: RESPONSES, fields: BY_SERVER, cookieHeader: { arg: 1, path: `headers.${key}` } })),
  ],
  optionObjects: { 'createCookie()': { members: { name: 0 }, others: 1 } },
} satisfies LibraryModel;
