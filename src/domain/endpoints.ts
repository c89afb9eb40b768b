import type { OperationFields } from './operations.js';

/** What is at each address of a login, and what somebody on the way there can do where nothing is encrypted; for messages. */
export const ENDPOINTS = {
  issuer: ['The issuer is asked', 'can answer with endpoints and keys of their own'],
  authorization: ['The login page is opened', 'can put up a login page of their own'],
  token: ['Tokens are fetched', "can read the client's secret and the tokens"],
  userInfo: ['Who the user is is asked', 'can read the token and answer with another user'],
  keys: ['Keys for tokens are fetched', 'can put keys of their own there and sign any token'],
  redirect: ['The login comes back', 'can read the code that it comes back with'],
} as const satisfies Record<OperationFields['endpoint.configure'], readonly [what: string, attack: string]>;
