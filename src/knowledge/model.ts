import type { Encoding } from '../domain/entropy.js';
import type { OperationFacts, OperationFields, OperationKind } from '../domain/operations.js';

/** Where a field's value stands in a call. */
export type Source = (
  /** An argument (from 0), or a member of it: `{ arg: 2, path: 'cookie.secure' }`. */
  | { readonly arg: number; readonly path?: string }
  /** The same of an argument of the construction or factory call that made the receiver. */
  | { readonly maker: number; readonly path?: string }
  /** An argument of a builder method called earlier in the same chain: `{ chain: 'setExpirationTime', arg: 0 }`. */
  | { readonly chain: string; readonly arg: number; readonly path?: string }
  /** The arguments from this index on, as a list. */
  | { readonly rest: number }
  /** What an assignment assigns or a file exports, or a member of it. */
  | { readonly assigned: true; readonly path?: string }
  /**
   * The name of the assigned member (`localStorage.token = …` has `token`), or of the one whose method is called
   * (`cookie.token.set(…)`) or whose fixed member is assigned (`cookie.token.value = …`).
   */
  | { readonly member: true }
  /**
   * A member of the options that this part of the library was registered with: `{ registered: 'module', path: 'secret' }`
   * (a key of `LibraryModel.registrations`); unknown when the registration cannot be seen.
   */
  | { readonly registered: string; readonly path?: string }
  /** The same for every call. */
  | { readonly always: string | number | boolean }
) & {
  /** The value is a duration or a point in time; the field's value is seconds (from now). */
  readonly duration?: Duration;
  /**
   * Only these values count here, and what they mean: `{ session: 0 }`. Keys are values as text, in lower case; `undefined`
   * is the one that is written out.
   */
  readonly only?: Readonly<Record<string, string | number | boolean>>;
};

/** How a field's numbers and strings become seconds from now. */
export type Duration =
  | 'seconds'
  | 'milliseconds'
  | 'days'
  /** Numbers are seconds, bare numeric strings milliseconds, other strings the `ms` package's. */
  | 'jsonwebtoken'
  /** Numbers are milliseconds, strings the `ms` package's. */
  | 'fast-jwt'
  /** Numbers are seconds since 1970, strings jose's; or a `Date`. */
  | 'jose'
  /** Numbers are seconds, strings jose's. */
  | 'jose-span'
  /** Seconds since 1970. */
  | 'epoch'
  /** A `Date` or milliseconds since 1970. */
  | 'date'
  /** `new TimeSpan(15, 'm')` */
  | 'time-span';

/** A default that depends on the library's version. Ranges are semver ranges of the library's first package. */
export interface VersionedDefault {
  readonly versions: string;
  /** The range is of this package's versions. */
  readonly package?: string;
  /** Absent: nothing is assumed in these versions. */
  readonly value?: string | number | boolean;
}

export interface FieldModel {
  /** In order of precedence; the first that is not absent counts. */
  readonly from: Source | readonly Source[];
  /** What the library assumes when nothing is said; absent: nothing. */
  readonly default?: string | number | boolean | readonly VersionedDefault[];
  /** The option takes one name where others take a list. */
  readonly single?: true;
  /** Where this is given there is no default, in these versions. */
  readonly replacedBy?: { readonly from: Source; readonly versions: string };
  /** The option may be a function: what it returns counts, whatever it is given. */
  readonly called?: true;
  /** What particular values mean: `{ true: 'strict' }`. Keys are values as text, in lower case, or names of exports. */
  readonly means?: Readonly<Record<string, string | number | boolean>>;
}

type Fields<Kind extends OperationKind> = { readonly [Field in OperationFields[Kind]]?: FieldModel };

/** Bits of a random value as a function of its size; `size` is in the unit of the call's size argument. */
export type RandomModel =
  | {
      /** 8 where the unit is a byte; else the unit is a character of text. */
      readonly bitsPerUnit: number;
      /** Of the size argument, when it is not given. */
      readonly defaultUnits?: number;
      /** The bytes come as text. */
      readonly as?: Encoding;
    }
  /**
   * Each unit is one of the characters of a text, or of a list of texts. `named`: what texts stand for others. `joinedBy`: the
   * path of the function whose result is all its arguments together.
   */
  | { readonly alphabet: FieldModel; readonly named?: Readonly<Record<string, string>>; readonly joinedBy?: string }
  /** An even integer: below the only number argument, or from the first to below the second. */
  | { readonly integer: true }
  /** Fills the typed array that it is given. */
  | { readonly fills: true };

/** An option that looks as if it did something. */
export interface IneffectiveOption {
  /** Where it stands; messages name it by its path. */
  readonly option: ({ readonly arg: number } | { readonly maker: number } | { readonly registered: string }) & { readonly path: string };
  /** Semver range of the library's versions for which it holds. */
  readonly versions?: string;
  /** Only values like these do nothing: `empty` ones (or that may be), `text`, or a `regexp`. */
  readonly given?: 'empty' | 'text' | 'regexp';
  /** It is effective after all where one of these says something; with `has`, where that is a list with this in it. */
  readonly unless?: { readonly from: Source | readonly Source[]; readonly has?: string };
  /** `partly`: it does something, for some tokens; `issuing`: it holds for issuing only; `harmless`: nothing is lost. */
  readonly effect?: 'partly' | 'issuing' | 'harmless';
  /** What the library does, after its name: `has no option of this name`. */
  readonly because: string;
  /** What to do, as a sentence. */
  readonly instead: string;
}

/** What a call that checks something gives back. */
export interface ResultModel {
  /** How it says no: it `throws` (a promise: rejects), or gives back something `falsy` and never throws. */
  readonly refusal: 'throws' | 'falsy';
  /** The call gives a promise: always, of several functions those of these names, or what `promisify` makes of it. */
  readonly promise?: true | readonly string[] | 'promisified';
  /** An argument from this index on is a callback, which gets the result instead. */
  readonly callback?: number;
  /** Where this option is on, it throws after all. */
  readonly throwsWith?: Source;
}

export interface OperationModel<Kind extends OperationKind = OperationKind> {
  readonly kind: Kind;
  /**
   * What is called, constructed or assigned, as a path from the package: `verify`, `SignJWT#.sign`, `().get`. `#` is an
   * instance, `()` the result of a call, `*` exactly one member name (or what such a name begins with), wherever it stands.
   */
  readonly path: string | readonly string[];
  /**
   * `new` where the path is constructed; `assign` where a member is assigned; `register` where it is a plugin that a
   * framework's `register` is given first; `export` where a file is found by its name (`files`) and exports it as its
   * default; `element` where it is a component, whose only argument is its attributes; a call otherwise.
   */
  readonly on?: 'call' | 'new' | 'assign' | 'register' | 'export' | 'element';
  /** Of what is exported: the files, by their path with `/`. */
  readonly files?: RegExp;
  /** The call counts only when these arguments are these strings (compared in lower case). */
  readonly when?: readonly { readonly arg: number; readonly is: readonly string[] }[];
  /** The call counts only when an argument, or a member of it, is one of these: paths from whatever package, or from this one. */
  readonly into?: { readonly arg: number; readonly path?: string; readonly is: readonly string[]; readonly of?: string };
  /** The call counts only where this is given and not falsy. */
  readonly given?: Source;
  /** The call counts only in projects that depend on this package. */
  readonly dependsOn?: string;
  /** The call counts only with at least so many arguments. */
  readonly minArgs?: number;
  /** The call counts only with at most so many arguments. */
  readonly maxArgs?: number;
  /** What the call says, option by option, with the library's defaults: what rules judge. */
  readonly fields: Fields<Kind>;
  readonly random?: RandomModel;
  /** The value of this source is a `Set-Cookie` header (or a list of them), or a `document.cookie` string. */
  readonly cookieHeader?: Source;
  /** Each member of this source's object is an operation of its own, with the fields `key` and `value`. */
  readonly entries?: Source;
  /** Semver range of the library's versions for which the model holds. */
  readonly versions?: string;
  /** How the library behaves in every such call, whatever it says. */
  readonly facts?: OperationFacts;
  /** Options that do nothing, or less than they seem to. */
  readonly ineffective?: readonly IneffectiveOption[];
  /** What the call gives back, where it is a check; without, nobody has to look at it. */
  readonly result?: ResultModel;
}

/** `OperationModel` of one of the kinds, so that each entry's fields are checked against its kind. */
export type AnyOperationModel = { [Kind in OperationKind]: OperationModel<Kind> }[OperationKind];

/** What a framework passes to the functions that it is given. */
export interface HandlerModel {
  /** Calls that take handlers, as in `OperationModel.path`. */
  readonly path: readonly string[];
  /** What the handler's parameters are, in order: paths from the package. */
  readonly parameters: readonly string[];
  /** The same for handlers with one parameter more (error handlers). */
  readonly errorParameters?: readonly string[];
  /** Members of an object among the arguments that are handlers, too: `route({ handler, preHandler })`. */
  readonly members?: readonly string[];
}

/** Parameter names that tell of a framework's objects in a project that depends on it. */
export interface ParameterNames {
  /** A path from the package, e.g. `Response#`. */
  readonly is: string;
  readonly names: readonly string[];
}

/** Handlers that a framework finds by the name under which a file exports them. */
export interface ExportedHandlerModel {
  /** The exported names; of an exported object (`actions`), every function in it is a handler. */
  readonly names: readonly string[];
  /** The files that the framework looks into, by their path with `/`. */
  readonly files: RegExp;
  /** What the handler's parameters are, in order: paths from the package. */
  readonly parameters: readonly string[];
}

/** Exports that a framework's build brings into files which do not import them. */
export interface AutoImportModel {
  readonly names: readonly string[];
  /** Files that get them, by their path with `/`. */
  readonly files: RegExp;
  /** Projects that depend on one of these have such a build. */
  readonly dependsOn: readonly string[];
}

/** What is an object of another package: by its decorator (`@Res() res`), or as a call's result (`http.getResponse()`). */
export interface PlatformObject {
  /** The call, as in `OperationModel.path`. */
  readonly path: string;
  /** A path from the package `of`. */
  readonly is: string;
  readonly of: string;
  /** The package that makes it so: `@nestjs/platform-express`. */
  readonly dependsOn: string;
}

/** A call that reads an environment variable, or a setting of a service that reads it. */
export interface EnvironmentRead {
  readonly path: string | readonly string[];
  /** The call counts only with this as its single argument, and reads `variable`; without, the first argument names it. */
  readonly argument?: string;
  readonly variable?: string;
  /** What the call gives when the variable is not set: this, or the argument at this index. */
  readonly fallback?: string | { readonly arg: number };
  /** The call throws when the variable is not set. */
  readonly required?: true;
  /** Registered settings, which come first: members of the options of these registrations, `a.b` a member of a member. */
  readonly registered?: readonly string[];
  /** Registrations whose options are a schema of the environment, which says what stands in. */
  readonly schemas?: readonly string[];
  /** The builder's methods whose first arguments are the variable's name and what stands in, and the one that makes it required. */
  readonly chain?: { readonly variable: string; readonly fallback: string; readonly required: string };
  /** The argument of the call that made the receiver describes every setting; the call reads one by its path, or all. */
  readonly settings?: EnvironmentSettings;
}

/** Members of a setting's description, and methods after which files say what it is. */
export interface EnvironmentSettings {
  readonly variable: string;
  readonly fallback: string;
  readonly format: string;
  readonly loading: readonly string[];
}

/** A call that makes an object of the environment's variables by a schema. */
export interface EnvironmentSchema {
  /** `**` in a path is any number of method calls: `object().**.parse`. */
  readonly path: string | readonly string[];
  /**
   * Objects of variable → schema: in an argument, or in an argument of every call of a method of the schema's, where another
   * schema may stand as well (`a.merge(b)`).
   */
  readonly variables: readonly (
    | { readonly arg: number; readonly path?: string }
    | { readonly chain: string; readonly arg: number })[];
  /** The argument that has to be the environment (`schema.parse(process.env)`). */
  readonly environment?: number;
  /** Members of the first argument that may say what each variable is read from (`runtimeEnv`). */
  readonly readFrom?: readonly string[];
  /** Methods of a variable's schema after which it may be absent; with `required`, it may be without one of those. */
  readonly optional: readonly string[];
  readonly required?: readonly string[];
  /** Where a schema says what stands in for a variable that is not set: a method's argument (the first), or a member of the schema's own options. */
  readonly defaults: readonly ({ readonly chain: string; readonly arg?: number } | { readonly path: string })[];
  /** Steps in a variable's schema that make another value of it, the one that stands in included. A function there does. */
  readonly converting?: readonly string[];
  /** Methods of the whole schema after which nothing is known. */
  readonly opaque?: readonly string[];
  /** The same of a variable's schema: what other variables say decides. */
  readonly dependent?: readonly string[];
  /** Where the object stands in the result; by default it is the result. */
  readonly result?: string;
}

/** How an application registers a part of the library with options that later calls fall back to. */
export interface RegistrationModel {
  /** Calls that register it, as in `OperationModel.path`. */
  readonly path?: string | readonly string[];
  /** A framework's method (`register`) that is given the library's export at `path` first. */
  readonly plugin?: { readonly path: string; readonly method: string };
  /**
   * Where the options stand, in order of precedence. A function there is called for them; of a class, the method is.
   * `under`: the options are one member, with the name that this argument gives, of what is registered. `inject`: the member
   * of the argument that lists what the function is given.
   */
  readonly options: readonly {
    readonly arg: number; readonly path?: string; readonly method?: string; readonly under?: number; readonly inject?: string;
  }[];
  /** Where it is given a name that stands in the paths of what it registers: `server.jwt.NAME.sign`, `reply.NAMEJwtSign`. */
  readonly namespace?: { readonly arg: number; readonly path: string };
  /** It counts only for the object that the call makes (`new JwtService(options)`). */
  readonly makes?: true;
  /** The registration stands in the list `listedIn` of an object whose lists `classes` name the classes that it serves. */
  readonly serves?: { readonly listedIn: string; readonly classes: readonly string[] };
}

/** The part of a request that a token comes in. */
export type TokenCarrier = 'cookie' | 'body' | 'header' | 'anywhere';

/** A call that believes what it is given: it must not come from a token that nobody has verified. */
export interface SinkModel {
  readonly path: string | readonly string[];
  readonly on?: 'call' | 'new';
  readonly arg: number;
  /** The member of the argument that counts; absent: all of it. */
  readonly option?: string;
  /** What it takes it for. */
  readonly takes: 'key' | 'address' | 'file' | 'command';
  /** What is found at the address: keys, which the result is or has. */
  readonly gives?: 'keys';
}

/** Which store an object is: this one; or the one that an argument of the call that made it says, or that a function there returns. */
export type StoreModel =
  | { readonly is: string }
  | {
      readonly arg: number;
      readonly path?: string;
      /** What particular texts mean: `{ local: 'localStorage' }`. */
      readonly means?: Readonly<Record<string, string>>;
      /** What it is when nothing is said. */
      readonly default?: string;
    };

/** Where the initial content of a state stands in the call that made it; a function there returns it. */
export type StateModel =
  | {
      readonly arg: number;
      readonly path?: string;
      /** It is a reducer, or an object of reducers. */
      readonly reducer?: true;
    }
  /** It has no content of its own, but computes it from other states. */
  | { readonly derived: true };

export interface LibraryModel {
  /** As messages say it. */
  readonly name: string;
  /** Specifiers that import it; `global` for the language's and the platform's own. */
  readonly packages: readonly string[];
  /**
   * Those of the specifiers that stand in so many files that they tell nothing: what makes a file worth parsing is in the
   * `vocabulary` then.
   */
  readonly everyday?: readonly string[];
  /** Text that makes a file worth parsing, beside the specifiers. */
  readonly vocabulary?: readonly string[];
  readonly operations: readonly AnyOperationModel[];
  readonly handlers?: readonly HandlerModel[];
  readonly parameterNames?: readonly ParameterNames[];
  /**
   * Calls and constructions that only convert a secret or token and keep what it is: path → index of the argument.
   * Evaluation looks through them (`new TextEncoder().encode(secret)`, `Buffer.from(secret)`).
   */
  readonly conversions?: Readonly<Record<string, number>>;
  /** Those of the conversions whose result is a public key, whatever they are given. */
  readonly publicKeys?: readonly string[];
  /**
   * Functions that hand on one of their arguments, whatever it is: path → index of the argument (`promisify(fn)`). Unlike
   * a conversion's, the result is the argument itself.
   */
  readonly transparent?: Readonly<Record<string, number>>;
  /** Functions that make an instance of the class that is their first argument, as containers of services do. */
  readonly injectors?: readonly string[];
  readonly environmentReads?: readonly EnvironmentRead[];
  readonly environmentSchemas?: readonly EnvironmentSchema[];
  /** By the name that sources use: `{ registered: 'module' }`. */
  readonly registrations?: Readonly<Record<string, readonly RegistrationModel[]>>;
  /** What stands for what was registered, as a member of the registration's result, where it is injected: `registerAs().KEY`. */
  readonly injectionKeys?: readonly string[];
  readonly exportedHandlers?: readonly ExportedHandlerModel[];
  /** By the calls of parameters' decorators. */
  readonly decoratedParameters?: readonly PlatformObject[];
  /** By the calls that return them. */
  readonly platformObjects?: readonly PlatformObject[];
  readonly autoImports?: readonly AutoImportModel[];
  /** Stores, by the exports that are one, or make one: `createJSONStorage()`. What is written with `setItem` needs none. */
  readonly stores?: Readonly<Record<string, StoreModel>>;
  /** States, by the exports (and what is made of them) that hold one: `createSlice().reducer`. */
  readonly states?: Readonly<Record<string, StateModel>>;
  /** Objects whose members are environment variables: `Context#.env`. */
  readonly environments?: readonly string[];
  /** The packages' exports are environment variables, without which nothing is built. */
  readonly exportsEnvironment?: true;
  readonly sinks?: readonly SinkModel[];
  /**
   * Objects that are made of options and stand where such options may: what a call gives back (`createCookie()`) → the
   * arguments that are members of the options (`{ name: 0 }`), and the one with all others.
   */
  readonly optionObjects?: Readonly<Record<string, { readonly members: Readonly<Record<string, number>>; readonly others: number }>>;
  /** Objects whose members, and functions whose results, stand in the address of a request: `Request#.query`. */
  readonly urlParameters?: readonly string[];
  /** The same of the cookies of a request, as far as nobody has checked a signature of theirs: `Request#.cookies`. */
  readonly requestCookies?: readonly string[];
  /**
   * Objects whose members, and functions whose results (or what takes them out of a request), come from this part of a
   * request; a function's name there is its first text. `anywhere`: the body and the address as well as a header.
   */
  readonly tokenCarriers?: Readonly<Record<string, TokenCarrier>>;
  /** Functions that try the extractors in a list one after the other. */
  readonly extractorLists?: readonly string[];
  /**
   * Where a session library keeps a session: on the server under an id, or whole in the cookie, which then has no id;
   * `store`: in the cookie unless `session.configure` has a store.
   */
  readonly sessionsIn?: 'server' | 'cookie' | 'store';
  /** Names, codes and messages of the errors that say that a token has expired. */
  readonly expiryErrors?: readonly string[];
  /** Functions that a framework hands out and that are passed on where options may stand: `(req, res, next) => req.logIn(user, next)`. */
  readonly callbacks?: readonly string[];
  /** Instances whose methods return the instance (`SignJWT#`), so that a chain of any length is still that instance. */
  readonly fluent?: readonly string[];
}
