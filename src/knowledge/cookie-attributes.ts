import type { IneffectiveOption, Source } from './model.js';

/**
 * How the `cookie` package, and whatever hands options on to it, reads `sameSite`: `true` is Strict, names in any case
 * (cookie 0.7.2 index.js, 1.1.1 dist/index.js).
 */
export const SAME_SITE = { true: 'strict', strict: 'strict', lax: 'lax', none: 'none' } as const;

/**
 * The fields of a cookie whose attributes are options of the usual names.
 *
 * @param at the sources of an attribute, in order of precedence
 * @param maxAge the unit of the option `maxAge`
 */
export function cookieAttributes(at: (attribute: string) => readonly Source[], maxAge: 'seconds' | 'milliseconds') {
  return {
    httpOnly: { from: at('httpOnly') },
    secure: { from: at('secure') },
    sameSite: { from: at('sameSite'), means: SAME_SITE },
    maxAge: { from: at('maxAge').map((source) => ({ ...source, duration: maxAge })) },
    expires: { from: at('expires').map((source) => ({ ...source, duration: 'date' as const })) },
    domain: { from: at('domain') },
    path: { from: at('path') },
  };
}

/** Fields of a cookie whose header a server writes. */
export const BY_SERVER = { script: { from: { always: false } } } as const;

/** `when` of a call that sets the header of that name (names of headers have no case). */
export const SETS_COOKIE_HEADER = [{ arg: 0, is: ['set-cookie'] }] as const;

/** Keys under which header objects hold cookies. */
export const COOKIE_HEADER_KEYS = ['Set-Cookie', 'set-cookie'] as const;

/** `partitioned`, which these versions of a library do not write (cookie 0.5.0 index.js; 0.6.0 line 175 does). */
export function unpartitioned(versions: string, option = { arg: 2, path: 'partitioned' }): IneffectiveOption {
  return {
    option,
    versions,
    because: 'does not know the attribute, so that browsers refuse the cookie in third-party frames or share it between sites',
    instead: 'Update the library',
  };
}
