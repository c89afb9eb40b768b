import { FASTIFY_PACKAGES } from './fastify.js';
import type { LibraryModel } from './model.js';
import { loginOptions } from './passport.js';

/** CVE-2023-29019; dist/session-managers/SecureSessionManager.js of 1.0.1 and 2.2.0 writes, of 2.3.0 regenerates. */
const FACTS = { keepsSessionId: '<1.1.0 || >=2.0.0 <2.3.0', renewsSince: '@fastify/passport 2.3' } as const;

export const fastifyPassport = {
  name: '@fastify/passport',
  packages: ['@fastify/passport', ...FASTIFY_PACKAGES],
  vocabulary: ['request.logIn(', 'request.login(', 'req.logIn(', 'req.login('],
  operations: [
    {
      kind: 'login.delegate',
      path: ['authenticate', '#.authenticate', 'Authenticator#.authenticate', 'Passport#.authenticate'],
      fields: { strategy: { from: { arg: 0 } }, ...loginOptions(1) },
      facts: { ...FACTS, callbackDecides: true },
    },
    {
      kind: 'login.delegate',
      path: ['FastifyRequest#.logIn', 'FastifyRequest#.login'],
      fields: loginOptions(1),
      facts: FACTS,
    },
  ],
} satisfies LibraryModel;
