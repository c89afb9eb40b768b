import { describe, expect, it } from 'vitest';
import { check } from '../../../src/analysis/analyse.js';
import type { RuleContext } from '../../../src/analysis/rule.js';
import { tokenClass } from '../../../src/analysis/questions/token-class.js';
import { defaultPolicy } from '../../../src/policy/policy.js';
import type { Files, MemoryOptions } from '../../support/memory-host.js';
import { analysisOf } from '../../support/operations.js';

/** The classes of the tokens that a project issues, in order; `?` where one is only assumed. */
function classes(files: Files, options: MemoryOptions = {}): string[] {
  const found: string[] = [];
  const analysis = analysisOf(files, options);
  const collect = {
    meta: { id: 'collect', description: '', scope: 'file' as const, messages: {}, standards: { cwe: [] } },
    check(context: RuleContext) {
      for (const issue of context.operationsOf('token.issue')) {
        const classified = tokenClass(issue, context);
        found.push(classified === undefined ? 'none' : `${classified.class}${classified.assumed ? '?' : ''}`);
      }
      return [];
    },
  };
  check(analysis, [collect], defaultPolicy);
  return found;
}

const IMPORT = "import { sign } from 'jsonwebtoken';\n";
const inOneFile = (text: string): string[] => classes({ 'main.ts': IMPORT + text });

describe('the class of an issued token', () => {
  it.each([
    ['a claim', "const accessToken = sign({ use: 'refresh' }, K);", 'refresh'],
    ['a variable', 'const refreshToken = sign({}, K);', 'refresh'],
    ['a property', 'send({ access: sign({}, K) });', 'access'],
    ['an outer property', 'send({ refresh: { token: sign({}, K) } });', 'refresh'],
    ['a member', 'user.resetToken = sign({}, K);', 'one-time'],
    ['a cookie', "res.cookie('refresh_token', sign({}, K));", 'refresh'],
    ['what a variable becomes', 'const t = sign({}, K); res.json({ accessToken: t });', 'access'],
    ['a function that it is passed to', 'const t = sign({}, K); sendResetMail(t);', 'one-time'],
    ['a link', 'const t = `/reset?token=${sign({}, K)}`;', 'one-time'],
    ['the function around', 'function createAccessToken() { return sign({}, K); }', 'access'],
    ['the method around', 'class A { refresh() { return sign({}, K); } }', 'refresh'],
    ['the key', 'const t = sign({}, process.env.REFRESH_SECRET);', 'refresh'],
    ['the caller', 'const make = () => sign({}, K); const refreshToken = make();', 'refresh'],
    ['the route', "app.post('/refresh', wrap(async (req, res) => { res.send(sign({}, K)); }));", 'refresh'],
    ['nothing', 'const t = sign({}, process.env.K); res.send(t);', 'access?'],
  ])('is told by %s', (_, text, expected) => {
    expect(inOneFile(text)).toEqual([expected]);
  });

  it('is told by what signs', () => {
    const server = 'import fastify from "fastify"; import jwt from "@fastify/jwt"; const app = fastify(); app.register(jwt, { secret });' +
      'app.register(jwt, { secret, namespace: "refresh" }); function login(request, reply) { const t = app.jwt.refresh.sign({}); const u = app.jwt.sign({}); }';
    expect(classes({ 'server.ts': server })).toEqual(['refresh', 'access']);
  });

  it('is told of each caller of a wrapper', () => {
    expect(inOneFile(`
      function make(claims) { return sign(claims, process.env.K); }
      const accessToken = make({ sub: 1 });
      const refreshToken = make({ sub: 1 });
    `)).toEqual(['access', 'refresh']);
  });

  it('is not assumed in the editor where other files may tell', () => {
    const inEditor = (text: string): string[] => classes({ 'main.ts': IMPORT + text }, { editor: true });
    expect(inEditor('export const make = () => sign({}, process.env.K);')).toEqual(['none']);
    expect(inEditor("import { claims } from './claims'; res.send(sign(claims, process.env.K));")).toEqual(['none']);
    expect(inEditor("import { key } from './keys'; res.send(sign({}, key));")).toEqual(['none']);
    expect(inEditor('res.send(sign({}, process.env.K));')).toEqual(['access?']);
  });

  it('is told by callers in other files', () => {
    expect(classes({
      'main.ts': `${IMPORT}export const make = () => sign({}, process.env.K);`,
      'login.ts': "import { make } from './main'; const refreshToken = make();",
    })).toEqual(['refresh']);
  });
});
