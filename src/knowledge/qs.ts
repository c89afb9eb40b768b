import type { LibraryModel } from './model.js';
import { PARAMETER_NAMES, requestParameters } from './oauth-requests.js';

/** Its documentation, `qs.stringify`. */
export const qs = {
  name: 'qs',
  packages: ['qs'],
  everyday: ['qs'],
  vocabulary: PARAMETER_NAMES,
  operations: [requestParameters(['stringify'], 0)],
} satisfies LibraryModel;
