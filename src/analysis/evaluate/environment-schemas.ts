import { environmentBuilderOf, environmentSchemaFor } from '../../knowledge/index.js';
import type { EnvironmentSchema } from '../../knowledge/environment-model.js';
import type { Place } from '../finding.js';
import { builtinCall } from './builtins.js';
import { invokeFunction } from './calls.js';
import { calleeName } from './chains.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import { mapAlternatives, unknown, type CallInfo, type Env, type External, type Value } from './values.js';

type Schemas = ReadonlyMap<string, Value>;

/** The object of variables that a call makes of the environment by a schema; `undefined` when the call does not. */
export function environmentObject(ev: Evaluator, callee: External, info: CallInfo, at: Place): Value | undefined {
  const schema = environmentSchemaFor(callee.package, callee.path);
  if (schema === undefined) return undefined;
  const input = schema.environment === undefined ? undefined : info.args[schema.environment];
  if ((schema.environment !== undefined && !isEnvironment(input)) || has(chainCalls(callee), schema.opaque)) return undefined;
  const source = input ?? memberOfFirst(ev, info, schema.readFrom);
  const object = objectOf(ev, schema, schemasIn(ev, schema, callee, info), source, at);
  if (schema.result === undefined) return object;
  return { kind: 'object', members: new Map([[schema.result, object]]), at, open: [] };
}

function objectOf(ev: Evaluator, schema: EnvironmentSchema, described: Schemas, source: Value | undefined, at: Place): Value {
  const members = new Map([...described].map(([name, one]) => [name, variableOf(ev, schema, variableIn(source, name, one.at), one)]));
  return { kind: 'object', members, at, open: [] };
}

/** A variable of the environment as a schema describes it that a framework is given; `undefined` when it does not. */
export function describedVariable(ev: Evaluator, given: Value, name: string): Value | undefined {
  if (given.kind !== 'external') return undefined;
  const schema = environmentBuilderOf(given.package);
  if (schema === undefined || has(chainCalls(given), schema.opaque)) return undefined;
  const described = schemasIn(ev, schema, given).get(name);
  return described && variableOf(ev, schema, { kind: 'env', name, at: described.at }, described);
}

/** What each variable's schema is. */
function schemasIn(ev: Evaluator, schema: EnvironmentSchema, target: External, info?: CallInfo): Schemas {
  const found = new Map<string, Value>();
  // The chain is read from its end.
  const calls = chainCalls(target).reverse();
  for (const source of schema.variables) {
    if (!('chain' in source)) {
      const arg = info?.args[source.arg];
      addSchemas(ev, schema, source.path === undefined ? arg : arg && member(ev, arg, source.path), found);
      continue;
    }
    for (const call of calls) if (calleeName(call) === source.chain) addSchemas(ev, schema, call.args[source.arg], found);
  }
  return found;
}

/** Of an object of schemas, of a schema that is merged into another one, and of what is spread (`...other.shape`). */
function addSchemas(ev: Evaluator, schema: EnvironmentSchema, given: Value | undefined, found: Map<string, Value>): void {
  if (given?.kind === 'external') {
    const own = environmentBuilderOf(given.package) ?? schema;
    for (const [name, one] of schemasIn(ev, own, given)) found.set(name, one);
  }
  if (given?.kind !== 'object') return;
  for (const open of given.open ?? []) addSchemas(ev, schema, open, found);
  for (const [name, one] of given.members) found.set(name, one);
}

function memberOfFirst(ev: Evaluator, { args: [first] }: CallInfo, names: readonly string[] = []): Value | undefined {
  return names.map((name) => first && member(ev, first, name)).find((value) => value?.kind === 'object');
}

function member(ev: Evaluator, value: Value, name: string): Value {
  return memberOf(ev, value, name, { node: value.at, key: value.at });
}

/** What a variable is read from: the environment, or what the object that the schema gets has under its name. */
function variableIn(source: Value | undefined, name: string, at: Place): Value {
  const given = source?.kind === 'object' ? source.members.get(name) : undefined;
  if (given === undefined) return { kind: 'env', name, at };
  return given.kind === 'env' && given.fallback === undefined ? { ...given, at } : given;
}

/** `process.env`, a variable of it, or an object that has some. */
function isEnvironment(value: Value | undefined): boolean {
  if (value?.kind === 'env') return true;
  if (value?.kind === 'object') return [...value.members.values(), ...(value.open ?? [])].some(isEnvironment);
  return value?.kind === 'external' && /(?:^|\.)env$/.test(value.path);
}

/** The variable with what its schema says of it, for each of the schemas that may describe it. */
function variableOf(ev: Evaluator, schema: EnvironmentSchema, variable: Value, described: Value): Value {
  return mapAlternatives(described, (one) => mapAlternatives(variable, (read) => {
    if (read.kind === 'object' && one.kind === 'external') return objectOf(ev, schema, schemasIn(ev, schema, one), read, one.at);
    if (read.kind !== 'env' || read.fallback !== undefined || one.kind !== 'external') return read;
    const steps = stepsOf(one);
    if (has(steps, schema.dependent)) return unknown(one.at, 'a variable that depends on others');
    return standIn(ev, schema, read, one) ?? (isOptional(schema, steps) ? read : { ...read, required: true });
  }));
}

function isOptional(schema: EnvironmentSchema, steps: readonly CallInfo[]): boolean {
  return has(steps, schema.optional) || (schema.required !== undefined && !has(steps, schema.required));
}

function standIn(ev: Evaluator, schema: EnvironmentSchema, variable: Env, described: External): Value | undefined {
  const steps = stepsOf(described);
  for (const source of schema.defaults) {
    const step = 'chain' in source ? steps.find((one) => calleeName(one) === source.chain) : described.call;
    const value = 'chain' in source ? step?.args[source.arg ?? 0] : optionOf(ev, step, source.path);
    if (value !== undefined && value.kind !== 'absent') return { ...variable, fallback: converted(ev, schema, described, value) };
  }
  return undefined;
}

function optionOf(ev: Evaluator, call: CallInfo | undefined, key: string): Value | undefined {
  const options = call?.args[0];
  return options?.kind === 'object' ? member(ev, options, key) : undefined;
}

/** What stands in, as the schema converts it. */
function converted(ev: Evaluator, { converting = [] }: EnvironmentSchema, described: External, value: Value): Value {
  if (value.kind !== 'known' || typeof value.value !== 'string') return value;
  if (converting.some((step) => described.path.includes(`${step}.`))) return unknown(value.at, 'what a schema converts');
  return stepsOf(described).filter((step) => converting.includes(calleeName(step) ?? '')).reduceRight<Value>((before, step) => {
    const [by] = step.args;
    if (by?.kind === 'function') return invokeFunction(ev, by, { argument: (index) => (index === 0 ? before : undefined), rest: () => [], callee: by.at, depth: 1 });
    const built = by?.kind === 'external' ? builtinCall(ev, by, { ...step, args: [before] }, value.at) : undefined;
    return built ?? unknown(value.at, 'what a schema converts');
  }, value);
}

/** The calls of a chain and of the schemas that they are given (`optional(string())`), the last one first. */
function stepsOf(target: External): CallInfo[] {
  return chainCalls(target).flatMap((call) => [call, ...call.args.flatMap((arg) => (arg.kind === 'external' && arg.package === target.package ? stepsOf(arg) : []))]);
}

function chainCalls(target: External): CallInfo[] {
  const calls: CallInfo[] = [];
  for (let current: External | undefined = target; current !== undefined; current = current.receiver) {
    if (current.call !== undefined) calls.push(current.call);
  }
  return calls;
}

function has(steps: readonly CallInfo[], names: readonly string[] = []): boolean {
  return names.length > 0 && steps.some((step) => names.includes(calleeName(step) ?? ''));
}
