import { BY_CALLBACK, configured } from './cors-options.js';
import type { LibraryModel } from './model.js';

export const cors = {
  name: 'cors',
  packages: ['cors'],
  operations: [{ kind: 'cors.configure', path: '', fields: configured(0), facts: BY_CALLBACK }],
} satisfies LibraryModel;
