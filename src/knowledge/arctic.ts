import type { LibraryModel } from './model.js';

/** Clients of providers that anybody may run, which are told where first (dist/providers of arctic 1.9.2 and 3.7.0). */
const SELF_HOSTED = ['Authentik', 'Gitea', 'GitLab', 'KeyCloak', 'Mastodon', 'Synology'] as const;

/** Clients that are told the id, the secret, and where the login comes back to. */
const PROVIDERS = [
  'AniList', 'Atlassian', 'Bitbucket', 'Box', 'Coinbase', 'Discord', 'Dribbble', 'Dropbox', 'Facebook', 'Figma', 'FortyTwo', 'GitHub', 'Google',
  'Intuit', 'Kakao', 'Line', 'Linear', 'LinkedIn', 'Naver', 'Notion', 'Patreon', 'Reddit', 'Slack', 'Spotify', 'Strava', 'Twitch', 'Twitter', 'VK',
  'WorkOS', 'Yahoo', 'Yandex', 'Zoom',
] as const;

export const arctic = {
  name: 'arctic',
  packages: ['arctic'],
  operations: [
    { kind: 'endpoint.configure', path: PROVIDERS, on: 'new', fields: { redirect: { from: { arg: 2 } } } },
    { kind: 'endpoint.configure', path: SELF_HOSTED, on: 'new', fields: { issuer: { from: { arg: 0 } }, redirect: { from: { arg: 3 } } } },
  ],
} satisfies LibraryModel;
