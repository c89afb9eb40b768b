import { BY_CALLBACK, configured } from './cors-options.js';
import type { LibraryModel } from './model.js';

export const fastifyCors = {
  name: '@fastify/cors',
  packages: ['@fastify/cors', 'fastify-cors'],
  operations: [{ kind: 'cors.configure', path: ['', 'fastifyCors'], on: 'register', fields: configured(1), facts: BY_CALLBACK }],
} satisfies LibraryModel;
