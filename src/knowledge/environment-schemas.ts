import type { LibraryModel } from './model.js';

/** Methods of a zod schema after which the variable may be absent, and where it says what stands in (zod 4 classic/schemas). */
const ZOD = {
  optional: ['optional', 'nullish', 'nullable'],
  defaults: [{ chain: 'default' }, { chain: 'catch' }, { chain: 'prefault' }],
  converting: ['transform', 'pipe', 'preprocess', 'coerce'],
} as const;

/** `createEnv({ server: { NAME: z.string() }, … })` (@t3-oss/env-core 0.13.11 dist/index.js). */
export const t3Env = {
  name: 't3-env',
  packages: ['@t3-oss/env-core', '@t3-oss/env-nextjs', '@t3-oss/env-nuxt'],
  operations: [],
  environmentSchemas: [
    { path: 'createEnv', variables: ['server', 'client', 'shared'].map((path) => ({ arg: 0, path })), readFrom: ['runtimeEnvStrict', 'runtimeEnv'], ...ZOD },
  ],
} satisfies LibraryModel;

/** `cleanEnv(process.env, { NAME: str() })`; `devDefault` never counts in production (envalid 8.2.0 dist/core.js). */
export const envalid = {
  name: 'envalid',
  packages: ['envalid'],
  operations: [],
  environmentSchemas: [{ path: 'cleanEnv', variables: [{ arg: 1 }], optional: [], defaults: [{ path: 'default' }] }],
} satisfies LibraryModel;

/** `envsafe({ NAME: str() })`; `devDefault` never counts in production (envsafe 2 dist/envsafe.cjs.development.js). */
export const envsafe = {
  name: 'envsafe',
  packages: ['envsafe'],
  operations: [],
  environmentSchemas: [{ path: 'envsafe', variables: [{ arg: 0 }], optional: [], defaults: [{ path: 'default' }] }],
} satisfies LibraryModel;

const OBJECTS = ['object', 'strictObject', 'looseObject'];

/** Methods of an object's schema, whatever methods of it are called in between. */
function ofObject(...methods: string[]): string[] {
  return OBJECTS.flatMap((object) => methods.flatMap((method) => [`${object}().**.${method}`, `z.${object}().**.${method}`]));
}

const ZOD_OBJECT = {
  ...ZOD,
  variables: [...OBJECTS, 'extend', 'safeExtend', 'augment', 'merge', 'and', 'setKey'].map((chain) => ({ chain, arg: 0 })),
  environment: 0,
  opaque: ['transform', 'pipe', 'partial', 'deepPartial', 'required', 'pick', 'omit', 'or'],
} as const;

/** `z.object({ NAME: z.string() }).parse(process.env)` (zod 4.1 classic/parse; the same in 3). */
export const zod = {
  name: 'zod',
  packages: ['zod', 'zod/v4', 'zod/v3'],
  operations: [],
  environmentSchemas: [
    { path: ofObject('parse', 'parseAsync'), ...ZOD_OBJECT },
    { path: ofObject('safeParse', 'safeParseAsync'), result: 'data', ...ZOD_OBJECT },
  ],
} satisfies LibraryModel;

const JOI_OBJECT = {
  variables: ['object', 'keys', 'append', 'concat'].map((chain) => ({ chain, arg: 0 })),
  optional: [],
  required: ['required', 'exist', 'presence'],
  defaults: [{ chain: 'default' }, { chain: 'failover' }],
  opaque: ['options', 'fork', 'custom', 'external'],
  dependent: ['when', 'alter', 'custom', 'external'],
} as const;

/** `Joi.object({ NAME: Joi.string().required() }).validate(process.env)` (joi 18.3.2 lib/base.js, `validate`; lib/types/keys.js). */
export const joi = {
  name: 'joi',
  packages: ['joi', '@hapi/joi'],
  operations: [],
  environmentSchemas: [
    { path: ['object().**.validate', 'Joi.object().**.validate'], environment: 0, result: 'value', ...JOI_OBJECT },
    { path: ['object().**.validateAsync', 'Joi.object().**.validateAsync'], environment: 0, ...JOI_OBJECT },
    { path: ['attempt', 'Joi.attempt'], environment: 0, ...JOI_OBJECT, variables: [{ arg: 1 }] },
  ],
} satisfies LibraryModel;

/** `parseEnv(process.env, { NAME: z.string() })` (znv 0.5.0 dist/parse-env.js); a spec's `defaults` depend on the environment. */
export const znv = {
  name: 'znv',
  packages: ['znv'],
  operations: [],
  environmentSchemas: [{ path: 'parseEnv', variables: [{ arg: 1 }], environment: 0, ...ZOD }],
} satisfies LibraryModel;

/** `v.parse(v.object({ NAME: v.string() }), process.env)`; a default is the second argument (valibot 1.5.0 dist/index.mjs, `optional`). */
export const valibot = {
  name: 'valibot',
  packages: ['valibot'],
  operations: [],
  environmentSchemas: [
    {
      path: 'parse',
      variables: [{ arg: 0 }, ...OBJECTS.map((chain) => ({ chain, arg: 0 }))],
      environment: 1,
      optional: ['optional', 'nullish', 'nullable', 'exactOptional'],
      defaults: ['optional', 'nullish', 'nullable', 'fallback', 'exactOptional'].map((chain) => ({ chain, arg: 1 })),
      converting: ['transform', 'toNumber'],
    },
  ],
} satisfies LibraryModel;
