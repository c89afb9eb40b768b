import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/analysis/analyse.js';
import { show } from '../../support/ask.js';
import { memoryHost, type Files, type MemoryOptions } from '../../support/memory-host.js';

const SERVICE = 'import { JwtService } from "@nestjs/jwt"; export class Tokens { constructor(private readonly jwt: JwtService) {} issue() { return this.jwt.sign({}); } }';

/** The lifetime of the only token that is issued, with `modules` beside the service. */
function lifetime(modules: Files, options: MemoryOptions = {}): string {
  const files = { 'service.ts': SERVICE, ...modules };
  const issued = prepare(memoryHost(files, options), Object.keys(files)).operations.filter((one) => one.kind === 'token.issue');
  return issued.map((one) => show(one.lifetime)).join('; ');
}

const IMPORTS = 'import { JwtModule, JwtService } from "@nestjs/jwt"; import { Module } from "@nestjs/common"; import { Tokens } from "./service";';
const module = (registration: string, providers = '[Tokens]'): string =>
  `${IMPORTS} @Module({ imports: [${registration}], providers: ${providers} }) export class M {}`;

describe('options that a part of a library is registered with', () => {
  it.each<readonly [string, Files, string]>([
    ['nobody registers', {}, 'unknown'],
    ['literal', { 'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })') }, '60'],
    ['without the option', { 'm.ts': module('JwtModule.register({ secret })') }, 'absent'],
    ['without anything', { 'm.ts': module('JwtModule.register({})') }, 'absent'],
    ['in a constant', { 'm.ts': `${module('JwtModule.register(options)')} const options = { signOptions: { expiresIn: "1m" } };` }, '60'],
    ['a factory makes', { 'm.ts': module('JwtModule.registerAsync({ useFactory: async (config) => ({ signOptions: { expiresIn: 60 } }) })') }, '60'],
    ['a factory takes from a parameter', { 'm.ts': module('JwtModule.registerAsync({ useFactory: (config) => ({ signOptions: { expiresIn: config.x } }) })') }, 'unknown'],
    ['a class makes', {
      'm.ts': `${module('JwtModule.registerAsync({ useClass: Options })')} class Options { createJwtOptions() { return { signOptions: { expiresIn: 60 } }; } }`,
    }, '60'],
    ['for another class, where one is for this', {
      'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })'),
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[Other]'),
    }, '60'],
    ['twice, of which none is for the class', {
      'm.ts': module('JwtModule.register({ signOptions: { expiresIn: 60 } })', '[]'),
      'n.ts': module('JwtModule.register({ signOptions: { expiresIn: 999 } })', '[]'),
    }, 'unknown'],
    ['twice, and both without', { 'm.ts': module('JwtModule.register({})', '[]'), 'n.ts': module('JwtModule.register({ secret })', '[]') }, 'absent'],
  ])('%s', (_, modules, expected) => {
    expect(lifetime(modules)).toBe(expected);
  });

  it('are not known in an editor, where other files may register', () => {
    expect(lifetime({ 'm.ts': module('JwtModule.register({})') }, { editor: true })).toBe('unknown');
  });

  it('count for the object that is made with them', () => {
    const made = 'import { JwtService } from "@nestjs/jwt"; const jwt = new JwtService({ signOptions: { expiresIn: 60 } }); jwt.sign({}); new JwtService({}).sign({});';
    const files = { 'made.ts': made };
    const issued = prepare(memoryHost(files, { editor: true }), ['made.ts']).operations.filter((one) => one.kind === 'token.issue');
    expect(issued.map((one) => show(one.lifetime))).toEqual(['60', 'absent']);
  });
});
