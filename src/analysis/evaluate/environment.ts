import { ENVIRONMENT_READS, ENVIRONMENT_SCHEMAS } from '../../knowledge/index.js';
import type { EnvironmentRead, EnvironmentSchema } from '../../knowledge/model.js';
import type { Place } from '../finding.js';
import { chainCall } from './chains.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import { withFallback } from './operators.js';
import { known, mapAlternatives, type CallInfo, type Env, type External, type Value } from './values.js';

/**
 * The result of a call that reads the environment, a setting, or makes an object of the environment by a schema;
 * `undefined` when the call does none of these.
 */
export function environmentCall(ev: Evaluator, callee: External, info: CallInfo, at: Place): Value | undefined {
  const path = `${callee.package}:${callee.path}`;
  const read = ENVIRONMENT_READS.get(path);
  if (read !== undefined) return readValue(ev, read, callee.package, info, at);
  const schema = ENVIRONMENT_SCHEMAS.get(path);
  return schema === undefined ? undefined : schemaValue(ev, schema, callee, info, at);
}

function readValue(ev: Evaluator, read: EnvironmentRead, packageName: string, { args }: CallInfo, at: Place): Value | undefined {
  const [first] = args;
  if (first?.kind !== 'known' || typeof first.value !== 'string') return undefined;
  if (read.argument !== undefined) {
    if (args.length !== 1 || first.value !== read.argument) return undefined;
    return readVariable(read.variable ?? first.value, read, args, at);
  }
  if (read.registered === undefined) return readVariable(first.value, read, args, at);
  // Another file may register settings of this name.
  if (ev.project.host.importersOf === undefined) return undefined;
  const registered = setting(ev, read.registered.flatMap((name) => ev.registrations.allOptions(packageName, name)), first.value, at);
  if (registered !== undefined) return mapAlternatives(registered, (one) => guarded(one, read, args));
  return first.value.includes('.') ? undefined : readVariable(first.value, read, args, at);
}

/** What the call itself does about a variable behind a setting that is not set. */
function guarded(value: Value, { fallback, required }: EnvironmentRead, args: readonly Value[]): Value {
  if (value.kind !== 'env') return value;
  const given = typeof fallback === 'object' ? args[fallback.arg] : undefined;
  if (given !== undefined && given.kind !== 'object') return withFallback(value, given);
  return required ? { ...value, required } : value;
}

function readVariable(name: string, { fallback, required }: EnvironmentRead, args: readonly Value[], at: Place): Env {
  const given = typeof fallback === 'object' ? args[fallback.arg] : undefined;
  const standIn = typeof fallback === 'string' ? known(at, fallback) : given;
  // Options may stand where the fallback does: `get('X', { infer: true })`.
  const isFallback = standIn !== undefined && standIn.kind !== 'absent' && standIn.kind !== 'object';
  return { kind: 'env', name, at, ...(isFallback ? { fallback: standIn } : {}), ...(required ? { required } : {}) };
}

/** `a.b` of the first of the settings that has an `a`. */
function setting(ev: Evaluator, settings: readonly Value[], name: string, at: Place): Value | undefined {
  const [root = '', ...rest] = name.split('.');
  for (const one of settings) {
    if (one.kind !== 'object' || !one.members.has(root)) continue;
    return [root, ...rest].reduce((value: Value, key) => memberOf(ev, value, key, { node: at, key: at }), one);
  }
  return undefined;
}

function schemaValue(ev: Evaluator, schema: EnvironmentSchema, callee: External, info: CallInfo, at: Place): Value | undefined {
  if (schema.environment !== undefined && !isEnvironment(info.args[schema.environment])) return undefined;
  const members = new Map<string, Value>();
  for (const source of schema.variables) {
    const [arg, path] = 'chain' in source ? [chainCall(callee, source.chain)?.args[source.arg]] : [info.args[source.arg], source.path];
    const described = arg === undefined || path === undefined ? arg : memberOf(ev, arg, path, { node: arg.at, key: arg.at });
    if (described?.kind !== 'object') continue;
    for (const [name, one] of described.members) members.set(name, variableOf(ev, schema, name, one));
  }
  const object: Value = { kind: 'object', members, at, open: [] };
  if (schema.result === undefined) return object;
  return { kind: 'object', members: new Map([[schema.result, object]]), at, open: [] };
}

/** `process.env`, or an object that it is spread into. */
function isEnvironment(value: Value | undefined): boolean {
  if (value?.kind === 'object') return value.open?.some(isEnvironment) ?? false;
  return value?.kind === 'external' && /(?:^|\.)env$/.test(value.path);
}

function variableOf(ev: Evaluator, schema: EnvironmentSchema, name: string, described: Value): Value {
  const variable: Env = { kind: 'env', name, at: described.at };
  if (described.kind !== 'external') return variable;
  for (const source of schema.defaults) {
    const value = 'chain' in source ? chainCall(described, source.chain)?.args[0] : optionOf(ev, described, source.path);
    if (value !== undefined && value.kind !== 'absent') return { ...variable, fallback: value };
  }
  return schema.optional.some((method) => chainCall(described, method) !== undefined) ? variable : { ...variable, required: true };
}

function optionOf(ev: Evaluator, { call }: External, key: string): Value | undefined {
  const options = call?.args[0];
  return options?.kind === 'object' ? memberOf(ev, options, key, { node: options.at, key: options.at }) : undefined;
}
