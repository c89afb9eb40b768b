import semver from 'semver';
import type { LibraryModel } from '../../knowledge/model.js';
import type { AnalysisHost } from '../host.js';

/** The version of a library that a file is written for, as far as known. */
export function libraryVersion({ packages: [name] }: LibraryModel, file: string, host: AnalysisHost): string | undefined {
  // There is a package of the name `global` too.
  return name === undefined || name === 'global' ? undefined : host.version(name, file);
}

/**
 * Whether every version that the code may run with is in `range`. `version` is exact or a range, as a manifest says it;
 * not known is never in a range, except in `*`.
 */
export function holdsForAll(version: string | undefined, range: string): boolean {
  if (range === '*') return true;
  if (version === undefined) return false;
  if (semver.valid(version)) return semver.satisfies(version, range, { includePrerelease: true });
  const wanted = semver.validRange(version);
  return wanted !== null && semver.subset(wanted, range);
}

/** Whether some version that the code may run with can be in `range`; one that is not known can be in any. */
export function mayHold(version: string | undefined, range: string): boolean {
  const wanted = semver.validRange(version ?? '*');
  return wanted === null || semver.intersects(wanted, range, { includePrerelease: true });
}

/** How a message names a version: `9.0.2`, `^9.0.0`, or nothing. */
export function versionText(library: string, version: string | undefined): string {
  return version === undefined ? library : `${library} ${version}`;
}
