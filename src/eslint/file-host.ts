import { isBuiltin } from 'node:module';
import type { AnalysisHost, Resolution } from '../analysis/host.js';
import type { ModuleIR } from '../ir/types.js';
import { manifestsFor } from './manifests.js';

/**
 * The analysis of one file as an editor sees it: other files of the project are not here, packages are known by their
 * names, and versions come from the manifests around the file.
 * @param text what was lowered; without it no edits are offered
 */
export function fileHost(file: string, ir: ModuleIR, text?: string): AnalysisHost {
  const manifests = manifestsFor(file);
  return {
    module: (name) => (name === file ? ir : undefined),
    text: (name) => (name === file ? text : undefined),
    resolve: resolvePackage,
    version: (packageName, from) => manifests.version(packageName, from),
    dependsOn: (packageName, from) => manifests.dependsOn(packageName, from),
    // An editor has no place to say it; the scanner says it of the same file.
    report: () => undefined,
  };
}

const PACKAGE = /^(@[a-z\d~-][\w.~-]*\/[a-z\d~-][\w.~-]*|[a-z\d~-][\w.~-]*)(?:\/(.*))?$/i;

/** Relative paths, aliases (`@/x`, `~/x`, `#x`) and URLs may lead to other files, which are not here. */
function resolvePackage(specifier: string): Resolution {
  if (isBuiltin(specifier)) return { kind: 'package', name: `node:${specifier.replace(/^node:/, '')}`, subpath: '' };
  const [, name, subpath = ''] = PACKAGE.exec(specifier) ?? [];
  return name === undefined ? { kind: 'unknown' } : { kind: 'package', name, subpath };
}
