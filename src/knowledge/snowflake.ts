import type { AnyOperationModel, LibraryModel } from './model.js';

function snowflake(path: string | readonly string[]): AnyOperationModel {
  return {
    kind: 'random.generate',
    path,
    fields: { secure: { from: { always: false } } },
    facts: { predictable: 'nothing of a snowflake is drawn: it is the millisecond, the number of the process, and a counter' },
  };
}

/** @sapphire/snowflake 3.5.5 dist/cjs/index.cjs. */
export const sapphireSnowflake = {
  name: '@sapphire/snowflake',
  packages: ['@sapphire/snowflake'],
  operations: [snowflake(['Snowflake#.generate', 'DiscordSnowflake.generate', 'TwitterSnowflake.generate'])],
} satisfies LibraryModel;

/** nodejs-snowflake 2.0.1 nodejs_snowflake.d.ts; `UniqueID` in 1.x. */
export const nodejsSnowflake = {
  name: 'nodejs-snowflake',
  packages: ['nodejs-snowflake'],
  operations: [snowflake(['Snowflake#.getUniqueID', 'UniqueID#.getUniqueID'])],
} satisfies LibraryModel;

/** flake-idgen 1.4.0 flake-id-gen.js. */
export const flakeIdgen = {
  name: 'flake-idgen',
  packages: ['flake-idgen'],
  operations: [snowflake('#.next')],
} satisfies LibraryModel;
