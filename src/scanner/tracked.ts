import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { gitRoot } from '../packages/boundary.js';

/** Git answers within milliseconds; a repository on a disk that does not answer must not stop a scan. */
const TIMEOUT_MS = 10_000;
const MAX_BYTES = 256 * 1024 * 1024;

/** Tells which files belong to a repository. Git is asked once for each work tree, and only when a file is asked for. */
export class Tracked {
  readonly #rootOf = new Map<string, string | undefined>();
  readonly #files = new Map<string, ReadonlySet<string> | undefined>();

  /**
   * Whether git tracks a file (absolute path): `outside` where there is no work tree, `unknown` where git cannot be asked (it
   * is not installed, does not trust the owner of the directory, or does not answer).
   */
  of(file: string): 'tracked' | 'untracked' | 'outside' | 'unknown' {
    const directory = dirname(file);
    if (!this.#rootOf.has(directory)) this.#rootOf.set(directory, gitRoot(directory));
    const root = this.#rootOf.get(directory);
    if (root === undefined) return 'outside';
    if (!this.#files.has(root)) this.#files.set(root, trackedIn(root));
    const files = this.#files.get(root);
    if (files === undefined) return 'unknown';
    return files.has(file) ? 'tracked' : 'untracked';
  }
}

/** The tracked files of a work tree that may hold settings, as absolute paths. */
function trackedIn(root: string): ReadonlySet<string> | undefined {
  // A repository's own configuration may name a program that git would run.
  const options = ['-c', 'core.fsmonitor=false', '-C', root];
  try {
    const output = execFileSync('git', [...options, 'ls-files', '-z', '--', '*.env', '*.envrc', '*.env.*', '*.env[_-]*', '*.yml', '*.yaml'], {
      encoding: 'utf8',
      env: environment(root),
      maxBuffer: MAX_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: TIMEOUT_MS,
      windowsHide: true,
    });
    return new Set(output.split('\0').filter((name) => name !== '').map((name) => join(root, name)));
  } catch {
    return undefined;
  }
}

/** Within a hook of another repository git is told to work there. Above the root there is nothing to look for. */
function environment(root: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_CEILING_DIRECTORIES: dirname(root), GIT_OPTIONAL_LOCKS: '0' };
}
