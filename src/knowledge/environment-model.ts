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
