import { trustsProxy } from './express.js';
import type { DecoratedParameter, LibraryModel } from './model.js';

/** The platform's own objects (@nestjs/common 11 decorators/http/route-params.decorator). */
function platform(dependsOn: string, of: string, request: string, reply: string): DecoratedParameter[] {
  return [
    ...['Req()', 'Request()'].map((path) => ({ path, is: request, of, dependsOn })),
    ...['Res()', 'Response()'].map((path) => ({ path, is: reply, of, dependsOn })),
    { path: 'Session()', is: `${request}.session`, of, dependsOn },
  ];
}

export const nestCommon = {
  name: '@nestjs/common',
  packages: ['@nestjs/common'],
  operations: [],
  decoratedParameters: [
    ...platform('@nestjs/platform-express', 'express', 'Request#', 'Response#'),
    ...platform('@nestjs/platform-fastify', 'fastify', 'FastifyRequest#', 'FastifyReply#'),
  ],
} satisfies LibraryModel;

/** The application is express's (`NestFactory.create<NestExpressApplication>`). */
export const nestExpress = {
  name: '@nestjs/platform-express',
  packages: ['@nestjs/platform-express', '@nestjs/core'],
  vocabulary: ['trust proxy'],
  operations: trustsProxy(['NestExpressApplication#', 'NestFactory.create()']),
} satisfies LibraryModel;
