import { HALF_A_YEAR, hstsOptions, YEAR } from './helmet.js';
import type { LibraryModel } from './model.js';

/** Brings helmet 7 up to 11 and helmet 8 from 12 on (package.json of @fastify/helmet 9.1.0, 11.1.1 and 13.2.0). */
export const fastifyHelmet = {
  name: '@fastify/helmet',
  packages: ['@fastify/helmet', 'fastify-helmet'],
  operations: [
    {
      kind: 'hsts.configure',
      path: ['', 'fastifyHelmet'],
      on: 'register',
      fields: hstsOptions(1, [{ versions: '<12', value: HALF_A_YEAR }, { versions: '>=13', value: YEAR }]),
    },
  ],
} satisfies LibraryModel;
