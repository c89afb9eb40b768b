import { describe } from 'vitest';
import { table } from '../../support/table.js';

const T3 = 'import { createEnv } from "@t3-oss/env-nextjs"; import { z } from "zod"; const env = createEnv({ server: SERVER, runtimeEnv: process.env });';
const t3 = (server: string): string => T3.replace('SERVER', server);

describe('an environment that a schema reads', () => {
  table([
    ['t3-env, of a variable that must be there', `${t3('{ A: z.string().min(32) }')} use(env.A);`, 'env A required'],
    ['t3-env, with a default', `${t3('{ A: z.string().default("x") }')} use(env.A);`, 'env A ?? "x"'],
    ['t3-env, optional', `${t3('{ A: z.string().optional() }')} use(env.A);`, 'env A'],
    ['t3-env, of a variable that no schema names', `${t3('{ A: z.string() }')} use(env.B);`, 'unknown'],
    ['a fallback behind a variable that must be there', `${t3('{ A: z.string() }')} use(env.A || "x");`, 'env A required'],
    ['envalid', 'import { cleanEnv, str } from "envalid"; const env = cleanEnv(process.env, { A: str(), B: str({ default: "x" }), C: str({ devDefault: "y" }) }); use([env.A, env.B, env.C]);',
      '[env A required, env B ?? "x", env C required]'],
    ['zod', 'import { z } from "zod"; const schema = z.object({ A: z.string(), B: z.coerce.number().default(5) }); const env = schema.parse(process.env); use([env.A, env.B]);',
      '[env A required, env B ?? 5]'],
    ['zod, of a namespace, in one expression', 'import * as z from "zod"; use(z.object({ A: z.string() }).passthrough().parse({ ...process.env }).A);', 'env A required'],
    ['zod, whose result is asked for', 'import { z } from "zod"; const result = z.object({ A: z.string() }).safeParse(process.env); use(result.data.A);', 'env A required'],
    ['zod, of a request', 'import { z } from "zod"; use(z.object({ A: z.string() }).parse(request.body).A);', 'zod:z.object().parse().A'],
    ['in another file', { 'main.ts': 'import { env } from "./env"; use(env.A);', 'env.ts': `${t3('{ A: z.string() }')} export { env };` }, 'env A required'],
  ]);
});

const SERVICE = 'import { ConfigService } from "@nestjs/config"; class S { constructor(private config: ConfigService) {} m() { use(this.config.GET); } }';
const config = (get: string): string => SERVICE.replace('GET', get);

describe("Nest's configuration service", () => {
  table([
    ['reads the environment', config('get("A")'), 'env A'],
    ['with a type', config('get<string>("A", { infer: true })'), 'env A'],
    ['with a default', config('get("A", "x")'), 'env A ?? "x"'],
    ['with something to fall back to', config('get("A") || "x"'), 'env A ?? "x"'],
    ['or throws', config('getOrThrow("A")'), 'env A required'],
    ['does not know a namespace that nobody registers', config('get("auth.secret")'), '@nestjs/config:ConfigService#.get()'],
    ['reads a registered namespace', {
      'main.ts': config('get("auth.secret")'),
      'auth.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("auth", () => ({ secret: process.env.SECRET || "x" }));',
    }, 'env SECRET ?? "x"'],
    ['throws where a registered namespace has nothing', {
      'main.ts': config('getOrThrow("auth.secret", { infer: true })'),
      'auth.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("auth", () => ({ secret: process.env.SECRET }));',
    }, 'env SECRET required'],
    ['gives the namespace as a whole', {
      'main.ts': config('get("auth", { infer: true }).secret'),
      'auth.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("auth", () => ({ secret: "x" }));',
    }, '"x"'],
    ['is passed by for a namespace that is injected', {
      'main.ts': 'import { Inject } from "@nestjs/common"; import auth from "./auth"; class S { constructor(@Inject(auth.KEY) private settings) {} m() { use(this.settings.secret); } }',
      'auth.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("auth", () => ({ secret: "x" }));',
    }, '"x"'],
    ['reads what is loaded', {
      'main.ts': config('get("jwt.secret")'),
      'app.ts': 'import { ConfigModule } from "@nestjs/config"; import load from "./load"; ConfigModule.forRoot({ load: [load] });',
      'load.ts': 'export default () => ({ port: 1, jwt: { secret: "x" } });',
    }, '"x"'],
  ]);
  table([['keeps to itself what other files may load', config('get("A")'), '@nestjs/config:ConfigService#.get()']], { editor: true });
});
