import type { LibraryModel } from './model.js';
import { PARAMETER_NAMES, requestParameters } from './oauth-requests.js';

/** Its documentation, `.stringify`. */
export const queryString = {
  name: 'query-string',
  packages: ['query-string'],
  everyday: ['query-string'],
  vocabulary: PARAMETER_NAMES,
  operations: [requestParameters(['stringify'], 0)],
} satisfies LibraryModel;
