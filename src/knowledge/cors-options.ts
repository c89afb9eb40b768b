import type { OperationModel } from './model.js';

/** The options, which are an argument. */
export function configured(arg: number): OperationModel<'cors.configure'>['fields'] {
  return {
    origin: { from: { arg, path: 'origin' }, default: '*' },
    credentials: { from: { arg, path: 'credentials' }, default: false },
  };
}

/**
 * `true` reflects the request's origin, and a function says what to do with it by a callback (cors 2.8.6 lib/index.js,
 * `isOriginAllowed` and `middlewareWrapper`; the same in @fastify/cors 11.4.3 index.js, `getAccessControlAllowOriginHeader`).
 * An `origin` that is given as `undefined` sends no header, and one that is not given is `*`: browsers refuse both.
 */
export const BY_CALLBACK = { originFrom: 'callback' } as const;

/** Any `origin` that is no text and no function is an error, or no origin, there. */
export const NO_REFLECTION = { true: 'true' } as const;
