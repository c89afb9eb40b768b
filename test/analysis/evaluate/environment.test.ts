import { describe } from 'vitest';
import { table } from '../../support/table.js';

const T3 = 'import { createEnv } from "@t3-oss/env-nextjs"; import { z } from "zod"; const env = createEnv({ server: SERVER, runtimeEnv: process.env });';
const t3 = (server: string): string => T3.replace('SERVER', server);

const ZOD = 'import { z } from "zod";';

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
    ['zod, extended, merged and refined', `${ZOD} const schema = z.object({ A: z.string().default("x") }).extend({ B: z.string() }).merge(z.object({ C: z.string().optional() })).superRefine(check); const env = schema.parse(process.env); use([env.A, env.B, env.C]);`,
      '[env A ?? "x", env B required, env C]'],
    ['zod, with the shape of another schema', `${ZOD} const base = z.object({ A: z.string().default("x") }); use(z.object({ ...base.shape, B: z.string() }).parse(process.env).A);`, 'env A ?? "x"'],
    ['zod, of which something else is made', `${ZOD} use(z.object({ A: z.string() }).transform((env) => ({ key: env.A })).parse(process.env).key);`, 'zod:z.object().transform().parse().key'],
    ['zod, with a default that is converted', `${ZOD} const env = z.object({ A: z.string().default("900").transform(Number), B: z.string().default("900").transform((text) => parseInt(text, 10)), C: z.string().default("900").pipe(z.coerce.number()) }).parse(process.env); use([env.A, env.B, env.C]);`,
      '[env A ?? 900, env B ?? 900, env C ?? unknown]'],
    ['zod, of an object of variables', `${ZOD} use(z.object({ secret: z.string() }).parse({ secret: process.env.A }).secret);`, 'env A required'],
    ['zod, that production asks more of', `${ZOD} use(z.object({ A: process.env.NODE_ENV === "production" ? z.string() : z.string().default("x") }).parse(process.env).A);`,
      'env A required@production | env A ?? "x"@development'],
    ['t3-env, of a variable that is read with something to fall back to', 'import { createEnv } from "@t3-oss/env-core"; import { z } from "zod"; use(createEnv({ server: { A: z.string() }, runtimeEnv: { A: process.env.A ?? "x" } }).A);', 'env A ?? "x"'],
    ['joi', 'import Joi from "joi"; const { value: env, error } = Joi.object().keys({ A: Joi.string().required(), B: Joi.string(), C: Joi.string().default("x") }).unknown().validate(process.env); use([env.A, env.B, env.C]);',
      '[env A required, env B, env C ?? "x"]'],
    ['joi, that throws', 'import * as Joi from "joi"; use(Joi.attempt(process.env, Joi.object({ A: Joi.string().default("x") })).A);', 'env A ?? "x"'],
    ['joi, of a variable that depends on another one', 'import Joi from "joi"; use(Joi.object({ A: Joi.string().default("x").when("NODE_ENV", { is: "production", then: Joi.required() }) }).validate(process.env).value.A);', 'unknown'],
    ['valibot', 'import * as v from "valibot"; const env = v.parse(v.object({ A: v.pipe(v.string(), v.minLength(32)), B: v.optional(v.string(), "x"), C: v.optional(v.string()) }), process.env); use([env.A, env.B, env.C]);',
      '[env A required, env B ?? "x", env C]'],
    ['envsafe', 'import { envsafe, str } from "envsafe"; const env = envsafe({ A: str(), B: str({ default: "x" }), C: str({ devDefault: "y" }) }); use([env.A, env.B, env.C]);',
      '[env A required, env B ?? "x", env C required]'],
    ['zod, of an object in an object', `${ZOD} use(z.object({ jwt: z.object({ secret: z.string().default("x") }) }).parse({ jwt: { secret: process.env.A } }).jwt.secret);`, 'env A ?? "x"'],
    ['znv', 'import { parseEnv } from "znv"; import { z } from "zod"; export const { A, B } = parseEnv(process.env, { A: z.string(), B: z.string().default("x") }); use([A, B]);', '[env A required, env B ?? "x"]'],
    ['in another file', { 'main.ts': 'import { env } from "./env"; use(env.A);', 'env.ts': `${t3('{ A: z.string() }')} export { env };` }, 'env A required'],
  ]);
});

const convict = (uses: string): string =>
  `import convict from "convict"; const config = convict({ port: 1, jwt: { a: { format: String, default: "x", env: "A" }, b: { default: null, env: "B" }, c: { default: "y" }, d: { format: "duration", default: "1h", env: "D" } } }); ${uses}`;

describe('settings that say which variable they are read from', () => {
  table([
    ['by their path', convict('use([config.get("jwt.a"), config.get("jwt.b"), config.get("jwt.c"), config.get("jwt.d"), config.get("port")]);'),
      '[env A ?? "x", env B required, "y", env D ?? unknown, 1]'],
    ['as members of one that is read', convict('use(config.get("jwt").a);'), 'env A ?? "x"'],
    ['all of them, once validated', convict('config.validate({ allowed: "strict" }); use(config.getProperties().jwt.a);'), 'env A ?? "x"'],
    ['of which a file may say more', convict('config.loadFile("production.json"); use(config.get("jwt.a"));'), 'convict:().get()'],
    ['that a builder reads', 'import * as env from "env-var"; use([env.get("A").asString(), env.get("B").required().asString(), env.get("C").default("x").asString()]);',
      '[env A, env B required, env C ?? "x"]'],
    ['that a builder reads, by a named import', 'import { get } from "env-var"; use(get("A").required().default("x").asString());', 'env A ?? "x"'],
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
    ['is passed by for a namespace that is injected with its type', {
      'main.ts': 'import { Inject } from "@nestjs/common"; import { ConfigType } from "@nestjs/config"; import auth from "./auth"; class S { constructor(@Inject(auth.KEY) private settings: ConfigType<typeof auth>) {} m() { use(this.settings.secret); } }',
      'auth.ts': 'import { registerAs } from "@nestjs/config"; export default registerAs("auth", () => ({ secret: "x" }));',
    }, '"x"'],
    ['reads what a schema describes', {
      'main.ts': config('get("A", "y")'),
      'app.ts': 'import { ConfigModule } from "@nestjs/config"; import * as Joi from "joi"; ConfigModule.forRoot({ validationSchema: Joi.object({ A: Joi.string().required(), B: Joi.string().default("x") }) });',
    }, 'env A required'],
    ['reads what a schema has a default for', {
      'main.ts': config('get("B")'),
      'app.ts': 'import { ConfigModule } from "@nestjs/config"; import * as Joi from "joi"; ConfigModule.forRoot({ validationSchema: Joi.object({ B: Joi.string().default("x") }) });',
    }, 'env B ?? "x"'],
    ['reads what a function checks by a schema', {
      'main.ts': config('get("A")'),
      'app.ts': 'import { ConfigModule } from "@nestjs/config"; import { z } from "zod"; const schema = z.object({ A: z.string() }); ConfigModule.forRoot({ validate: (given) => schema.parse(given) });',
    }, 'env A required'],
    ['reads what is loaded', {
      'main.ts': config('get("jwt.secret")'),
      'app.ts': 'import { ConfigModule } from "@nestjs/config"; import load from "./load"; ConfigModule.forRoot({ load: [load] });',
      'load.ts': 'export default () => ({ port: 1, jwt: { secret: "x" } });',
    }, '"x"'],
  ]);
  table([['keeps to itself what other files may load', config('get("A")'), '@nestjs/config:ConfigService#.get()']], { editor: true });
});
