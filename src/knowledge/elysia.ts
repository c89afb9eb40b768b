import { cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'] as const;

/** Hooks and derivations get the context as well (elysia 1.4.30 dist/index.d.ts). */
const HOOKS = ['derive', 'resolve', 'onBeforeHandle', 'onAfterHandle', 'onRequest', 'onTransform', 'onError', 'mapResponse'] as const;

function registration(method: string): OperationModel<'route.register'> {
  return {
    kind: 'route.register',
    path: `Elysia#.${method}`,
    fields: { path: { from: { arg: 0 } }, method: { from: { always: method } } },
  };
}

/** `set` starts from what the application says of all cookies. */
const cookieFields = cookieAttributes((attribute) => [{ arg: 0, path: attribute }, { registered: 'application', path: `cookie.${attribute}` }], 'seconds');

/** Without secrets nothing is signed, whatever `sign` names (1.4.30 dist/cookies.mjs, `serializeCookie`). */
const SIGNED = { from: { registered: 'application', path: 'cookie.secrets' } } as const;

/** Cookies: elysia 1.4.30 dist/cookies.mjs, `Cookie#set` and `createCookieJar`. */
export const elysia = {
  name: 'elysia',
  packages: ['elysia'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['Context#.cookie.*.set', 'Context#.cookie.*.update'],
      fields: {
        ...cookieFields,
        name: { from: { member: true } },
        value: { from: { arg: 0, path: 'value' } },
        script: { from: { always: false } },
        signed: SIGNED,
      },
    },
    {
      // Attributes may be assigned as well, before or after.
      kind: 'cookie.set',
      path: 'Context#.cookie.*.value',
      on: 'assign',
      fields: { name: { from: { member: true } }, value: { from: { assigned: true } }, script: { from: { always: false } }, signed: SIGNED },
    },
    { kind: 'cookie.clear', path: 'Context#.cookie.*.remove', fields: { name: { from: { member: true } } } },
    ...METHODS.map(registration),
    {
      kind: 'route.register',
      path: 'Elysia#.route',
      fields: { path: { from: { arg: 1 } }, method: { from: { arg: 0 } } },
    },
  ],
  handlers: [
    { path: [...METHODS, ...HOOKS, 'route'].map((method) => `Elysia#.${method}`), parameters: ['Context#'] },
    { path: ['group', 'guard', 'use'].map((method) => `Elysia#.${method}`), parameters: ['Elysia#'] },
  ],
  registrations: { application: [{ path: 'Elysia', options: [{ arg: 0 }] }] },
  fluent: ['Elysia#'],
} satisfies LibraryModel;

/** `app.use(jwt({ name, secret, … }))` puts the object under its name into the context (@elysiajs/jwt 1.4.2 dist/index.mjs). */
export const elysiaJwt = {
  name: '@elysiajs/jwt',
  packages: ['@elysiajs/jwt', 'elysia'],
  operations: [
    {
      kind: 'token.issue',
      path: 'Context#.*.sign',
      fields: {
        payload: { from: { arg: 0 } },
        subject: { from: [{ arg: 0, path: 'sub' }, { registered: 'plugin', path: 'sub' }] },
        key: { from: { registered: 'plugin', path: 'secret' } },
        algorithm: { from: { registered: 'plugin', path: 'alg' }, default: 'HS256' },
        lifetime: { from: [{ arg: 0, path: 'exp', duration: 'jose' }, { registered: 'plugin', path: 'exp', duration: 'jose' }] },
        issuer: { from: [{ arg: 0, path: 'iss' }, { registered: 'plugin', path: 'iss' }] },
        audience: { from: [{ arg: 0, path: 'aud' }, { registered: 'plugin', path: 'aud' }] },
        encrypted: { from: { always: false } },
      },
    },
    {
      kind: 'token.verify',
      path: 'Context#.*.verify',
      fields: {
        token: { from: { arg: 0 } },
        key: { from: { registered: 'plugin', path: 'secret' } },
        algorithms: { from: { arg: 1, path: 'algorithms' } },
        // jose's `jwtVerify`.
        withoutAlgorithms: { from: { always: 'bound' } },
        issuer: { from: { arg: 1, path: 'issuer' } },
        audience: { from: { arg: 1, path: 'audience' } },
      },
      result: { refusal: 'falsy', promise: true },
    },
    {
      kind: 'secret.use',
      path: ['', 'jwt'],
      fields: { secret: { from: { arg: 0, path: 'secret' } }, purpose: { from: { always: 'token' } } },
    },
  ],
  registrations: { plugin: [{ path: ['', 'jwt'], options: [{ arg: 0 }] }] },
} satisfies LibraryModel;
