/** Aliases that a framework writes into a configuration of its own, which a checkout lacks. */
interface GeneratedConfig {
  /** Packages of which a project with such a configuration depends on one. */
  readonly dependsOn: readonly string[];
  /** Where the framework puts what it generates, below the package. */
  readonly directory: string;
  /** `paths` of a tsconfig.json; targets are relative to the package, the first that exists counts. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

/** Nuxt's `srcDir`: `app` from 4 on, the package before, and what `nuxt.config` mostly says instead. */
const NUXT_SOURCES = ['app', '.', 'src'];

/**
 * Defaults: @sveltejs/kit 2.5.0 src/core/sync/write_tsconfig.js (`$lib`); nuxt 3.12.0 dist/index.mjs and @nuxt/schema
 * 4.0.0 dist/index.mjs (`alias`, `srcDir`, `dir.shared`). What `svelte.config.js` and `nuxt.config.ts` add is not read.
 */
export const GENERATED_CONFIGS: readonly GeneratedConfig[] = [
  { dependsOn: ['@sveltejs/kit'], directory: '.svelte-kit', paths: alias('$lib', ['src/lib']) },
  {
    dependsOn: ['nuxt', 'nuxt-nightly'],
    directory: '.nuxt',
    paths: {
      ...alias('~', NUXT_SOURCES), ...alias('@', NUXT_SOURCES), ...alias('~~', ['.']), ...alias('@@', ['.']), ...alias('#shared', ['shared']),
    },
  },
];

function alias(name: string, targets: readonly string[]): GeneratedConfig['paths'] {
  return { [name]: targets, [`${name}/*`]: targets.map((target) => `${target}/*`) };
}
