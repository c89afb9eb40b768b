import { BY_CALLBACK, configured } from './cors-options.js';
import type { LibraryModel } from './model.js';

/** It hands the options to cors or @fastify/cors (@nestjs/platform-express 11.2.10 adapters/express-adapter.js, `enableCors`). */
export const nestCors = {
  name: '@nestjs/core',
  packages: ['@nestjs/core', '@nestjs/common', '@nestjs/platform-express', '@nestjs/platform-fastify'],
  vocabulary: ['.enableCors('],
  operations: [
    {
      kind: 'cors.configure',
      path: ['NestFactory.create()', 'INestApplication#', 'NestExpressApplication#', 'NestFastifyApplication#'].map((app) => `${app}.enableCors`),
      fields: configured(0),
      facts: BY_CALLBACK,
    },
  ],
} satisfies LibraryModel;
