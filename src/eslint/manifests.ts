import { dirname } from 'node:path';
import { boundaryOf } from '../packages/boundary.js';
import { Manifests } from '../packages/manifests.js';

/** An editor keeps the plugin loaded for hours: what package.json files say is asked again after so many milliseconds. */
const MAX_AGE = 10_000;

const byDirectory = new Map<string, { readonly manifests: Manifests; readonly since: number }>();

/** What the package.json files around a file say; read when first asked for, shared by the files of a directory. */
export function manifestsFor(file: string): Manifests {
  const directory = dirname(file);
  const cached = byDirectory.get(directory);
  if (cached !== undefined && Date.now() - cached.since < MAX_AGE) return cached.manifests;
  const manifests = new Manifests([boundaryOf(directory, directory)], () => undefined);
  byDirectory.set(directory, { manifests, since: Date.now() });
  return manifests;
}
