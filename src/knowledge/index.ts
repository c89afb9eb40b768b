import type { EnvironmentRead, EnvironmentSchema } from './environment-model.js';
import type { AutoImportModel, HandlerModel, PlatformObject, RegistrationModel } from './framework-model.js';
import { libraries } from './libraries.js';
import type { LibraryModel, SinkModel, StateModel, StoreModel, TokenCarrier } from './model.js';
import { add, lastName, pathsOf, patternOf } from './paths.js';

export { ASSIGNED_MEMBERS, ASSIGNED_TO, EXPORTED, modelsFor, operationsNamed } from './operation-index.js';
export { libraries };

/** A way to register a part of a library, and what sources call that part. */
export interface LibraryRegistration {
  readonly library: LibraryModel;
  readonly name: string;
  readonly model: RegistrationModel;
}

/** What libraries say of their exports, by `package:path`, each with all that is said of it. */
function listsByExport<Item>(entriesOf: (library: LibraryModel) => Iterable<readonly [path: string, item: Item]>): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const library of libraries) {
    for (const packageName of library.packages) {
      for (const [path, item] of entriesOf(library)) add(found, `${packageName}:${path}`, item);
    }
  }
  return found;
}

/** The same of exports of which one thing is said. */
function byExport<Item>(entriesOf: (library: LibraryModel) => Iterable<readonly [path: string, item: Item]>): ReadonlyMap<string, Item> {
  return new Map([...listsByExport(entriesOf)].flatMap(([key, items]) => items.slice(-1).map((item) => [key, item] as const)));
}

/** The `package:path` of exports that libraries only name. */
function exportsNamed(namesOf: (library: LibraryModel) => readonly string[] | undefined): ReadonlySet<string> {
  return new Set(byExport((library) => (namesOf(library) ?? []).map((path) => [path, path])).keys());
}

/** Each of a model's paths with the model. */
function eachPath<Model extends { readonly path: string | readonly string[] }>(models: readonly Model[]): (readonly [string, Model])[] {
  return models.flatMap((model) => pathsOf(model.path).map((path) => [path, model] as const));
}

/** Specifiers that import a library. */
export const SPECIFIERS: ReadonlySet<string> = new Set(libraries.flatMap(({ packages }) => packages));

/** `package:path` → the argument that a conversion keeps; see `LibraryModel.conversions`. */
export const CONVERSIONS: ReadonlyMap<string, number> = byExport(({ conversions = {} }) => Object.entries(conversions));

/** `package:path` → the argument that a function hands on; see `LibraryModel.transparent`. */
export const TRANSPARENT: ReadonlyMap<string, number> = byExport(({ transparent = {} }) => Object.entries(transparent));

/** `package:path` → how an object stands for options; see `LibraryModel.optionObjects`. */
export const OPTION_OBJECTS = byExport(({ optionObjects = {} }) => Object.entries(optionObjects));

/** `package:path` of conversions whose result is a public key. */
export const PUBLIC_KEYS: ReadonlySet<string> = exportsNamed(({ publicKeys }) => publicKeys);

/** `package:path` of stores; see `LibraryModel.stores`. */
export const STORES: ReadonlyMap<string, StoreModel> = byExport(({ stores = {} }) => Object.entries(stores));

/** `package:path` of what holds a state. */
export const STATES: ReadonlyMap<string, StateModel> = byExport(({ states = {} }) => Object.entries(states));

/** `package:path` of functions that make an instance of the class that they are given. */
export const INJECTORS: ReadonlySet<string> = exportsNamed(({ injectors }) => injectors);

/** `package:path` of instances whose methods return the instance. */
export const FLUENT: ReadonlySet<string> = exportsNamed(({ fluent }) => fluent);

/** `package:path` of functions that a framework hands out; see `LibraryModel.callbacks`. */
export const CALLBACKS: ReadonlySet<string> = exportsNamed(({ callbacks }) => callbacks);

/** `package:path` of objects whose members are environment variables. */
export const ENVIRONMENTS: ReadonlySet<string> = exportsNamed(({ environments }) => environments);

/** Specifiers whose exports are environment variables; see `LibraryModel.exportsEnvironment`. */
export const ENVIRONMENT_MODULES: ReadonlySet<string> = new Set(
  libraries.flatMap(({ packages, exportsEnvironment }: LibraryModel) => (exportsEnvironment ? packages : [])));

/** `package:path` → the environment variable that a function reads. */
export const ENVIRONMENT_READS: ReadonlyMap<string, EnvironmentRead> = byExport(({ environmentReads = [] }) => eachPath(environmentReads));

const environmentSchemas = new Map<string, { readonly pattern: RegExp; readonly schema: EnvironmentSchema }[]>();
for (const { packages, environmentSchemas: models = [] } of libraries) {
  for (const packageName of packages) {
    for (const [path, schema] of eachPath(models)) add(environmentSchemas, packageName, { pattern: patternOf(path), schema });
  }
}

/** The schema by which a call makes an object of the environment. */
export function environmentSchemaFor(packageName: string, path: string): EnvironmentSchema | undefined {
  return environmentSchemas.get(packageName)?.find(({ pattern }) => pattern.test(path))?.schema;
}

/** How schemas are read that a package's builder makes. */
export function environmentBuilderOf(packageName: string): EnvironmentSchema | undefined {
  return environmentSchemas.get(packageName)?.find(({ schema }) => schema.variables.some((one) => 'chain' in one))?.schema;
}

/** What the errors of all libraries say of an expired token: names, codes, messages. */
export const EXPIRY_ERRORS: ReadonlySet<string> = new Set(libraries.flatMap(({ expiryErrors = [] }) => expiryErrors));

/** Packages that keep sessions in one way; see `LibraryModel.sessionsIn`. */
export function sessionPackages(kept: NonNullable<LibraryModel['sessionsIn']>): readonly string[] {
  return libraries.flatMap(({ packages, sessionsIn }) => (sessionsIn === kept ? packages : []));
}

const sinks = listsByExport(({ sinks: models = [] }) => eachPath(models));

/** What a call or construction takes its arguments for. */
export function sinksFor(packageName: string, path: string, on: 'call' | 'new'): readonly SinkModel[] {
  return (sinks.get(`${packageName}:${path}`) ?? []).filter((sink) => (sink.on ?? 'call') === on);
}

const handlers = byExport(({ handlers: models = [] }) => eachPath(models));

/** What a call passes to the functions that it is given. */
export function handlerFor(packageName: string, path: string): HandlerModel | undefined {
  return handlers.get(`${packageName}:${path}`);
}

/** Members of options that are handlers; see `HandlerModel.members`. */
export const HANDLER_MEMBERS: readonly string[] = [
  ...new Set(libraries.flatMap(({ handlers: models = [] }: LibraryModel) => models.flatMap(({ members = [] }) => members))),
];

const decorated = listsByExport(({ decoratedParameters: models = [] }) => eachPath(models));

/** What a parameter with this decorator may be. */
export function decoratedParameters(packageName: string, path: string): readonly PlatformObject[] {
  return decorated.get(`${packageName}:${path}`) ?? [];
}

const platformObjects = listsByExport(({ platformObjects: models = [] }) => eachPath(models));

/** What the result of a call may be. */
export function platformObjectsFrom(packageName: string, path: string): readonly PlatformObject[] {
  return platformObjects.get(`${packageName}:${path}`) ?? [];
}

const autoImports = new Map<string, { readonly packageName: string; readonly model: AutoImportModel }[]>();
for (const { packages: [packageName = ''], autoImports: models = [] } of libraries) {
  for (const model of models) for (const name of model.names) add(autoImports, name, { packageName, model });
}

/**
 * The package whose export a name is that nothing in the file declares; `undefined` where no build brings it in.
 *
 * @param file its path with `/`
 */
export function autoImported(name: string, file: string, dependsOn: (packageName: string) => boolean): string | undefined {
  return autoImports.get(name)?.find(({ model }) => model.files.test(file) && model.dependsOn.some(dependsOn))?.packageName;
}

const registrations = libraries.flatMap((library) =>
  Object.entries(library.registrations ?? {}).flatMap(([name, models]) => models.map((model): LibraryRegistration => ({ library, name, model }))));
const registrationsByPath = new Map<string, LibraryRegistration[]>();
const registrationsByPlugin = new Map<string, LibraryRegistration[]>();
for (const registration of registrations) {
  const { library, model: { path = [], plugin } } = registration;
  for (const packageName of library.packages) {
    for (const one of pathsOf(path)) add(registrationsByPath, `${packageName}:${one}`, registration);
    if (plugin !== undefined) add(registrationsByPlugin, `${plugin.method} ${packageName}:${plugin.path}`, registration);
  }
}

/** Last names of calls that register something: other calls need no second look. */
export const REGISTERING: ReadonlySet<string> = new Set(registrations.flatMap(({ model: { path = [], plugin } }) =>
  [...pathsOf(path).map(lastName), ...(plugin === undefined ? [] : [plugin.method])]));

/** What a call registers. */
export function registrationsFor(packageName: string, path: string): readonly LibraryRegistration[] {
  return registrationsByPath.get(`${packageName}:${path}`) ?? [];
}

/** What a framework's method registers that is given something of a package first. */
export function pluginRegistrationsFor(method: string, packageName: string, path: string): readonly LibraryRegistration[] {
  return registrationsByPlugin.get(`${method} ${packageName}:${path}`) ?? [];
}

/** `package:path` of what a decorator is given to inject registered settings. */
export const INJECTION_KEYS: ReadonlySet<string> = exportsNamed(({ injectionKeys }) => injectionKeys);

/** `package:path` → the part of a request that something comes from; see `LibraryModel.tokenCarriers`. */
export const TOKEN_CARRIERS: ReadonlyMap<string, TokenCarrier> = byExport(({ tokenCarriers = {} }) => Object.entries(tokenCarriers));

/** `package:path` of functions that try a list of extractors. */
export const EXTRACTOR_LISTS: ReadonlySet<string> = exportsNamed(({ extractorLists }) => extractorLists);

/** `package:path` of what stands in the address of a request; see `LibraryModel.urlParameters`. */
export const URL_PARAMETERS: ReadonlySet<string> = exportsNamed(({ urlParameters }) => urlParameters);

/** `package:path` of the cookies that a request brings, unsigned; see `LibraryModel.requestCookies`. */
export const REQUEST_COOKIES: ReadonlySet<string> = exportsNamed(({ requestCookies }) => requestCookies);

/** The last names of these paths. */
export const REQUEST_COOKIE_NAMES: ReadonlySet<string> = new Set([...REQUEST_COOKIES].map((path) => lastName(path.replace(/^.*:|\(\)$/g, ''))));
