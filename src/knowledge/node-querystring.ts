import type { LibraryModel } from './model.js';
import { PARAMETER_NAMES, requestParameters } from './oauth-requests.js';

/** Node.js documentation, `querystring.stringify`. */
export const nodeQuerystring = {
  name: 'node:querystring',
  packages: ['node:querystring'],
  everyday: ['node:querystring'],
  vocabulary: PARAMETER_NAMES,
  operations: [requestParameters(['stringify'], 0)],
} satisfies LibraryModel;
