import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './files.js';
import { manifest, type SampleProject } from './sample-project.js';

interface Package {
  readonly name: string;
  readonly version: string;
  /** Where it stands in our own `node_modules`. */
  readonly directory: string;
  readonly dependencies: readonly Package[];
  readonly peers: readonly string[];
}

/**
 * Installs the package and copies of all that it depends on as npm lays them out: side by side. What its dependencies
 * want as a peer is what the project has; npm would put another one beside them, which would be easier.
 */
export function installAsNpm(project: SampleProject): void {
  project.install();
  for (const { directory } of runtimePackages()) copyPackage(directory, join(project.directory, relative(root, directory)));
}

/** The same as pnpm lays it out: each package in a store of its own, beside links to what it depends on. */
export function installAsPnpm(project: SampleProject): void {
  const store = (name: string, version: string): string =>
    join(project.directory, 'node_modules', '.pnpm', `${name.replace('/', '+')}@${version}`, 'node_modules');
  const place = ({ name, version }: Package): string => join(store(name, version), name);
  const own = store(manifest.name, manifest.version);
  project.install(join(own, manifest.name));
  link(join(own, manifest.name), project.installed);
  for (const dependency of directDependencies()) link(place(dependency), join(own, dependency.name));
  for (const one of runtimePackages()) {
    copyPackage(one.directory, place(one));
    for (const dependency of one.dependencies) link(place(dependency), join(store(one.name, one.version), dependency.name));
    for (const peer of one.peers) link(join(project.directory, 'node_modules', peer), join(store(one.name, one.version), peer));
  }
}

function link(target: string, place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(relative(dirname(place), target), place);
}

/** A package without those that are nested in it. */
export function copyPackage(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => !relative(from, source).split(/[\\/]/).includes('node_modules') });
}

/** Everything that an install brings but peers, once each. */
function runtimePackages(): Package[] {
  const found = new Map<string, Package>();
  const add = (one: Package): void => {
    if (found.has(one.directory)) return;
    found.set(one.directory, one);
    one.dependencies.forEach(add);
  };
  directDependencies().forEach(add);
  return [...found.values()];
}

function directDependencies(): Package[] {
  return Object.keys(manifest.dependencies).map((name) => packageAt(name, root));
}

const packages = new Map<string, Package>();

/** A package as code in `from` finds it. */
function packageAt(name: string, from: string): Package {
  const directory = join(from, 'node_modules', name);
  if (!existsSync(directory)) return packageAt(name, dirname(from));
  let found = packages.get(directory);
  if (found === undefined) {
    const { version, dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {
      version: string;
      dependencies?: Record<string, string>;
      peerDependencies?: Record<string, string>;
    };
    const list: Package[] = [];
    found = { name, version, directory, dependencies: list, peers: Object.keys(peerDependencies) };
    packages.set(directory, found);
    list.push(...Object.keys(dependencies).map((dependency) => packageAt(dependency, directory)));
  }
  return found;
}
