import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel, Source } from './model.js';

/** `set(name, value)` and `set({ name, value, … })` differ in where everything stands only. */
function sets(count: Pick<OperationModel, 'minArgs' | 'maxArgs'>, at: (member: string) => readonly Source[]): OperationModel<'cookie.set'> {
  return {
    kind: 'cookie.set',
    path: 'cookieStore.set',
    ...count,
    fields: {
      name: { from: at('name') },
      value: { from: at('value') },
      httpOnly: { from: at('httpOnly') },
      secure: { from: { always: true } },
      sameSite: { from: at('sameSite'), means: SAME_SITE, default: 'strict' },
      expires: { from: at('expires').map((source) => ({ ...source, duration: 'date' as const })) },
      domain: { from: at('domain') },
      path: { from: at('path'), default: '/' },
      script: { from: { always: true } },
    },
  };
}

const POSITIONS: Readonly<Record<string, readonly Source[]>> = { name: [{ arg: 0 }], value: [{ arg: 1 }] };

/**
 * The Cookie Store API of pages and service workers: always Secure, Strict and Path=/ unless the call says otherwise, and
 * no member for HttpOnly (WHATWG Cookie Store, `CookieInit` and "set a cookie").
 */
export const cookieStore = {
  name: 'cookieStore',
  packages: ['global'],
  vocabulary: ['cookieStore.set('],
  operations: [
    sets({ maxArgs: 1 }, (member) => [{ arg: 0, path: member }]),
    sets({ minArgs: 2 }, (member) => POSITIONS[member] ?? []),
    { kind: 'cookie.clear', path: 'cookieStore.delete', fields: { name: { from: [{ arg: 0, path: 'name' }, { arg: 0 }] } } },
  ],
} satisfies LibraryModel;
