import { CALLBACKS, OPTION_OBJECTS } from '../../knowledge/index.js';
import type { FieldModel, Source, VersionedDefault } from '../../knowledge/model.js';
import { pathsOf } from '../../knowledge/paths.js';
import { invokeFunction } from '../evaluate/calls.js';
import { chainCall, makerCall } from '../evaluate/chains.js';
import { secondsOf } from './durations.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import type { Place } from '../finding.js';
import type { Match } from './matching.js';
import { memberOf } from '../evaluate/members.js';
import { calleeRange } from '../evaluate/module.js';
import {
  absent, known, mapAlternatives, unknown, type CallInfo, type FunctionValue, type Value,
} from '../evaluate/values.js';
import { holdsForAll } from './versions.js';

/** What is needed to read the fields of one operation. */
export interface FieldContext {
  readonly ev: Evaluator;
  readonly match: Match;
  /** The arguments; of an assignment, none. */
  readonly info: Pick<CallInfo, 'args' | 'spread'> | undefined;
  readonly context: Context;
  readonly at: Place;
  /** The library's version as far as known. */
  readonly version: string | undefined;
}

/** Where a field's value may stand, in order of precedence; nowhere where the library has no such option. */
export function sourcesOf(model: FieldModel | undefined): readonly Source[] {
  const from = model?.from ?? [];
  return Array.isArray(from) ? (from as readonly Source[]) : [from as Source];
}

/** The effective value of a field: the first source that says something, else the library's default, else absent. */
export function fieldValue(model: FieldModel, field: FieldContext): Value {
  let value: Value = absent(field.at);
  for (const [index, source] of sourcesOf(model).entries()) {
    const found = sourceValue(source, field);
    // Of several absent places the first is where the value would best stand.
    if (found.kind !== 'absent' || index === 0) value = found;
    if (found.kind !== 'absent') break;
  }
  if (model.called) value = mapAlternatives(value, (one) => (one.kind === 'function' ? returnedBy(field.ev, one) : one));
  if (model.default !== undefined && !isReplaced(model, field)) value = withDefault(value, model.default, field);
  return model.means === undefined ? value : meaning(value, model.means);
}

/** What a function returns, whatever it is given. */
function returnedBy(ev: Evaluator, fn: FunctionValue): Value {
  const given = unknown(fn.at, 'given by a library');
  return invokeFunction(ev, fn, { argument: () => given, rest: () => [given], callee: fn.at, depth: 1 });
}

function isReplaced({ replacedBy }: FieldModel, field: FieldContext): boolean {
  return replacedBy !== undefined && holdsForAll(field.version, replacedBy.versions) && sourceValue(replacedBy.from, field).kind !== 'absent';
}

/** What one source of a field says; absent when it says nothing. */
export function sourceValue(source: Source, field: FieldContext): Value {
  const value = rawValue(source, field);
  const raw = source.only === undefined ? value : onlyThese(value, source.only);
  return source.duration === undefined ? raw : secondsOf(raw, source.duration);
}

/** What values mean that alone count; what is not known may be one of them. */
function onlyThese(value: Value, only: NonNullable<Source['only']>): Value {
  return mapAlternatives(value, (one) => {
    if (one.kind !== 'known' && one.kind !== 'absent') return one;
    const text = one.kind === 'known' ? String(one.value).toLowerCase() : one.explicit ? 'undefined' : '';
    const meant = only[text];
    return meant === undefined ? { ...absent(one.at), via: one.via } : { ...known(one.at, meant), via: one.via };
  });
}

function rawValue(source: Source, field: FieldContext): Value {
  const { ev, match, info, context, at } = field;
  if ('always' in source) return known(at, source.always);
  if ('assigned' in source) {
    const { node } = match;
    return node.kind === 'assign' || node.kind === 'export-default' ? member(ev, ev.evaluate(node.value, context), source.path, at) : absent(at);
  }
  if ('rest' in source) return rest(info, source.rest, at);
  if ('member' in source) return memberName(field);
  if ('chain' in source) {
    const call = chainCall(match.target, source.chain);
    return call === undefined ? absent(at) : member(ev, argument(call, source.arg, at), source.path, at);
  }
  if ('registered' in source) return registered(source, field);
  if ('maker' in source) {
    const call = makerCall(match.target);
    return call === undefined ? unknown(at, 'made elsewhere') : member(ev, argument(call, source.maker, at), source.path, at);
  }
  return info === undefined ? absent(at) : member(ev, argument(info, source.arg, at), source.path, at);
}

/** What is registered for the call; of several registrations that may be meant, what all of them say. */
function registered(source: { readonly registered: string; readonly path?: string }, { ev, match, context, at }: FieldContext): Value {
  const { library, node, target } = match;
  const options = ev.registrations.optionsFor(library, source.registered, { node, module: context.module, target });
  const [first, ...others] = options.map((one) => member(ev, one, source.path, at));
  if (first === undefined) return unknown(at, 'registered elsewhere');
  const agree = others.every((one) => (first.kind === 'known' ? one.kind === 'known' && one.value === first.value : one.kind === 'absent' && first.kind === 'absent'));
  return agree ? first : unknown(at, 'registered in several ways');
}

function argument(call: Pick<CallInfo, 'args' | 'spread'>, index: number, at: Place): Value {
  const value = call.args[index];
  if (value !== undefined) return value;
  return call.spread ? unknown(at, 'behind a spread argument') : absent(at);
}

function rest(call: FieldContext['info'], from: number, at: Place): Value {
  return { kind: 'array', at, elements: call?.args.slice(from) ?? [], ...(call?.spread ? { open: true as const } : {}) };
}

/** A member path of an argument. What is missing is missing at the innermost object literal there is. */
function member(ev: Evaluator, value: Value, path: string | undefined, at: Place): Value {
  if (path === undefined) return value;
  let current = value;
  for (const [level, key] of path.split('.').entries()) {
    current = mapAlternatives(current, (one) => {
      if (one.kind === 'absent') return one;
      // A list has no options, only elements.
      if (one.kind === 'array' && Number.isNaN(Number(key))) return { ...absent(one.at), via: one.via };
      if (isCallback(one)) return level === 0 ? absent(at) : unknown(one.at, 'computed by a function');
      const described = optionOf(ev, one, key);
      if (described !== undefined) return described;
      if (one.kind === 'known') return { ...absent(one.value === null || typeof one.value === 'boolean' ? one.at : at), via: one.via };
      return mapAlternatives(memberOf(ev, one, key, { node: one.at, key: one.at }), (inner) => reachedThrough(inner, one));
    });
  }
  return current;
}

/** An option that went into an object which stands where options may: `createCookie('sid', { secrets })`. */
function optionOf(ev: Evaluator, value: Exclude<Value, { kind: 'union' }>, key: string): Value | undefined {
  if (value.kind !== 'external' || value.call === undefined) return undefined;
  const described = OPTION_OBJECTS.get(`${value.package}:${value.path}`);
  if (described === undefined) return undefined;
  const own = described.members[key];
  const at = value.call.module.place(calleeRange(value.call.node));
  return own === undefined ? member(ev, argument(value.call, described.others, at), key, at) : argument(value.call, own, at);
}

/** Where options may be left out a callback stands in their place: a function, or the one that handlers are given. */
function isCallback(value: Value): boolean {
  return value.kind === 'function' || (value.kind === 'external' && CALLBACKS.has(`${value.package}:${value.path}`));
}

/** Members are reached the way the object was. */
function reachedThrough(inner: Value, object: Value): Value {
  if (inner.via === object.via || object.via === undefined) return inner;
  return inner.via === undefined ? { ...inner, via: object.via } : { ...inner, via: { ...object.via, next: inner.via } };
}

function memberName({ match, ev, context, at }: FieldContext): Value {
  const { node, target } = match;
  const isOwner = node.kind === 'call' || pathsOf(match.model.path).every((path) => /\*\.\w+$/.test(path));
  const owner = isOwner ? /([\w$-]+)\.[\w$]+$/.exec(target.path)?.[1] : undefined;
  if (owner !== undefined) return known(at, owner);
  if (node.kind !== 'assign' || node.target.kind !== 'member') return absent(at);
  const { property, propertyRange } = node.target;
  return typeof property === 'string' ? known(context.module.place(propertyRange), property) : ev.evaluate(property, context);
}

function withDefault(value: Value, model: NonNullable<FieldModel['default']>, field: FieldContext): Value {
  return mapAlternatives(value, (one) => {
    if (one.kind !== 'absent') return one;
    const assumed = typeof model === 'object' ? versionedDefault(model, field) : model;
    if (assumed === undefined) return one;
    return { kind: 'known', value: assumed, at: one.at, via: one.via, defaultOf: field.match.library.name };
  });
}

/** The default of the version in use. Where several may be, it holds only if they agree. */
function versionedDefault(defaults: readonly VersionedDefault[], { ev, context, version }: FieldContext): VersionedDefault['value'] | undefined {
  const versionOf = (packageName: string | undefined): string | undefined =>
    (packageName === undefined ? version : ev.project.host.version(packageName, context.module.file));
  return defaults.find(({ package: packageName, versions }) => holdsForAll(versionOf(packageName), versions))?.value;
}

function meaning(value: Value, means: NonNullable<FieldModel['means']>): Value {
  return mapAlternatives(value, (one) => {
    const text = one.kind === 'known' ? String(one.value).toLowerCase() : one.kind === 'external' ? one.path : undefined;
    const meant = text === undefined ? undefined : means[text];
    if (meant === undefined) return one;
    // An export stands in another package: what is written here is its use.
    return one.kind === 'known' ? { ...one, value: meant } : known(one.via?.place ?? one.at, meant);
  });
}

