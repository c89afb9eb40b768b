import { cookieAttributes } from './cookie-attributes.js';
import type { LibraryModel } from './model.js';

/** The call's own attributes go before those of all cookies (universal-cookie 8.1.2 cjs/index.js, `set` and `remove`). */
const ofInstance = cookieAttributes((attribute) => [{ arg: 2, path: attribute }, { maker: 1, path: attribute }], 'seconds');

/** `defaultSetOptions` of a provider around the component are not looked for. */
const ofHook = cookieAttributes((attribute) => [{ arg: 2, path: attribute }], 'seconds');

const WRITTEN = { name: { from: { arg: 0 } }, value: { from: { arg: 1 } }, script: { from: { always: true } } } as const;

/** universal-cookie and its hook for React; scripts of the page write the cookies. */
export const universalCookie = {
  name: 'universal-cookie',
  packages: ['universal-cookie', 'react-cookie'],
  operations: [
    { kind: 'cookie.set', path: ['#.set', 'Cookies#.set'], fields: { ...ofInstance, ...WRITTEN } },
    { kind: 'cookie.set', path: 'useCookies().1', fields: { ...ofHook, ...WRITTEN } },
    { kind: 'cookie.clear', path: ['#.remove', 'Cookies#.remove', 'useCookies().2'], fields: { name: { from: { arg: 0 } } } },
  ],
} satisfies LibraryModel;
