import { cookieAttributes } from './cookie-attributes.js';
import { FASTIFY_PACKAGES } from './fastify.js';
import type { LibraryModel } from './model.js';

/** The plugin's `parseOptions` are what every cookie starts from (11.1.5 index.js and 9.4.0 plugin.js, `setCookie`). */
const ATTRIBUTES = cookieAttributes((attribute) => [
  { arg: 2, path: attribute },
  { registered: 'plugin', path: `parseOptions.${attribute}` },
], 'seconds');

export const fastifyCookie = {
  name: '@fastify/cookie',
  packages: ['@fastify/cookie', 'fastify-cookie', ...FASTIFY_PACKAGES],
  vocabulary: ['.setCookie(', '.cookie(', '.clearCookie('],
  operations: [
    {
      kind: 'cookie.set',
      path: ['FastifyReply#.setCookie', 'FastifyReply#.cookie'],
      fields: {
        ...ATTRIBUTES,
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        // From 10 on (9.4.0 and 10.0.1 plugin.js, 11.1.5 index.js); without a version the milder one.
        sameSite: {
          ...ATTRIBUTES.sameSite,
          default: [{ versions: '<10', value: false }, { versions: '*', value: 'lax' }],
        },
        signed: {
          from: [{ arg: 2, path: 'signed' }, { registered: 'plugin', path: 'parseOptions.signed' }],
          default: false,
        },
        script: { from: { always: false } },
      },
    },
    { kind: 'cookie.clear', path: 'FastifyReply#.clearCookie', fields: { name: { from: { arg: 0 } } } },
    {
      kind: 'secret.use',
      path: ['', 'fastifyCookie'],
      on: 'register',
      fields: { secret: { from: { arg: 1, path: 'secret' } }, purpose: { from: { always: 'cookie' } } },
    },
  ],
  registrations: {
    plugin: ['', 'fastifyCookie'].map((path) => ({ plugin: { path, method: 'register' }, options: [{ arg: 1 }] })),
  },
} satisfies LibraryModel;
