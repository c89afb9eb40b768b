import { libraries } from './libraries.js';
import type { LibraryModel } from './model.js';

const all = libraries.flatMap(({ packages, handlers = [] }: LibraryModel) => handlers.map((handler) => ({ packages, handler })));
const methods = all.flatMap(({ packages, handler }) => handler.path.filter((path) => path.includes('.')).map((path) => {
  const dot = path.lastIndexOf('.');
  return { packages, name: path.slice(dot + 1), owner: path.slice(0, dot) };
}));
const given = [...new Set(all.flatMap(({ handler }) => handler.parameters))];

/** Packages whose functions take handlers, or that stand for one: in projects without any, nothing is handed a framework's objects. */
export const FRAMEWORKS: readonly string[] = [...new Set([
  ...all.flatMap(({ packages }) => packages),
  ...libraries.flatMap(({ platformObjects = [] }: LibraryModel) => platformObjects.map(({ dependsOn }) => dependsOn)),
])];

/** Last names of methods that take handlers: `post`, `addHook`. */
export const HANDLING: ReadonlySet<string> = new Set(methods.map(({ name }) => name));

/** `package:path` of what takes handlers, of what these are given, and of what else does something of interest by its members: objects that helpers get passed. */
export const HANDED_ON: ReadonlySet<string> = new Set([
  ...libraries.flatMap(({ packages, operations, exportedHandlers = [] }: LibraryModel) =>
    [...exportedHandlers.flatMap(({ parameters }) => parameters), ...operations.flatMap(({ path }) => path).flatMap(ownersIn)]
      .flatMap((path) => packages.map((name) => `${name}:${path}`))),
  ...methods.flatMap(({ packages, owner }) => packages.map((name) => `${name}:${owner}`)),
  ...all.flatMap(({ packages, handler }) => packages.flatMap((name) => handler.parameters.map((path) => `${name}:${path}`))),
]);

/** Members by which the objects that handlers are given do something of interest, whatever they are called with: `cookies`, `session`. */
export const TELLING_MEMBERS: ReadonlySet<string> = new Set(libraries.flatMap(({ operations }: LibraryModel) =>
  operations.filter(({ kind, when, cookieHeader }) => kind !== 'route.register' && when === undefined && cookieHeader === undefined)
    .flatMap(({ path }) => path)
    .flatMap((path) => given.flatMap((one) => (path.startsWith(`${one}.`) ? (/^\w+/.exec(path.slice(one.length + 1)) ?? []) : [])))));

/** `A.b()` and `A` of `A.b().c`. */
function ownersIn(path: string): readonly string[] {
  return [...path.matchAll(/\./g)].map(({ index }) => path.slice(0, index));
}
