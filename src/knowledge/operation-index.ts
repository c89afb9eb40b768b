import { libraries } from './libraries.js';
import type { AnyOperationModel, LibraryModel } from './model.js';
import { add, lastName, pathsOf, patternOf } from './paths.js';

/** A model and the library that it is of. */
export interface LibraryOperation {
  readonly library: LibraryModel;
  readonly model: AnyOperationModel;
}

type On = NonNullable<AnyOperationModel['on']>;

/** `request.*.sign` and what it stands for. */
interface Wildcard {
  readonly pattern: RegExp;
  readonly operation: LibraryOperation;
}

const byPath = new Map<string, LibraryOperation[]>();
const wildcards = new Map<string, Wildcard[]>();
const byName = new Map<string, AnyOperationModel[]>();
const byNamePattern: { readonly pattern: RegExp; readonly model: AnyOperationModel }[] = [];
const assignedTo = new Set<string>();
const assignedMembers = new Set<string>();

const exported: LibraryOperation[] = [];

for (const library of libraries) {
  for (const model of library.operations) {
    if (model.on === 'export') exported.push({ library, model });
    for (const path of pathsOf(model.path)) {
      for (const packageName of library.packages) addPath(packageName, path, { library, model });
      if (model.on !== 'export') addName(path, model);
      if (model.on === 'assign') addAssigned(path);
    }
  }
}

function addPath(packageName: string, path: string, operation: LibraryOperation): void {
  const key = keyOf(operation.model.on ?? 'call', packageName);
  if (path.includes('*')) add(wildcards, key, { pattern: patternOf(path), operation });
  else add(byPath, key + path, operation);
}

function addName(path: string, model: AnyOperationModel): void {
  const name = lastName(path);
  if (model.on === undefined && name.includes('*')) byNamePattern.push({ pattern: patternOf(name), model });
  else add(byName, model.on === 'register' ? 'register' : name, model);
}

function addAssigned(path: string): void {
  const object = withoutLast(path);
  // A member of the global object is one of `window` where code says so.
  assignedTo.add(object === '' ? 'window' : lastName(object));
  if (object.endsWith('#')) assignedMembers.add(lastName(path));
  // `cookie.*.value`: of `cookie.auth.value` the object's object tells.
  if (lastName(object) === '*') assignedTo.add(lastName(withoutLast(object)));
}

function keyOf(on: On, packageName: string): string {
  return `${on} ${packageName}:`;
}

function withoutLast(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

/** The operations that a path stands for; one that is written out goes before one with `*`. */
export function modelsFor(packageName: string, path: string, on: On): readonly LibraryOperation[] {
  const key = keyOf(on, packageName);
  const exact = byPath.get(key + path);
  return exact ?? (wildcards.get(key) ?? []).filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation);
}

/** The operations whose path ends in a name: a call of a member that none has is no operation. */
export function operationsNamed(name: string): readonly AnyOperationModel[] {
  const named = byName.get(name) ?? [];
  const alike = byNamePattern.filter(({ pattern }) => pattern.test(name)).map(({ model }) => model);
  return alike.length === 0 ? named : [...named, ...alike];
}

/** Names of the objects whose members are assigned to: `localStorage`, `document`, `session`. */
export const ASSIGNED_TO: ReadonlySet<string> = assignedTo;

/** Names of members of instances that are assigned, whatever the instance is called: `app.keys`, `ctx.session`. */
export const ASSIGNED_MEMBERS: ReadonlySet<string> = assignedMembers;

/** What frameworks read from files that they find by name. */
export const EXPORTED: readonly LibraryOperation[] = exported;
