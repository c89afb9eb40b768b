import type { LibraryModel, Source } from './model.js';

/** The options are the first argument; a store of the caller's own keeps the state as well. */
function option(name: string): Source {
  return { arg: 0, path: name };
}

/** Strategies that hand their options to passport-oauth2 and change none of these (lib/strategy.js of the packages). */
const STRATEGIES = [
  'passport-oauth2', 'passport-google-oauth20', 'passport-google-oauth', 'passport-github2', 'passport-facebook', 'passport-discord',
] as const;

/**
 * Without `state` and `store` no state is sent and none is compared; `pkce` then is an error, and `true` is S256
 * (passport-oauth2 1.8.0 lib/strategy.js, `OAuth2Strategy`).
 */
export const passportOAuth2: readonly LibraryModel[] = STRATEGIES.map((name) => ({
  name,
  packages: [name],
  operations: [
    {
      kind: 'oauth.configure',
      path: name === 'passport-google-oauth' ? 'OAuth2Strategy' : ['', 'Strategy'],
      on: 'new',
      fields: {
        state: { from: [option('store'), option('state')], default: false },
        pkce: { from: option('pkce'), means: { true: 'S256' } },
      },
    },
  ],
}));
