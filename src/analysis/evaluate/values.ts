import type { CallExpression, ClassExpression, FunctionExpression, NewExpression } from '../../ir/types.js';
import type { Duration } from '../../knowledge/model.js';
import { isSamePlace, type Place } from '../finding.js';
import type { Frame } from './frame.js';
import type { Module } from './module.js';

/** One hop from where a value is used towards where it stands. */
export interface Hop {
  readonly place: Place;
  readonly note: string;
  /** The variable or member whose value it is here. */
  readonly name?: string | undefined;
  /** The name is a member's: what comes after is its object's. */
  readonly member?: true | undefined;
  readonly next?: Hop | undefined;
}

interface Located {
  /** Where the expression stands that makes the value what it is; of an absent value, where it would have to stand. */
  readonly at: Place;
  readonly via?: Hop | undefined;
}

export interface Known extends Located {
  readonly kind: 'known';
  readonly value: string | number | boolean | bigint | null;
  /** Nobody wrote it: what the library assumes when nothing is said, e.g. `express-session`. */
  readonly defaultOf?: string;
  /** It is seconds that were computed from this. */
  readonly written?: Written;
}

/** What a duration or point in time was before it became seconds, and how it is read. */
export interface Written {
  readonly value: Exclude<Value, Union>;
  readonly duration: Duration;
}

/** Text with holes: known strings and values that are not known. */
export interface Text extends Located {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
}

export interface RegExpValue extends Located {
  readonly kind: 'regexp';
  readonly text: string;
}

export interface ObjectValue extends Located {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Value>;
  /** Where the members' names are written, as far as a literal or an assignment writes them. */
  readonly keys?: ReadonlyMap<string, Place>;
  /** May hold members that are not listed; the values that could not be spread. */
  readonly open?: readonly Value[] | undefined;
}

export interface ArrayValue extends Located {
  readonly kind: 'array';
  readonly elements: readonly Value[];
  readonly open?: true | undefined;
}

export interface FunctionValue extends Located {
  readonly kind: 'function';
  readonly function: FunctionExpression;
  readonly module: Module;
  /** The call in which it was created. */
  readonly closure?: Frame | undefined;
  /** What `this` is inside, when it was read as a member. */
  readonly self?: Value | undefined;
}

export interface ClassValue extends Located {
  readonly kind: 'class';
  readonly class: ClassExpression;
  readonly module: Module;
  readonly closure?: Frame | undefined;
}

export interface InstanceValue extends Located {
  readonly kind: 'instance';
  readonly class: ClassValue;
  /** The constructor's call; absent for an instance that somebody else made (`this`, dependency injection). */
  readonly construction?: Frame | undefined;
}

/** The namespace object of a module of the project. */
export interface ModuleValue extends Located {
  readonly kind: 'module';
  readonly module: Module;
}

/** A call or construction whose result nobody in the project defines. */
export interface CallInfo {
  readonly node: CallExpression | NewExpression;
  readonly module: Module;
  readonly frame: Frame | undefined;
  /** Arguments in order; a spread leaves `spread` set and is not in the list. */
  readonly args: readonly Value[];
  readonly spread?: true;
}

/**
 * A member path from a package or a global: `express` → `express()` → `express().get`. Segments: `.name`, `()` the
 * result of a call, `#` an instance (of `new` or of a type annotation), `[]` a computed member.
 */
export interface External extends Located {
  readonly kind: 'external';
  /** Package name, or `global`. */
  readonly package: string;
  /** Without the leading dot: `sign`, `SignJWT#.setExpirationTime()`; empty for the module itself. */
  readonly path: string;
  /** The call that a path ending in `()` or `#` comes from. */
  readonly call?: CallInfo | undefined;
  /** What the member was read from or the call was made on. */
  readonly receiver?: External | undefined;
  /** Known by position and name only (a handler's `res` in a project that depends on express). */
  readonly likely?: true | undefined;
}

/** `process.env.NAME`, `import.meta.env.NAME`. */
export interface Env extends Located {
  readonly kind: 'env';
  readonly name: string;
  /** What is used when the variable is not set: the right side of `||` or `??`, or a destructuring default. */
  readonly fallback?: Value | undefined;
  /** Whoever reads it stops when it is not set. */
  readonly required?: true;
}

/** A parameter whose argument is not known. */
export interface Param extends Located {
  readonly kind: 'param';
  readonly function: FunctionExpression;
  /** The module that the function stands in. */
  readonly module: Module;
  readonly index: number;
  /** Member path from the parameter, for what was destructured or read from it. */
  readonly path: readonly string[];
  readonly name: string;
}

/** Milliseconds or seconds since 1970 relative to now: `Date.now() + 3600_000`, `new Date()`. */
export interface Time extends Located {
  readonly kind: 'time';
  readonly unit: 'ms' | 's';
  /** In the value's own unit. */
  readonly offset: number;
  /** It is a `Date`; else a number. */
  readonly date?: true;
}

/** An operator or built-in applied to values that are not all known; kept for what flows into it. */
export interface Derived extends Located {
  readonly kind: 'derived';
  readonly operator: string;
  readonly operands: readonly Value[];
}

/** True only in production, or only outside it. */
export type When = 'production' | 'development';

export interface Alternative {
  readonly value: Exclude<Value, Union>;
  readonly when?: When | undefined;
}

export interface Union extends Located {
  readonly kind: 'union';
  readonly members: readonly Alternative[];
}

/** Not there for sure; explicit `undefined` counts. */
export interface Absent extends Located {
  readonly kind: 'absent';
  /** The code says `undefined`, which some libraries tell from saying nothing. */
  readonly explicit?: true;
}

export interface Unknown extends Located {
  readonly kind: 'unknown';
  readonly reason: string;
  /** What would have to be known: the values that were spread into the object of which this is a member. */
  readonly hiddenBy?: readonly Value[];
  /** Seconds would have to be computed from this. */
  readonly written?: Written;
}

export type Value =
  | Known
  | Text
  | RegExpValue
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | ModuleValue
  | External
  | Env
  | Param
  | Time
  | Derived
  | Union
  | Absent
  | Unknown;

/** More alternatives than this and the value is unknown. */
export const MAX_UNION = 12;

/** A value that is not known, and why, for whoever debugs a rule that keeps silent. */
export function unknown(at: Place, reason: string, hiddenBy?: readonly Value[]): Unknown {
  return { kind: 'unknown', at, reason, ...(hiddenBy === undefined ? {} : { hiddenBy }) };
}

/** Nothing for sure, where something could stand at `at`. */
export function absent(at: Place): Absent {
  return { kind: 'absent', at };
}

/** A scalar. */
export function known(at: Place, value: Known['value']): Known {
  return { kind: 'known', at, value };
}

/** The value's alternatives; a value that is not a union is its own only one. */
export function alternatives(value: Value): readonly Alternative[] {
  return value.kind === 'union' ? value.members : [{ value }];
}

/** One of several values; flattened, without repetitions, unknown when there are too many. */
export function union(at: Place, members: readonly { value: Value; when?: When | undefined }[]): Value {
  let flat: Alternative[] = [];
  for (const { value, when } of members) {
    for (const inner of alternatives(value)) {
      const both = inner.when ?? when;
      if (when !== undefined && inner.when !== undefined && when !== inner.when) continue;
      const same = flat.filter((other) => sameValue(other.value, inner.value));
      if (same.some((other) => other.when === undefined || other.when === both)) continue;
      // What holds in both environments, or in any, holds.
      const holds = same.length > 0 ? undefined : both;
      const merged: Alternative = holds === undefined ? { value: inner.value } : { value: inner.value, when: holds };
      const [first] = same;
      flat = first === undefined ? [...flat, merged] : flat.map((other) => (other === first ? merged : other));
      if (flat.length > MAX_UNION) return unknown(at, 'too many alternatives');
    }
  }
  const [only] = flat;
  if (only === undefined) return unknown(at, 'no alternative');
  if (flat.length === 1) return only.value;
  return { kind: 'union', at, members: flat };
}

/** One of the elements of a list; of an empty one nothing is known. */
export function anyOf(at: Place, values: readonly Value[]): Value {
  return union(at, values.map((value) => ({ value })));
}

function sameValue(a: Value, b: Value): boolean {
  return a === b || (isSamePlace(a.at, b.at) && sameContent(a, b));
}

/** Of values at one place: a place has one value in each call, so parts are compared by identity. */
function sameContent(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'known':
      return b.kind === 'known' && a.value === b.value;
    case 'text':
      return b.kind === 'text' && a.parts === b.parts;
    case 'object':
      return b.kind === 'object' && a.members === b.members;
    case 'array':
      return b.kind === 'array' && a.elements === b.elements;
    case 'function':
      return b.kind === 'function' && a.closure === b.closure;
    case 'instance':
      return b.kind === 'instance' && a.construction === b.construction;
    case 'derived':
      return b.kind === 'derived' && a.operands === b.operands;
    case 'external':
      // Of a builder's method the steps before count, too.
      return b.kind === 'external' && a.package === b.package && a.path === b.path && a.call === b.call && sameReceiver(a, b);
    case 'env':
      return b.kind === 'env' && a.name === b.name && a.fallback === b.fallback && a.required === b.required;
    case 'param':
      return b.kind === 'param' && a.path.join('.') === b.path.join('.');
    case 'time':
      return b.kind === 'time' && a.offset === b.offset;
    default:
      return a.kind === b.kind;
  }
}

function sameReceiver({ receiver: a }: External, { receiver: b }: External): boolean {
  return a === b || (a !== undefined && b !== undefined && sameValue(a, b));
}

/** Applies `map` to each alternative. */
export function mapAlternatives(value: Value, map: (value: Exclude<Value, Union>) => Value): Value {
  if (value.kind !== 'union') return map(value);
  return union(value.at, value.members.map(({ value: member, when }) => ({ value: map(member), when })));
}

/** The same value, one hop further from where it stands. */
export function through<V extends Value>(value: V, hop: Hop): V {
  if (value.kind === 'union') {
    const members = value.members.map(({ value: member, when }) => ({ value: through(member, hop), when }));
    return { ...value, members };
  }
  return { ...value, via: { ...hop, next: value.via } };
}

/** Whether the value is certainly true, certainly false, or not known, as a condition. */
export function truthiness(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'known':
      return Boolean(value.value);
    case 'absent':
      return false;
    case 'text':
      return value.parts.some((part) => typeof part === 'string' && part !== '') ? true : undefined;
    case 'object':
    case 'array':
    case 'function':
    case 'class':
    case 'instance':
    case 'module':
    case 'regexp':
      return true;
    case 'union': {
      const all = value.members.map((member) => truthiness(member.value));
      return all.every((one) => one === all[0]) ? all[0] : undefined;
    }
    default:
      return undefined;
  }
}
