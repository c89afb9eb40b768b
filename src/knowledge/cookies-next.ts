import { cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

const fields = cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'seconds');

/** `setCookie(name, value, options)`, where no option has a default but Path=/ (cookies-next 6.1.1 lib/client and lib/server). */
export const cookiesNext = {
  name: 'cookies-next',
  packages: ['cookies-next', 'cookies-next/client', 'cookies-next/server'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['setCookie', 'useSetCookie()', 'useCookiesNext().setCookie'],
      fields: {
        ...fields,
        path: { ...fields.path, default: '/' },
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        // A server passes the response or the jar; without them the page's script writes (lib/common/utils.js, `isClientSide`).
        script: { from: [{ arg: 2, path: 'res' }, { arg: 2, path: 'cookies' }], default: true },
      },
    },
    {
      kind: 'cookie.clear',
      path: ['deleteCookie', 'useDeleteCookie()', 'useCookiesNext().deleteCookie'],
      fields: { name: { from: { arg: 0 } } },
    },
  ],
} satisfies LibraryModel;
