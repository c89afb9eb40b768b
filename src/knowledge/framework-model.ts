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
