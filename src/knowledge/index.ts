import { libraries } from './libraries.js';
import type { AnyOperationModel, EnvironmentRead, HandlerModel, LibraryModel } from './model.js';

/** A model and the library that it is of. */
export interface LibraryOperation {
  readonly library: LibraryModel;
  readonly model: AnyOperationModel;
}

type On = 'call' | 'new' | 'assign';

const byPath = new Map<string, LibraryOperation[]>();
const handlersByPath = new Map<string, HandlerModel>();
const byName = new Map<string, AnyOperationModel[]>();
const assignedTo = new Set<string>();
const conversions = new Map<string, number>();
const transparent = new Map<string, number>();
const injectors = new Set<string>();
const environmentReads = new Map<string, EnvironmentRead>();
const fluent = new Set<string>();
const callbacks = new Set<string>();

function pathsOf(path: string | readonly string[]): readonly string[] {
  return typeof path === 'string' ? [path] : path;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/[()#[\]]+$/, '');
}

for (const library of libraries) {
  for (const packageName of library.packages) {
    for (const model of library.operations) {
      for (const path of pathsOf(model.path)) {
        const key = `${model.on ?? 'call'} ${packageName}:${path}`;
        byPath.set(key, [...(byPath.get(key) ?? []), { library, model }]);
        const name = lastName(path);
        byName.set(name, [...(byName.get(name) ?? []), model]);
        if (model.on === 'assign') assignedTo.add(lastName(path.slice(0, Math.max(path.lastIndexOf('.'), 0))));
      }
    }
    for (const handler of library.handlers ?? []) {
      for (const path of handler.path) handlersByPath.set(`${packageName}:${path}`, handler);
    }
    for (const path of library.fluent ?? []) fluent.add(`${packageName}:${path}`);
    for (const path of library.callbacks ?? []) callbacks.add(`${packageName}:${path}`);
    for (const [path, index] of Object.entries(library.conversions ?? {})) conversions.set(`${packageName}:${path}`, index);
    for (const [path, index] of Object.entries(library.transparent ?? {})) transparent.set(`${packageName}:${path}`, index);
    for (const path of library.injectors ?? []) injectors.add(`${packageName}:${path}`);
    for (const read of library.environmentReads ?? []) environmentReads.set(`${packageName}:${read.path}`, read);
  }
}

/** The operations whose path ends in a name: a call of a member that none has is no operation. */
export function operationsNamed(name: string): readonly AnyOperationModel[] {
  return byName.get(name) ?? [];
}

/** Names of the objects whose members are assigned to: `localStorage`, `document`, `session`. */
export const ASSIGNED_TO: ReadonlySet<string> = assignedTo;

/** `package:path` → the argument that a conversion keeps; see `LibraryModel.conversions`. */
export const CONVERSIONS: ReadonlyMap<string, number> = conversions;

/** `package:path` → the argument that a function hands on; see `LibraryModel.transparent`. */
export const TRANSPARENT: ReadonlyMap<string, number> = transparent;

/** `package:path` of functions that make an instance of the class that they are given. */
export const INJECTORS: ReadonlySet<string> = injectors;

/** `package:path` → the environment variable that a function reads. */
export const ENVIRONMENT_READS: ReadonlyMap<string, EnvironmentRead> = environmentReads;

/** What the errors of all libraries say of an expired token: names, codes, messages. */
export const EXPIRY_ERRORS: ReadonlySet<string> = new Set(libraries.flatMap(({ expiryErrors = [] }) => expiryErrors));

/** Packages that keep sessions on the server, and those that keep them in the cookie. */
export function sessionPackages(kept: 'server' | 'cookie'): readonly string[] {
  return libraries.flatMap(({ packages, sessionsIn }) => (sessionsIn === kept ? packages : []));
}

/** `package:path` of instances whose methods return the instance. */
export const FLUENT: ReadonlySet<string> = fluent;

/** `package:path` of functions that a framework hands out; see `LibraryModel.callbacks`. */
export const CALLBACKS: ReadonlySet<string> = callbacks;

/** The operations that a path stands for; its last name may match a `*`. */
export function modelsFor(packageName: string, path: string, on: On): readonly LibraryOperation[] {
  const exact = byPath.get(`${on} ${packageName}:${path}`);
  if (exact !== undefined) return exact;
  const dot = path.lastIndexOf('.');
  return (dot === -1 ? undefined : byPath.get(`${on} ${packageName}:${path.slice(0, dot)}.*`)) ?? [];
}

/** What a call passes to the functions that it is given. */
export function handlerFor(packageName: string, path: string): HandlerModel | undefined {
  return handlersByPath.get(`${packageName}:${path}`);
}

export { libraries };
