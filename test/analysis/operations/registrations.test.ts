import { describe, expect, it } from 'vitest';
import type { Files, MemoryOptions } from '../../support/memory-host.js';
import { fieldsOf, operationsIn } from '../../support/operations.js';

const SERVICE = 'import { JwtService } from "@nestjs/jwt"; export class Tokens { constructor(private readonly jwt: JwtService) {} issue() { return this.jwt.sign({}); } }';

/** The lifetimes of the tokens that are issued, with `modules` beside the service. */
function lifetimes(modules: Files, options: MemoryOptions = {}): unknown[] {
  return fieldsOf(operationsIn({ 'service.ts': SERVICE, ...modules }, options), 'token.issue', 'lifetime').flat();
}

const IMPORTS = 'import { JwtModule, JwtService } from "@nestjs/jwt"; import { Module } from "@nestjs/common"; import { Tokens } from "./service";';
const module = (registration: string, providers = '[Tokens]'): string =>
  `${IMPORTS} @Module({ imports: [${registration}], providers: ${providers} }) export class M {}`;

const SETTINGS = 'import { registerAs } from "@nestjs/config"; export default registerAs("jwt", () => ({ ttl: 60 }));';

describe('options that a part of a library is registered with', () => {
  it.each<readonly [string, Files, unknown]>([
    ['nobody registers', {}, 'unknown'],
    ['literal', { 'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })') }, 60],
    ['without the option', { 'm.ts': module('JwtModule.register({ secret })') }, 'absent'],
    ['without anything', { 'm.ts': module('JwtModule.register({})') }, 'absent'],
    ['in a constant', { 'm.ts': `${module('JwtModule.register(options)')} const options = { signOptions: { expiresIn: "1m" } };` }, 60],
    ['a factory makes', { 'm.ts': module('JwtModule.registerAsync({ useFactory: async (config) => ({ signOptions: { expiresIn: 60 } }) })') }, 60],
    ['a factory takes from a parameter', { 'm.ts': module('JwtModule.registerAsync({ useFactory: (config) => ({ signOptions: { expiresIn: config.x } }) })') }, 'unknown'],
    ['a class makes', {
      'm.ts': `${module('JwtModule.registerAsync({ useClass: Options })')} class Options { createJwtOptions() { return { signOptions: { expiresIn: 60 } }; } }`,
    }, 60],
    ['for another class, where one is for this', {
      'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })'),
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[Other]'),
    }, 60],
    ['a factory takes from a service that is injected', {
      'm.ts': `import { ConfigService } from "@nestjs/config"; ${module('JwtModule.registerAsync({ inject: [ConfigService], useFactory: (config) => ({ signOptions: { expiresIn: config.get("A", 60) } }) })')}`,
    }, 60],
    ['a factory takes from settings that are injected', {
      'm.ts': `import settings from "./settings"; ${module('JwtModule.registerAsync({ inject: [settings.KEY], useFactory: (given) => ({ signOptions: { expiresIn: given.ttl } }) })')}`,
      'settings.ts': SETTINGS,
    }, 60],
    ['settings are', {
      'm.ts': `import settings from "./settings"; ${module('JwtModule.registerAsync(settings.asProvider())')}`,
      'settings.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("jwt", () => ({ signOptions: { expiresIn: 60 } }));',
    }, 60],
    ['for the class, by the name of a constant', {
      'm.ts': `${module('registered')} const registered = JwtModule.register({ signOptions: { expiresIn: 60 } });`,
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[Other]'),
    }, 60],
    ['for the class, in a list with a name', {
      'm.ts': `${IMPORTS} const IMPORTED = [JwtModule.register({ signOptions: { expiresIn: 60 } })]; @Module({ imports: [...IMPORTED], providers: [Tokens] }) export class M {}`,
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[Other]'),
    }, 60],
    ['for the class, which is provided for a token', {
      'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })', '[{ provide: "TOKENS", useClass: Tokens }]'),
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[Other]'),
    }, 60],
    ['twice, of which none is for the class', {
      'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })', '[]'),
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[]'),
    }, 'unknown'],
    ['twice, and both without', { 'm.ts': module('JwtModule.register({})', '[]'), 'n.ts': module('JwtModule.register({ secret })', '[]') }, 'absent'],
  ])('%s', (_, modules, expected) => {
    expect(lifetimes(modules)).toEqual([expected]);
  });

  it('are not known in an editor, where other files may register', () => {
    expect(lifetimes({ 'm.ts': module('JwtModule.register({})') }, { editor: true })).toEqual(['unknown']);
  });

  it('count for the object that is made with them', () => {
    const made = 'import { JwtService } from "@nestjs/jwt"; const jwt = new JwtService({ signOptions: { expiresIn: 60 } }); jwt.sign({}); new JwtService({}).sign({});';
    expect(fieldsOf(operationsIn(made, { editor: true }), 'token.issue', 'lifetime')).toEqual([[60], ['absent']]);
  });

  it('count under the namespace that a path names', () => {
    const server = 'import fastify from "fastify"; import jwt from "@fastify/jwt"; const app = fastify();' +
      'app.register(jwt, { secret, sign: { expiresIn: "1m" } }); app.register(jwt, { secret, namespace: "refresh", sign: { expiresIn: "2m" } });' +
      'app.jwt.sign({}); app.jwt.refresh.sign({}); app.get("/", (request, reply) => { reply.jwtSign({}); reply.refreshJwtSign({}); });';
    expect(fieldsOf(operationsIn({ 'server.ts': server }), 'token.issue', 'lifetime').flat()).toEqual([60, 120, 60, 120]);
  });
});
