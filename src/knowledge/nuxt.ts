import { cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

const fields = cookieAttributes((attribute) => [{ maker: 1, path: attribute }], 'seconds');

/**
 * `useCookie(name, options)`, whose value scripts of the page write as well: Path=/ and no other default (nuxt 3.21.11
 * dist/app/composables/cookie.js).
 */
export const nuxt = {
  name: 'Nuxt',
  packages: ['nuxt', 'nuxt/app', '#app', '#imports'],
  vocabulary: ['useCookie('],
  operations: [
    {
      kind: 'cookie.set',
      path: 'useCookie().value',
      on: 'assign',
      fields: {
        ...fields,
        path: { ...fields.path, default: '/' },
        name: { from: { maker: 0 } },
        value: { from: { assigned: true } },
        // Who asks for HttpOnly has it written while the server renders.
        script: { from: { maker: 1, path: 'httpOnly' }, means: { true: false, false: true }, default: false },
      },
    },
  ],
  autoImports: [{ names: ['useCookie'], files: /\.(?:vue|[cm]?[jt]sx?)$/, dependsOn: ['nuxt', 'nuxt-nightly'] }],
} satisfies LibraryModel;
