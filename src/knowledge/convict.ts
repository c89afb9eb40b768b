import type { LibraryModel } from './model.js';

/** A variable goes before a loaded file, and that before the default, which may be `null` until it is validated (convict 6.2.5 src/main.js). */
export const convict = {
  name: 'convict',
  packages: ['convict'],
  operations: [],
  environmentReads: ['get', 'getProperties'].map((method) => ({
    path: [`().${method}`, `().validate().${method}`],
    settings: { variable: 'env', fallback: 'default', format: 'format', loading: ['load', 'loadFile'] },
  })),
} satisfies LibraryModel;
