/** Where a `*` in an origin stands for something: on its own only, `anywhere`, or as a part of a name below a domain. */
export type Wildcards = 'alone' | 'anywhere' | 'subdomains';

/**
 * Names below which anybody gets a name of their own within minutes: hosts of applications and tunnels, as they stand in
 * the private section of the public suffix list.
 */
const SHARED_HOSTS = new Set([
  'app.github.dev', 'azurewebsites.net', 'fly.dev', 'github.io', 'gitlab.io', 'gitpod.io', 'herokuapp.com', 'loca.lt', 'netlify.app', 'ngrok.app',
  'ngrok.dev', 'ngrok-free.app', 'ngrok.io', 'onrender.com', 'pages.dev', 'railway.app', 'trycloudflare.com', 'up.railway.app', 'vercel.app', 'web.app',
  'workers.dev',
]);

/**
 * Whose origins a pattern lets in that the application's owner does not choose: `any` of `*` and `https://*`; of
 * `*.vercel.app` the name below which anybody can have one. `undefined` of all others.
 */
export function openWildcard(pattern: string, wildcards: Wildcards): { readonly any: true } | { readonly below: string } | undefined {
  if (pattern === '*') return wildcards === 'subdomains' ? undefined : { any: true };
  if (wildcards === 'alone') return undefined;
  const [, host = ''] = /^(?:[\w*]+:\/\/)?([^/]*)/.exec(pattern) ?? [];
  if (host === '*' || host === '**') return wildcards === 'anywhere' ? { any: true } : undefined;
  const [, below = ''] = /^\*\*?\.([\w.-]+)$/.exec(host) ?? [];
  return SHARED_HOSTS.has(below) ? { below } : undefined;
}
