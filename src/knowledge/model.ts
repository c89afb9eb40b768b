import type { OperationFields, OperationKind } from '../domain/operations.js';

/** Where a field's value stands in a call. */
export type Source = (
  /** An argument (from 0), or a member of it: `{ arg: 2, path: 'cookie.secure' }`. */
  | { readonly arg: number; readonly path?: string }
  /** The same of an argument of the construction or factory call that made the receiver. */
  | { readonly maker: number; readonly path?: string }
  /** An argument of a builder method called earlier in the same chain: `{ chain: 'setExpirationTime', arg: 0 }`. */
  | { readonly chain: string; readonly arg: number; readonly path?: string }
  /** What an assignment assigns. */
  | { readonly assigned: true }
  /** The name of the assigned member (`localStorage.token = …` has `token`). */
  | { readonly member: true }
  /** The same for every call. */
  | { readonly always: string | number | boolean }
) & {
  /** The value is a duration or a point in time; the field's value is seconds (from now). */
  readonly duration?: Duration;
};

/** How a field's numbers and strings become seconds from now. */
export type Duration =
  | 'seconds'
  | 'milliseconds'
  | 'days'
  /** Numbers are seconds, bare numeric strings milliseconds, other strings the `ms` package's. */
  | 'jsonwebtoken'
  /** Numbers are seconds since 1970, strings jose's. */
  | 'jose'
  /** Seconds since 1970. */
  | 'epoch'
  /** A `Date` or milliseconds since 1970. */
  | 'date';

/** A default that depends on the library's version. Ranges are semver ranges of the library's first package. */
export interface VersionedDefault {
  readonly versions: string;
  readonly value: string | number | boolean;
}

export interface FieldModel {
  /** In order of precedence; the first that is not absent counts. */
  readonly from: Source | readonly Source[];
  /** What the library assumes when nothing is said; absent: nothing. */
  readonly default?: string | number | boolean | readonly VersionedDefault[];
  /** What particular values mean: `{ true: 'strict' }`. Keys are values as text, in lower case. */
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
    }
  /** Each unit is one of the characters of this text. */
  | { readonly alphabet: Source }
  /** An even integer: below the only number argument, or from the first to below the second. */
  | { readonly integer: true }
  /** Fills the typed array that it is given. */
  | { readonly fills: true };

export interface OperationModel<Kind extends OperationKind = OperationKind> {
  readonly kind: Kind;
  /**
   * What is called, constructed or assigned, as a path from the package: `verify`, `SignJWT#.sign`, `().get`. `#` is an
   * instance, `()` the result of a call, `*` exactly one member name.
   */
  readonly path: string | readonly string[];
  /** `new` where the path is constructed; `assign` where a member is assigned; a call otherwise. */
  readonly on?: 'call' | 'new' | 'assign';
  /** The call counts only when these arguments are these strings (compared in lower case). */
  readonly when?: readonly { readonly arg: number; readonly is: readonly string[] }[];
  /** The call counts only when an argument is one of these: paths from whatever package. */
  readonly into?: { readonly arg: number; readonly is: readonly string[] };
  /** The call counts only with at least so many arguments. */
  readonly minArgs?: number;
  readonly fields: Fields<Kind>;
  readonly random?: RandomModel;
  /** The value of this source is a `Set-Cookie` header (or a list of them), or a `document.cookie` string. */
  readonly cookieHeader?: Source;
  /** Each member of this source's object is an operation of its own, with the fields `key` and `value`. */
  readonly entries?: Source;
  /** Semver range of the library's versions for which the model holds. */
  readonly versions?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
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
}

/** Parameter names that tell of a framework's objects in a project that depends on it. */
export interface ParameterNames {
  /** A path from the package, e.g. `Response#`. */
  readonly is: string;
  readonly names: readonly string[];
}

/** A call with one argument, this string, that reads an environment variable. */
export interface EnvironmentRead {
  readonly path: string;
  readonly argument: string;
  readonly variable: string;
  /** What the call gives when the variable is not set. */
  readonly fallback?: string;
}

export interface LibraryModel {
  /** As messages say it. */
  readonly name: string;
  /** Specifiers that import it; `global` for the language's and the platform's own. */
  readonly packages: readonly string[];
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
  /**
   * Functions that hand on one of their arguments, whatever it is: path → index of the argument (`promisify(fn)`). Unlike
   * a conversion's, the result is the argument itself.
   */
  readonly transparent?: Readonly<Record<string, number>>;
  /** Functions that make an instance of the class that is their first argument, as containers of services do. */
  readonly injectors?: readonly string[];
  readonly environmentReads?: readonly EnvironmentRead[];
  /** Where a session library keeps a session: on the server under an id, or whole in the cookie, which then has no id. */
  readonly sessionsIn?: 'server' | 'cookie';
  /** Names, codes and messages of the errors that say that a token has expired. */
  readonly expiryErrors?: readonly string[];
  /** Functions that a framework hands out and that are passed on where options may stand: `(req, res, next) => req.logIn(user, next)`. */
  readonly callbacks?: readonly string[];
  /** Instances whose methods return the instance (`SignJWT#`), so that a chain of any length is still that instance. */
  readonly fluent?: readonly string[];
}
