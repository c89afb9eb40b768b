import { libraries } from './libraries.js';
import type {
  AnyOperationModel, AutoImportModel, DecoratedParameter, EnvironmentRead, EnvironmentSchema, HandlerModel, LibraryModel, RegistrationModel, SinkModel,
} from './model.js';

/** A model and the library that it is of. */
export interface LibraryOperation {
  readonly library: LibraryModel;
  readonly model: AnyOperationModel;
}

/** A way to register a part of a library, and what sources call that part. */
export interface LibraryRegistration {
  readonly library: LibraryModel;
  readonly name: string;
  readonly model: RegistrationModel;
}

type On = NonNullable<AnyOperationModel['on']>;

/** `request.*.sign` and what it stands for. */
interface Wildcard {
  readonly pattern: RegExp;
  readonly operation: LibraryOperation;
}

const byPath = new Map<string, LibraryOperation[]>();
const handlersByPath = new Map<string, HandlerModel>();
const byName = new Map<string, AnyOperationModel[]>();
const byNamePattern: { readonly pattern: RegExp; readonly model: AnyOperationModel }[] = [];
const assignedTo = new Set<string>();
const assignedMembers = new Set<string>();
const conversions = new Map<string, number>();
const transparent = new Map<string, number>();
const injectors = new Set<string>();
const environmentReads = new Map<string, EnvironmentRead>();
const environmentSchemas = new Map<string, EnvironmentSchema>();
const fluent = new Set<string>();
const wildcards = new Map<string, Wildcard[]>();
const registrationsByPath = new Map<string, LibraryRegistration[]>();
const registrationsByPlugin = new Map<string, LibraryRegistration[]>();
const registering = new Set<string>();
const injectionKeys = new Set<string>();
const decorated = new Map<string, DecoratedParameter[]>();
const callbacks = new Set<string>();
const environments = new Set<string>();
const autoImports = new Map<string, { readonly packageName: string; readonly model: AutoImportModel }[]>();
const sinks = new Map<string, SinkModel[]>();

function pathsOf(path: string | readonly string[]): readonly string[] {
  return typeof path === 'string' ? [path] : path;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/[()#[\]]+$/, '');
}

function withoutLast(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** The path with `*` as exactly one member name. */
function patternOf(path: string): RegExp {
  const steps = path.split('*').map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${steps.join('[^.()#\\[\\]]+')}$`);
}

function addRegistration(library: LibraryModel, name: string, model: RegistrationModel): void {
  const registration = { library, name, model };
  for (const packageName of library.packages) {
    for (const path of pathsOf(model.path ?? [])) {
      add(registrationsByPath, `${packageName}:${path}`, registration);
      registering.add(lastName(path));
    }
    if (model.plugin === undefined) continue;
    add(registrationsByPlugin, `${model.plugin.method} ${packageName}:${model.plugin.path}`, registration);
    registering.add(model.plugin.method);
  }
}

for (const library of libraries) {
  for (const packageName of library.packages) {
    for (const model of library.operations) {
      for (const path of pathsOf(model.path)) {
        const key = `${model.on ?? 'call'} ${packageName}:`;
        if (path.includes('*')) add(wildcards, key, { pattern: patternOf(path), operation: { library, model } });
        else add(byPath, key + path, { library, model });
        if (model.on === undefined && lastName(path).includes('*')) byNamePattern.push({ pattern: patternOf(lastName(path)), model });
        else add(byName, model.on === 'register' ? 'register' : lastName(path), model);
        if (model.on === 'assign') assignedTo.add(lastName(withoutLast(path)));
        if (model.on === 'assign' && withoutLast(path).endsWith('#')) assignedMembers.add(lastName(path));
        // `cookie.*.value`: of `cookie.auth.value` the object's object tells.
        if (model.on === 'assign' && lastName(withoutLast(path)) === '*') assignedTo.add(lastName(withoutLast(withoutLast(path))));
      }
    }
    for (const handler of library.handlers ?? []) {
      for (const path of handler.path) handlersByPath.set(`${packageName}:${path}`, handler);
    }
    for (const path of library.fluent ?? []) fluent.add(`${packageName}:${path}`);
    for (const path of library.environments ?? []) environments.add(`${packageName}:${path}`);
    for (const path of library.callbacks ?? []) callbacks.add(`${packageName}:${path}`);
    for (const [path, index] of Object.entries(library.conversions ?? {})) conversions.set(`${packageName}:${path}`, index);
    for (const [path, index] of Object.entries(library.transparent ?? {})) transparent.set(`${packageName}:${path}`, index);
    for (const path of library.injectors ?? []) injectors.add(`${packageName}:${path}`);
    for (const read of library.environmentReads ?? []) {
      for (const path of pathsOf(read.path)) environmentReads.set(`${packageName}:${path}`, read);
    }
    for (const schema of library.environmentSchemas ?? []) {
      for (const path of pathsOf(schema.path)) environmentSchemas.set(`${packageName}:${path}`, schema);
    }
    for (const path of library.injectionKeys ?? []) injectionKeys.add(`${packageName}:${path}`);
    for (const parameter of library.decoratedParameters ?? []) add(decorated, `${packageName}:${parameter.path}`, parameter);
  }
  for (const sink of library.sinks ?? []) {
    for (const packageName of library.packages) {
      for (const path of pathsOf(sink.path)) add(sinks, `${sink.on ?? 'call'} ${packageName}:${path}`, sink);
    }
  }
  const [packageName = ''] = library.packages;
  for (const model of library.autoImports ?? []) {
    for (const name of model.names) add(autoImports, name, { packageName, model });
  }
  for (const [name, models] of Object.entries(library.registrations ?? {})) {
    for (const model of models) addRegistration(library, name, model);
  }
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

/** `package:path` → the argument that a conversion keeps; see `LibraryModel.conversions`. */
export const CONVERSIONS: ReadonlyMap<string, number> = conversions;

/** `package:path` → the argument that a function hands on; see `LibraryModel.transparent`. */
export const TRANSPARENT: ReadonlyMap<string, number> = transparent;

/** `package:path` of functions that make an instance of the class that they are given. */
export const INJECTORS: ReadonlySet<string> = injectors;

/** `package:path` → the environment variable that a function reads. */
export const ENVIRONMENT_READS: ReadonlyMap<string, EnvironmentRead> = environmentReads;

/** `package:path` → the schema that makes an object of the environment. */
export const ENVIRONMENT_SCHEMAS: ReadonlyMap<string, EnvironmentSchema> = environmentSchemas;

/** Last names of calls that register something: other calls need no second look. */
export const REGISTERING: ReadonlySet<string> = registering;

/** What a call registers. */
export function registrationsFor(packageName: string, path: string): readonly LibraryRegistration[] {
  return registrationsByPath.get(`${packageName}:${path}`) ?? [];
}

/** What a framework's method registers that is given something of a package first. */
export function pluginRegistrationsFor(method: string, packageName: string, path: string): readonly LibraryRegistration[] {
  return registrationsByPlugin.get(`${method} ${packageName}:${path}`) ?? [];
}

/** `package:path` of what a decorator is given to inject registered settings. */
export const INJECTION_KEYS: ReadonlySet<string> = injectionKeys;

/** What a parameter with this decorator may be. */
export function decoratedParameters(packageName: string, path: string): readonly DecoratedParameter[] {
  return decorated.get(`${packageName}:${path}`) ?? [];
}

/** Specifiers that import a library. */
export const SPECIFIERS: ReadonlySet<string> = new Set(libraries.flatMap(({ packages }) => packages));

/** `package:path` of objects whose members are environment variables. */
export const ENVIRONMENTS: ReadonlySet<string> = environments;

/**
 * The package whose export a name is that nothing in the file declares; `undefined` where no build brings it in.
 *
 * @param file its path with `/`
 */
export function autoImported(name: string, file: string, dependsOn: (packageName: string) => boolean): string | undefined {
  return autoImports.get(name)?.find(({ model }) => model.files.test(file) && model.dependsOn.some(dependsOn))?.packageName;
}

/** What the errors of all libraries say of an expired token: names, codes, messages. */
export const EXPIRY_ERRORS: ReadonlySet<string> = new Set(libraries.flatMap(({ expiryErrors = [] }) => expiryErrors));

/** Packages that keep sessions in one way; see `LibraryModel.sessionsIn`. */
export function sessionPackages(kept: NonNullable<LibraryModel['sessionsIn']>): readonly string[] {
  return libraries.flatMap(({ packages, sessionsIn }) => (sessionsIn === kept ? packages : []));
}

/** `package:path` of instances whose methods return the instance. */
export const FLUENT: ReadonlySet<string> = fluent;

/** `package:path` of functions that a framework hands out; see `LibraryModel.callbacks`. */
export const CALLBACKS: ReadonlySet<string> = callbacks;

/** The operations that a path stands for; one that is written out goes before one with `*`. */
export function modelsFor(packageName: string, path: string, on: On): readonly LibraryOperation[] {
  const key = `${on} ${packageName}:`;
  const exact = byPath.get(key + path);
  return exact ?? (wildcards.get(key) ?? []).filter(({ pattern }) => pattern.test(path)).map(({ operation }) => operation);
}

/** What a call or construction takes its arguments for. */
export function sinksFor(packageName: string, path: string, on: 'call' | 'new'): readonly SinkModel[] {
  return sinks.get(`${on} ${packageName}:${path}`) ?? [];
}

/** Members of options that are handlers; see `HandlerModel.members`. */
export const HANDLER_MEMBERS: readonly string[] = [
  ...new Set(libraries.flatMap(({ handlers = [] }: LibraryModel) => handlers.flatMap(({ members = [] }) => members))),
];

/** What a call passes to the functions that it is given. */
export function handlerFor(packageName: string, path: string): HandlerModel | undefined {
  return handlersByPath.get(`${packageName}:${path}`);
}

export { libraries };
