import { CONTEXTS, KOA_PACKAGES } from './koa.js';
import type { LibraryModel } from './model.js';
import { loginOptions } from './passport.js';

/** passport 0.4 up to 4, 0.6 from 5 on, which gives the session a new id (package.json of 4.1.4, 5.0.0 and 6.0.0). */
const FACTS = { keepsSessionId: '<5.0.0', renewsSince: 'koa-passport 5' } as const;

/** koa-passport 6.0.0 lib/framework/koa.js; `login` is put on koa's context. */
export const koaPassport = {
  name: 'koa-passport',
  packages: ['koa-passport', ...KOA_PACKAGES],
  vocabulary: ['passport.authenticate(', 'ctx.login(', 'ctx.logIn('],
  operations: [
    {
      kind: 'login.delegate',
      path: ['authenticate', 'KoaPassport#.authenticate'],
      fields: { strategy: { from: { arg: 0 } }, ...loginOptions(1) },
      facts: { ...FACTS, callbackDecides: true },
    },
    {
      kind: 'login.delegate',
      path: CONTEXTS.flatMap((context) => [`${context}.login`, `${context}.logIn`]),
      fields: loginOptions(1),
      facts: FACTS,
    },
  ],
} satisfies LibraryModel;
