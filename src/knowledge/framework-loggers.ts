import { FASTIFY_PACKAGES, INSTANCES } from './fastify.js';
import { withChildren, writes } from './loggers.js';
import type { LibraryModel } from './model.js';

/** @nestjs/common 11 services/logger.service.d.ts: instances, and the class itself. */
export const nestLogger = {
  name: 'the Nest logger',
  packages: ['@nestjs/common'],
  operations: [writes(['Logger', 'Logger#', 'ConsoleLogger#', 'LoggerService#'])],
} satisfies LibraryModel;

/** fastify 5.12.8 docs/Reference/Logging.md: instances, requests and replies have pino's logger as `log`. */
export const fastifyLogger = {
  name: 'the Fastify logger',
  packages: FASTIFY_PACKAGES,
  operations: [writes(withChildren([...INSTANCES, 'FastifyRequest#', 'FastifyReply#'].map((one) => `${one}.log`)))],
} satisfies LibraryModel;
