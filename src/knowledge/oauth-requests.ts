import type { LibraryModel, OperationModel } from './model.js';

/** Parameters of OAuth among the members of an argument (RFC 6749 sections 4.1.1 and 4.3.2, RFC 7636 section 4.3). */
export function requestParameters(path: readonly string[], arg: number, on: 'call' | 'new' = 'call'): OperationModel<'oauth.request'> {
  return {
    kind: 'oauth.request',
    path,
    on,
    fields: {
      responseType: { from: { arg, path: 'response_type' } },
      challengeMethod: { from: { arg, path: 'code_challenge_method' } },
      grant: { from: { arg, path: 'grant_type' } },
    },
  };
}

/** Requests that are put together by hand. */
export const oauthRequests = {
  name: 'URLSearchParams',
  packages: ['global'],
  vocabulary: ['grant_type', 'response_type', 'code_challenge_method'],
  operations: [requestParameters(['URLSearchParams'], 0, 'new')],
} satisfies LibraryModel;

/** The same with the packages that came before (their documentation). */
export const oauthQueries = {
  name: 'query strings',
  packages: ['node:querystring', 'qs', 'query-string'],
  vocabulary: ['grant_type', 'response_type', 'code_challenge_method'],
  operations: [requestParameters(['stringify'], 0)],
} satisfies LibraryModel;
