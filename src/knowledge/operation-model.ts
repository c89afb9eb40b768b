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
  /** The option of `unless` takes a list where this one is a single name. */
  readonly asList?: true;
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
