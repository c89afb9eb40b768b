import { STATES } from '../../knowledge/index.js';
import { makerCall } from '../evaluate/chains.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import type { Place } from '../finding.js';
import { textsOf } from '../naming.js';
import { alternatives, type External, type FunctionValue, type Value } from '../evaluate/values.js';
import type { OperationOf } from '../operations/operations.js';

/** A member of a state that is kept: where it stands in the state (nowhere: it is all of it), and what it is at first. */
export interface Kept {
  readonly path: readonly string[];
  readonly value: Value;
}

/** States in states that are looked into. */
const MAX_LEVEL = 8;

/** What a value is where a state is sought: a reducer (or an object of them), what makes a state, or its content. */
type Form = 'reducer' | 'maker' | 'content';

/** What an operation keeps of its state, member by member; nothing where what is kept cannot be told. */
export function keptMembers(operation: OperationOf<'state.persist'>, ev: Evaluator): Kept[] {
  const { state, facts, module, frame } = operation;
  const context: Context = { module, frame };
  const keep = said(operation, 'keep');
  const omit = said(operation, 'omit');
  const all = [...membersOf(state, facts.reducer ? 'reducer' : 'maker', [], ev, context)];
  const kept = keep === undefined ? all : keep.kind === 'function' ? picked(keep, state, ev, context) : narrowed(all, keep);
  if (omit === undefined) return kept;
  const left = namesIn(omit);
  return left?.isComplete ? kept.filter(({ path }) => !left.names.some((name) => isWithin(path, name))) : [];
}

/** Where it is said that a member is kept, or would have to be said that it is not: its name in a list, what picks it, the options. */
export function saidAt(operation: OperationOf<'state.persist'>, { path }: Kept): Place {
  const { keep, sources } = operation;
  if (sources?.['keep'] === undefined) return operation.at;
  const names = keep.kind === 'array' ? keep.elements : [];
  return names.find((one) => textsOf(one).some((name) => isWithin(path, name)))?.at ?? keep.at;
}

/** What narrows the state; nothing where the library has no such option, or nobody gives it. */
function said(operation: OperationOf<'state.persist'>, field: 'keep' | 'omit'): Value | undefined {
  return operation.sources?.[field] === undefined || operation[field].kind === 'absent' ? undefined : operation[field];
}

/** Names of members that are kept: those that can be seen are, whatever else is in the list. */
function narrowed(all: readonly Kept[], keep: Value): Kept[] {
  const names = namesIn(keep)?.names ?? [];
  return all.filter(({ path }) => names.some((name) => isWithin(path, name)));
}

/** What a function picks of a state, which it is given. */
function picked(pick: FunctionValue, state: Value, ev: Evaluator, context: Context): Kept[] {
  const whole = state.kind === 'function' ? resultOf(state, [], ev, context) : state;
  const found = alternatives(resultOf(pick, [whole], ev, context)).map(({ value }) => value);
  return found.flatMap((one) => (one.kind === 'object' ? [...membersOf(one, 'content', [], ev, context)] : []));
}

function* membersOf(value: Value, form: Form, path: readonly string[], ev: Evaluator, context: Context, level = 0): Generator<Kept> {
  if (level > MAX_LEVEL) return;
  const further = (inner: Value, as: Form, at = path): Generator<Kept> => membersOf(inner, as, at, ev, context, level + 1);
  for (const { value: one } of alternatives(value)) {
    if (one.kind === 'object') {
      for (const [name, member] of one.members) yield* further(member, form === 'reducer' ? form : 'content', [...path, name]);
    } else if (one.kind === 'function') {
      if (form === 'reducer') yield* ofReducer(one, ev, context, further);
      else if (form === 'maker') yield* further(resultOf(one, [], ev, context), 'content');
    } else if (one.kind === 'external' && STATES.has(`${one.package}:${one.path}`)) {
      yield* ofMade(one, path, further);
    } else if (form !== 'reducer') {
      yield { path, value: one };
    }
  }
}

/** What a reducer's first parameter is when nobody gives it, or the state of the reducer that it calls. */
function ofReducer(reducer: FunctionValue, ev: Evaluator, context: Context, further: (inner: Value, as: Form) => Generator<Kept>): Generator<Kept> {
  const [state] = reducer.function.params;
  if (state?.target.kind !== 'default-pattern') return further(resultOf(reducer, [], ev, context), 'reducer');
  return further(ev.evaluate(state.target.default, { module: reducer.module, frame: reducer.closure }), 'content');
}

/** The state in the call that made something which holds one. */
function* ofMade(value: External, path: readonly string[], further: (inner: Value, as: Form) => Generator<Kept>): Generator<Kept> {
  const model = STATES.get(`${value.package}:${value.path}`);
  if (model === undefined || 'derived' in model) return;
  const argument = makerCall(value)?.args[model.arg];
  const state = model.path === undefined ? argument : argument?.kind === 'object' ? argument.members.get(model.path) : undefined;
  if (state !== undefined) yield* further(state, model.reducer ? 'reducer' : 'maker');
  else if (!model.reducer) yield { path, value };
}

function resultOf(fn: FunctionValue, args: readonly Value[], ev: Evaluator, context: Context): Value {
  return ev.invoke(fn, args, context, fn.at);
}

/** The names in a list, and whether it holds no others. */
function namesIn(value: Value): { readonly names: readonly string[]; readonly isComplete: boolean } | undefined {
  if (value.kind !== 'array') return undefined;
  const names = value.elements.flatMap((one) => (one.kind === 'known' && typeof one.value === 'string' ? [one.value] : []));
  return { names, isComplete: !value.open && names.length === value.elements.length };
}

/** Whether a member is the one of this name, or stands in it. */
function isWithin(path: readonly string[], name: string): boolean {
  const steps = name.split('.');
  return steps.length <= path.length && steps.every((step, index) => step === path[index]);
}
