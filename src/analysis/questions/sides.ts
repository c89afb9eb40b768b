import type { ModuleIR } from '../../ir/types.js';
import { BROWSER_PACKAGES, FRAMEWORKS_BY_SIDE, SERVER_PACKAGES } from '../../knowledge/package-sides.js';
import type { AnalysisHost } from '../host.js';
import type { Module } from '../evaluate/module.js';

/** Where code runs: on a server, which decides, or on the user's own machine, where the user decides. */
export type Side = 'server' | 'browser';

/** Where SvelteKit, Remix, Nuxt and Next.js look for what runs on the server alone. */
const SERVER_FILES = /\.server\.[cm]?[jt]sx?$|\/server\/api\/|\/pages\/api\/|\/app\/(?:.*\/)?route\.[cm]?[jt]s$/;

/** What only a page or an app has. */
const BROWSER_GLOBALS = ['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'alert', 'chrome'];

/**
 * Where a file's code runs, by its directive, its kind, what it imports and uses, else by what its package depends on.
 * `undefined` where nothing says so, or both.
 */
export function sideOf(module: Module, host: AnalysisHost): Side | undefined {
  const directive = directiveOf(module.ir);
  if (directive !== undefined) return directive === 'use client' ? 'browser' : 'server';
  if (SERVER_FILES.test(module.file)) return 'server';
  if (/\.(?:vue|svelte)$/.test(module.file)) return 'browser';
  const packages = importedPackages(module, host);
  const isServer = packages.some((name) => SERVER_PACKAGES.test(name));
  const isBrowser = packages.some((name) => BROWSER_PACKAGES.test(name)) || BROWSER_GLOBALS.some((name) => module.scopes.globals.has(name));
  if (isServer !== isBrowser) return isServer ? 'server' : 'browser';
  return isServer ? undefined : sideOfPackage(module, host);
}

function directiveOf({ body }: ModuleIR): string | undefined {
  const [first] = body;
  const text = first?.kind === 'expression' && first.expression.kind === 'string' ? first.expression.value : undefined;
  return text === 'use client' || text === 'use server' ? text : undefined;
}

/** With subpaths: `next/server`. */
function importedPackages(module: Module, host: AnalysisHost): string[] {
  const specifiers = module.ir.body.flatMap((statement) => (statement.kind === 'import' ? [statement.source] : []));
  const required = module.sites.calls.flatMap(({ callee, args: [source] }) =>
    (callee.kind === 'identifier' && callee.name === 'require' && source?.kind === 'string' ? [source.value] : []));
  return [...specifiers, ...required].flatMap((specifier) => {
    const resolution = host.resolve(specifier, module.file);
    if (resolution.kind !== 'package') return [];
    return [resolution.subpath === '' ? resolution.name : `${resolution.name}/${resolution.subpath}`];
  });
}

function sideOfPackage({ file }: Module, host: AnalysisHost): Side | undefined {
  if (FRAMEWORKS_BY_SIDE.both.some((name) => host.dependsOn(name, file))) return undefined;
  const isServer = FRAMEWORKS_BY_SIDE.server.some((name) => host.dependsOn(name, file));
  const isBrowser = FRAMEWORKS_BY_SIDE.browser.some((name) => host.dependsOn(name, file));
  if (isServer === isBrowser) return undefined;
  return isServer ? 'server' : 'browser';
}
