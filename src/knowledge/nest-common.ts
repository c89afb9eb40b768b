import { trustsProxy } from './express.js';
import type { PlatformObject } from './framework-model.js';
import type { LibraryModel } from './model.js';

/** The platform's own objects (@nestjs/common 11 decorators/http/route-params.decorator). */
function platform(dependsOn: string, of: string, request: string, reply: string): PlatformObject[] {
  return [
    ...['Req()', 'Request()'].map((path) => ({ path, is: request, of, dependsOn })),
    ...['Res()', 'Response()'].map((path) => ({ path, is: reply, of, dependsOn })),
    { path: 'Session()', is: `${request}.session`, of, dependsOn },
  ];
}

/** What `switchToHttp()` gives guards, interceptors and filters (@nestjs/core 11 helpers/execution-context-host.js). */
function switched(dependsOn: string, of: string, request: string, reply: string): PlatformObject[] {
  return ['ExecutionContext#', 'ArgumentsHost#'].flatMap((context) => [
    { path: `${context}.switchToHttp().getRequest()`, is: request, of, dependsOn },
    { path: `${context}.switchToHttp().getResponse()`, is: reply, of, dependsOn },
  ]);
}

export const nestCommon = {
  name: '@nestjs/common',
  packages: ['@nestjs/common'],
  everyday: ['@nestjs/common'],
  vocabulary: ['@Session('],
  operations: [],
  decoratedParameters: [
    ...platform('@nestjs/platform-express', 'express', 'Request#', 'Response#'),
    ...platform('@nestjs/platform-fastify', 'fastify', 'FastifyRequest#', 'FastifyReply#'),
  ],
  platformObjects: [
    ...switched('@nestjs/platform-express', 'express', 'Request#', 'Response#'),
    ...switched('@nestjs/platform-fastify', 'fastify', 'FastifyRequest#', 'FastifyReply#'),
  ],
} satisfies LibraryModel;

/** The application is express's (`NestFactory.create<NestExpressApplication>`). */
export const nestExpress = {
  name: '@nestjs/platform-express',
  packages: ['@nestjs/platform-express', '@nestjs/core'],
  everyday: ['@nestjs/platform-express', '@nestjs/core'],
  vocabulary: ['trust proxy'],
  operations: trustsProxy(['NestExpressApplication#', 'NestFactory.create()']),
} satisfies LibraryModel;
