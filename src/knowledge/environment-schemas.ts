import type { LibraryModel } from './model.js';

/** Methods of a zod schema after which the variable may be absent, and where it says what stands in (zod 4 classic/schemas). */
const ZOD = { optional: ['optional', 'nullish', 'nullable'], defaults: [{ chain: 'default' }, { chain: 'catch' }, { chain: 'prefault' }] } as const;

/** `createEnv({ server: { NAME: z.string() }, … })` (@t3-oss/env-core 0.13.11 dist/index.js). */
export const t3Env = {
  name: 't3-env',
  packages: ['@t3-oss/env-core', '@t3-oss/env-nextjs', '@t3-oss/env-nuxt'],
  operations: [],
  environmentSchemas: [
    { path: 'createEnv', variables: ['server', 'client', 'shared'].map((path) => ({ arg: 0, path })), ...ZOD },
  ],
} satisfies LibraryModel;

/** `cleanEnv(process.env, { NAME: str() })`; `devDefault` never counts in production (envalid 8.2.0 dist/core.js). */
export const envalid = {
  name: 'envalid',
  packages: ['envalid'],
  operations: [],
  environmentSchemas: [{ path: 'cleanEnv', variables: [{ arg: 1 }], optional: [], defaults: [{ path: 'default' }] }],
} satisfies LibraryModel;

const OBJECTS = ['object', 'z.object', 'strictObject', 'z.strictObject', 'looseObject', 'z.looseObject'];

/** A method of an object schema, whatever methods of it are called in between. */
function ofObject(method: string): string[] {
  return OBJECTS.flatMap((object) => [`${object}().${method}`, ...['passthrough', 'strict', 'strip', 'loose', 'readonly'].map((between) => `${object}().${between}().${method}`)]);
}

const VARIABLES = ['object', 'strictObject', 'looseObject'].map((chain) => ({ chain, arg: 0 }));

/** `z.object({ NAME: z.string() }).parse(process.env)` (zod 4.1 classic/parse; the same in 3). */
export const zod = {
  name: 'zod',
  packages: ['zod', 'zod/v4', 'zod/v3'],
  operations: [],
  environmentSchemas: [
    { path: [...ofObject('parse'), ...ofObject('parseAsync')], variables: VARIABLES, environment: 0, ...ZOD },
    { path: [...ofObject('safeParse'), ...ofObject('safeParseAsync')], variables: VARIABLES, environment: 0, result: 'data', ...ZOD },
  ],
} satisfies LibraryModel;
