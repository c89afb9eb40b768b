import type { OperationModel } from './model.js';

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

/** Text in files that put such a request together. */
export const PARAMETER_NAMES = ['grant_type', 'response_type', 'code_challenge_method'];
