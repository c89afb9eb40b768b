import { ENVIRONMENT_READS } from '../../knowledge/index.js';
import type { EnvironmentRead } from '../../knowledge/environment-model.js';
import type { Place } from '../finding.js';
import { chainCall } from './chains.js';
import { describedVariable, environmentObject } from './environment-schemas.js';
import { describedSetting } from './environment-settings.js';
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
  return read === undefined ? environmentObject(ev, callee, info, at) : readValue(ev, read, callee, info, at);
}

function readValue(ev: Evaluator, read: EnvironmentRead, callee: External, { args }: CallInfo, at: Place): Value | undefined {
  const [first] = args;
  const packageName = callee.package;
  if (read.chain !== undefined) return chainedVariable(read.chain, callee, at);
  if (read.settings !== undefined && first === undefined) return describedSetting(ev, read.settings, callee, undefined, at);
  if (first?.kind !== 'known' || typeof first.value !== 'string') return undefined;
  if (read.settings !== undefined) return describedSetting(ev, read.settings, callee, first.value, at);
  if (read.argument !== undefined) {
    if (args.length !== 1 || first.value !== read.argument) return undefined;
    return readVariable(read.variable ?? first.value, read, args, at);
  }
  if (read.registered === undefined) return readVariable(first.value, read, args, at);
  // Another file may register settings of this name.
  if (ev.project.host.importersOf === undefined) return undefined;
  const registered = setting(ev, read.registered.flatMap((name) => ev.registrations.allOptions(packageName, name)), first.value, at);
  if (registered !== undefined) return mapAlternatives(registered, (one) => guarded(one, read, args));
  if (first.value.includes('.')) return undefined;
  const described = describedBy(ev, read, packageName, first.value);
  return described === undefined ? readVariable(first.value, read, args, at) : mapAlternatives(described, (one) => guarded(one, read, args));
}

/** The variable that a builder was told to read, and what it was told to do when it is not set. */
function chainedVariable(chain: NonNullable<EnvironmentRead['chain']>, callee: External, at: Place): Value | undefined {
  const name = chainCall(callee, chain.variable)?.args[0];
  if (name?.kind !== 'known') return undefined;
  const fallback = chainCall(callee, chain.fallback)?.args[0];
  const variable = { kind: 'env', name: String(name.value), at } as const;
  if (fallback !== undefined) return { ...variable, fallback };
  return chainCall(callee, chain.required) === undefined ? variable : { ...variable, required: true };
}

/** The variable as the schema says that the application checks the environment by. */
function describedBy(ev: Evaluator, { schemas = [] }: EnvironmentRead, packageName: string, name: string): Value | undefined {
  const given = schemas.flatMap((one) => ev.registrations.allOptions(packageName, one));
  return given.map((schema) => describedVariable(ev, schema, name)).find((value) => value !== undefined);
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
