import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

describe('limits of requests', () => {
  it.each<[string, string, string, unknown[]]>([
    ['express-rate-limit', '8.7.5', "import { rateLimit } from 'express-rate-limit'; rateLimit();", [5, 60, 'memory', false, false]],
    [
      'express-rate-limit', '7.5.1',
      "import limit from 'express-rate-limit'; limit({ windowMs: 15 * 60 * 1000, limit: 10, passOnStoreError: true, skipFailedRequests: true, store });",
      [10, 900, 'global:store', true, true],
    ],
    ['express-rate-limit', '6.11.2', "const limit = require('express-rate-limit'); limit({ max: 100 });", [100, 60, 'memory', false, false]],
    ['@nestjs/throttler', '4.2.1', "import { ThrottlerModule } from '@nestjs/throttler'; ThrottlerModule.forRoot({ ttl: 60, limit: 10 });", [10, 60, 'memory', false, false]],
    ['@nestjs/throttler', '6.7.1', "import { ThrottlerModule } from '@nestjs/throttler'; ThrottlerModule.forRoot([{ ttl: 60, limit: 10 }]);", [10, 0.06, 'memory', false, false]],
    [
      '@nestjs/throttler', '5.2.0',
      "import { ThrottlerModule } from '@nestjs/throttler'; ThrottlerModule.forRoot({ throttlers: [{ ttl: 60_000, limit: 10 }] });",
      [10, 60, 'memory', false, false],
    ],
    ['@nestjs/throttler', '4.2.1', "import { Throttle } from '@nestjs/throttler'; Throttle(3, 30);", [3, 30, 'unknown', 'unknown', 'unknown']],
    ['@nestjs/throttler', '6.7.1', "import { Throttle } from '@nestjs/throttler'; Throttle({ default: { limit: 3, ttl: 30 } });", [3, 0.03, 'unknown', 'unknown', 'unknown']],
    ['rate-limiter-flexible', '5.0.5', "import { RateLimiterMemory } from 'rate-limiter-flexible'; new RateLimiterMemory({ points: 5, duration: 900 });", [5, 900, 'memory', false, false]],
    ['rate-limiter-flexible', '5.0.5', "import { RateLimiterMemory } from 'rate-limiter-flexible'; new RateLimiterMemory();", [4, 1, 'memory', false, false]],
    ['better-auth', '1.7.25', "import { betterAuth } from 'better-auth'; betterAuth({});", [100, 10, 'memory', false, false]],
    ['better-auth', '1.7.25', "import { betterAuth } from 'better-auth'; betterAuth({ rateLimit: { window: 60, max: 5, storage: 'database' } });", [5, 60, 'database', false, false]],
  ])('%s %s: %s', (name, version, text, expected) => {
    const fields = ['limit', 'window', 'store', 'failsOpen', 'skipsFailed'];
    expect(fieldsOf(operationsIn(text, { versions: { [name]: version } }), 'rate.limit', ...fields)).toEqual([expected]);
  });

  it('of @fastify/rate-limit are 1000 a minute, in milliseconds or words', () => {
    const found = operationsIn(`
      import Fastify from 'fastify';
      import rateLimit from '@fastify/rate-limit';
      const app = Fastify();
      app.register(rateLimit);
      app.register(rateLimit, { max: 5, timeWindow: '15 minutes', skipOnError: true });
      app.register(rateLimit, { max: 10, timeWindow: 60000, redis: client });
    `, { versions: { fastify: '5.3.0', '@fastify/rate-limit': '11.2.0' } });
    expect(fieldsOf(found, 'rate.limit', 'limit', 'window', 'failsOpen')).toEqual([[1000, 60, false], [5, 900, true], [10, 60, false]]);
  });

  it('are not told where the unit depends on a version that is not known', () => {
    const text = "import { ThrottlerModule } from '@nestjs/throttler'; ThrottlerModule.forRoot([{ ttl: 60, limit: 10 }]);";
    expect(operationsIn(text, { versions: { '@nestjs/throttler': '>=4' } })).toEqual([]);
  });
});
