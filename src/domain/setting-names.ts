import { exposingPrefix, isAnySecretName, isSecretName, secretWords } from './secret-names.js';
import { stems } from './words.js';

/** What stands before `secret` where the secret signs or seals: tokens, sessions, cookies, data of the application's own. */
const PURPOSES = new Set([
  'jwt', 'jws', 'jwe', 'token', 'access', 'refresh', 'session', 'sess', 'cookie', 'auth', 'nextauth', 'signing', 'sign', 'signature',
  'encryption', 'encrypt', 'crypto', 'hmac', 'csrf', 'xsrf', 'iron', 'seal', 'passport', 'hash', 'reset', 'verification', 'state',
]);
/** The same, as the whole name only: `FACEBOOK_APP_SECRET` is another's. */
const OWN = new Set(['app', 'application', 'server', 'backend', 'my']);

/** Services that give a client its secret, which signs nothing of the application's own. */
const OTHERS = new Set([
  'apple', 'atlassian', 'azure', 'bitbucket', 'cloudinary', 'discord', 'dropbox', 'facebook', 'fb', 'figma', 'github', 'gitlab',
  'google', 'hubspot', 'instagram', 'jira', 'kakao', 'keycloak', 'line', 'linkedin', 'lastfm', 'mailchimp', 'microsoft', 'naver',
  'notion', 'oidc', 'okta', 'paypal', 'pinterest', 'plaid', 'pusher', 'quickbooks', 'reddit', 'salesforce', 'shopify', 'slack', 'spotify',
  'square', 'strava', 'telegram', 'tiktok', 'trakt', 'tumblr', 'twilio', 'twitch', 'twitter', 'vercel', 'x', 'yahoo', 'yandex', 'zoom',
]);

/**
 * Whether an environment variable of this name alone is taken for a secret that signs or seals something of the
 * application's own: `JWT_SECRET`, `SESSION_SECRET`, `SECRET_KEY`, `ENCRYPTION_KEY`. Narrower than `isSecretName`, because
 * nothing else tells what becomes of it: no `GITHUB_SECRET`, which is a client's, and no `PRIVATE_KEY`, whose value tells.
 */
export function isSigningSecretName(name: string): boolean {
  if (!isSecretName(name)) return false;
  const list = secretWords(name);
  const last = list.at(-1) ?? '';
  const qualifier = list.at(-2);
  if (list.slice(0, -1).some((word) => OTHERS.has(word))) return false;
  if (/^secrets?$/.test(last)) return qualifier === undefined || PURPOSES.has(qualifier) || (list.length === 2 && OWN.has(qualifier));
  if (last === 'key' || last === 'keys') return qualifier !== 'private' && qualifier !== 'master';
  return !/^api|^private/.test(last);
}

/** Keys of accounts whose names say elsewhere that they are secret: Supabase's service role passes by its row level security. */
const ACCOUNT_KEY = /(?:^|_)(?:SECRET_ACCESS|SERVICE_ROLE)_KEY$/i;

/** Whether what a bundler compiles into the browser's code is by its name a secret, whoever's: `NEXT_PUBLIC_JWT_SECRET`. */
export function isExposedSecretName(name: string): boolean {
  const prefix = exposingPrefix(name);
  if (prefix === undefined) return false;
  const rest = name.slice(prefix.length);
  // A key that is said to be public may be the public half: `PUBLIC_SIGNING_KEY`.
  return ACCOUNT_KEY.test(rest) || (/SECRET|PRIVATE|PASSWORD/i.test(rest) && isAnySecretName(rest));
}

/** Addresses, and what tells one account, project or machine from another. */
const ADDRESSES = new Set(['url', 'uri', 'dsn', 'host', 'hostname', 'domain', 'endpoint', 'port', 'id', 'name', 'username', 'user', 'email']);
/** Whose password is shared with another program, or typed by a person. */
const PASSWORD_OWNERS = new Set([
  'db', 'database', 'postgres', 'postgresql', 'pg', 'mysql', 'mariadb', 'mssql', 'mongo', 'mongodb', 'redis', 'rabbitmq', 'smtp', 'mail',
  'email', 'ftp', 'ldap', 'admin', 'root', 'user',
]);
/** `JWT_SECRET_NAME`, `SIGNING_KEY_URL`: where the secret is. */
const SECRET_WORDS = new Set(['secret', 'secrets', 'key', 'keys']);

/**
 * Whether an environment variable of this name holds what others know for a purpose of its own, and so no key: an address
 * (`DATABASE_URL`), an identifier (`APP_ID`), or the password of a person or of another program (`DB_PASSWORD`).
 */
export function servesOtherPurpose(name: string): boolean {
  const list = stems(name);
  if (list.some((word) => SECRET_WORDS.has(word))) return false;
  const last = list.at(-1) ?? '';
  if (/^(?:password|passwd|pass|pwd)$/.test(last)) return list.slice(0, -1).some((word) => PASSWORD_OWNERS.has(word));
  return ADDRESSES.has(last);
}
