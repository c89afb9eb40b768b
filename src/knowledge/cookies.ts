import { COOKIES_ATTRIBUTES, COOKIES_FACTS, KEYGRIP_FACTS } from './koa.js';
import type { LibraryModel } from './model.js';

/** cookies 0.9.2 index.js; koa's `ctx.cookies` is an instance of it. */
export const cookies = {
  name: 'cookies',
  packages: ['cookies'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['#.set', '().set'],
      fields: {
        ...COOKIES_ATTRIBUTES,
        // What the constructor is told goes before what the request is.
        secure: { from: [{ arg: 2, path: 'secure' }, { maker: 2, path: 'secure' }], default: 'auto' },
      },
      facts: COOKIES_FACTS,
    },
    {
      kind: 'secret.use',
      path: '',
      on: 'new',
      minArgs: 3,
      fields: { secret: { from: { arg: 2, path: 'keys' } }, purpose: { from: { always: 'cookie' } } },
      facts: KEYGRIP_FACTS,
    },
    {
      kind: 'secret.use',
      path: '',
      minArgs: 3,
      fields: { secret: { from: { arg: 2, path: 'keys' } }, purpose: { from: { always: 'cookie' } } },
      facts: KEYGRIP_FACTS,
    },
    {
      kind: 'secret.use',
      path: ['express', 'connect'],
      minArgs: 1,
      fields: { secret: { from: { arg: 0 } }, purpose: { from: { always: 'cookie' } } },
      facts: KEYGRIP_FACTS,
    },
  ],
} satisfies LibraryModel;
