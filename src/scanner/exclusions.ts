import { posix } from 'node:path';
import { scannedExtensions } from '../packages/paths.js';

/** Never entered, not even with ignore rules off. */
const never = ['node_modules', '.git'];

/** Directories that hold no code that runs in production, or code that nobody wrote by hand. */
const directories = [
  // tests
  '__tests__', 'test', 'tests', 'e2e', 'cypress', 'fixtures', '__fixtures__', 'mocks', '__mocks__', '__snapshots__',
  'integration-tests',
  // stories
  'stories', '__stories__', '.storybook',
  // generated code and schema history
  'generated', '__generated__', 'migrations',
  // build output
  'dist', 'build', 'out', 'coverage', '.next', '.nuxt', '.output', '.svelte-kit', '.angular', '.astro', '.docusaurus',
  '.expo', '.vercel', '.netlify', '.wrangler', '.serverless', '.aws-sam', '.medusa',
  // other people's code and caches
  'vendor', 'bower_components', 'jspm_packages', '.yarn', '.pnpm-store', '.cache', '.parcel-cache', '.turbo', '.nx',
  '.hg', '.svn', '.venv',
];

/** What stands before the extension: `login.test.ts`, `routes.gen.ts`, `jquery.min.js`. */
const infixes = ['test', 'spec', 'e2e', 'e2e-spec', 'e2e-test', 'cy', 'stories', 'story', 'gen', 'generated', 'min'];

// Extended globs, because fast-glob would split braces into one regular expression per alternative.
export const sourcePattern = `**/*.@(${scannedExtensions.join('|')})`;
/** Names that files of settings have, and many others. */
export const settingsPattern = '**/@(.env|.envrc|.env[._-]*|*.env|*.yml|*.yaml)';
export const neverPattern = `**/@(${never.join('|')})/**`;
export const excludedPattern = `**/@(${directories.join('|')})/**`;

/** `.env.test`, `.env.test.local`. */
const excludedSettings = /^\.env[._-](?:[^/]*[._-])?(?:test|testing|e2e|ci)(?:[._-]|$)/;
const excludedName = new RegExp(`\\.(?:(?:${infixes.join('|')})\\.[^.]+|d\\.[mc]?ts)$`);

/** Whether a file's name says that it is a test (or the settings of tests), a story, generated, minified, or a declaration. */
export function isExcludedName(file: string): boolean {
  return excludedName.test(file) || excludedSettings.test(posix.basename(file));
}
