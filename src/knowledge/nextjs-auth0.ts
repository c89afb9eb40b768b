import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

const DAY = 86_400;

function configuration(on: 'call' | 'new', path: string, defaults: { name: string; idle: string; absolute: number }): OperationModel<'session.configure'> {
  return {
    kind: 'session.configure',
    path,
    on,
    fields: {
      name: { from: [{ arg: 0, path: 'session.name' }, { arg: 0, path: 'session.cookie.name' }], default: defaults.name },
      secret: { from: { arg: 0, path: 'secret' } },
      httpOnly: { from: { arg: 0, path: 'session.cookie.httpOnly' }, default: true },
      // Secure when the address of the application is https.
      secure: { from: { arg: 0, path: 'session.cookie.secure' }, default: 'auto' },
      sameSite: { from: { arg: 0, path: 'session.cookie.sameSite' }, means: SAME_SITE, default: 'lax' },
      maxAge: { from: { arg: 0, path: `session.${defaults.idle}`, duration: 'seconds' }, default: DAY },
      domain: { from: { arg: 0, path: 'session.cookie.domain' } },
      rolling: { from: { arg: 0, path: 'session.rolling' }, default: true },
      absolute: {
        from: [
          { arg: 0, path: 'session.absoluteDuration', only: { false: 0 } }, { arg: 0, path: 'session.absoluteDuration', duration: 'seconds' },
        ],
        default: defaults.absolute,
      },
    },
  };
}

/**
 * What is not said may be in the environment; the secret is required there or here. 3.5.0 dist/auth0-session/get-config.js;
 * 4.9.0 dist/server/client.js and dist/server/session/abstract-session-store.js.
 */
export const nextjsAuth0 = {
  name: '@auth0/nextjs-auth0',
  packages: ['@auth0/nextjs-auth0', '@auth0/nextjs-auth0/server', '@auth0/nextjs-auth0/edge'],
  operations: [
    configuration('call', 'initAuth0', { name: 'appSession', idle: 'rollingDuration', absolute: 7 * DAY }),
    configuration('new', 'Auth0Client', { name: '__session', idle: 'inactivityDuration', absolute: 3 * DAY }),
  ],
} satisfies LibraryModel;
