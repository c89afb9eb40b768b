import type { FieldModel, LibraryModel, Source } from './model.js';

/** The options are the first argument; a store of the caller's own keeps the state as well. */
function option(name: string): Source {
  return { arg: 0, path: name };
}

/** Strategies that hand their options to passport-oauth2 and change none of these (lib/strategy.js of the packages). */
const STRATEGIES = [
  'passport-oauth2', 'passport-google-oauth20', 'passport-google-oauth', 'passport-google-oauth2', 'passport-github', 'passport-github2',
  'passport-facebook', 'passport-discord', 'passport-linkedin-oauth2',
] as const;

/** The addresses among the options of a strategy; all but the last have defaults where the provider is fixed. */
export const STRATEGY_ENDPOINTS = {
  authorization: { from: option('authorizationURL') },
  token: { from: option('tokenURL') },
  redirect: { from: option('callbackURL') },
} as const satisfies Record<string, FieldModel>;

/**
 * Without `state` and `store` no state is sent and none is compared; `pkce` then is an error, and `true` is S256
 * (passport-oauth2 1.8.0 lib/strategy.js, `OAuth2Strategy`).
 */
export const passportOAuth2: readonly LibraryModel[] = STRATEGIES.map((name) => {
  const path = name === 'passport-google-oauth' ? 'OAuth2Strategy' : ['', 'Strategy'];
  return {
    name,
    packages: [name],
    operations: [
      {
        kind: 'oauth.configure',
        path,
        on: 'new',
        fields: {
          state: { from: [option('store'), option('state')], default: false },
          pkce: { from: option('pkce'), means: { true: 'S256' } },
        },
      },
      { kind: 'endpoint.configure', path, on: 'new', fields: STRATEGY_ENDPOINTS },
    ],
  };
});
