import type { LibraryModel } from './model.js';
import { PARAMETER_NAMES, requestParameters } from './oauth-requests.js';

/** Requests that are put together by hand. */
export const urlSearchParams = {
  name: 'URLSearchParams',
  packages: ['global'],
  vocabulary: PARAMETER_NAMES,
  operations: [requestParameters(['URLSearchParams'], 0, 'new')],
} satisfies LibraryModel;
