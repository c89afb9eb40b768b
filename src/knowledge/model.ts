import type { EnvironmentRead, EnvironmentSchema } from './environment-model.js';
import type {
  AutoImportModel, ExportedHandlerModel, HandlerModel, ParameterNames, PlatformObject, RegistrationModel,
} from './framework-model.js';
import type { AnyOperationModel } from './operation-model.js';

export type * from './operation-model.js';

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
