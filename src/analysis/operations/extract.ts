import { OPERATION_FIELDS, SUBJECT_FIELDS } from '../../domain/operations.js';
import type { Range } from '../../ir/types.js';
import type { FieldModel } from '../../knowledge/model.js';
import { callFrame, callInfo } from '../evaluate/calls.js';
import type { CallSite, CallSites } from './callsites.js';
import { checkResult } from './check-results.js';
import { cookiesOf } from './cookie-header.js';
import { drawnBits } from './drawn-bits.js';
import { componentRange, elementArguments } from './elements.js';
import { exportedConfigurations } from './exported-configurations.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import { fieldValue, sourceValue, type FieldContext } from './fields.js';
import { handDecodes } from './hand-decodes.js';
import type { Place } from '../finding.js';
import type { Frame } from '../evaluate/frame.js';
import { ineffectiveOptions } from './ineffective.js';
import { matchesOf, type Match } from './matching.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import type { Caller, Operation, OperationBase } from './operations.js';
import { namedLoggers } from './named-loggers.js';
import { paramsIn } from './params.js';
import { secretFallbacks } from './secret-fallbacks.js';
import { absent, alternatives, known, truthiness, unknown, type Param, type Value } from '../evaluate/values.js';
import { holdsForAll, libraryVersion } from './versions.js';

/** Wrappers around wrappers that are followed outwards. */
const MAX_WRAPPERS = 4;
/** Call sites of one wrapper; those beyond add nothing that a reader would look at. */
const MAX_CALLERS = 200;
/** Chains of calls that lead to one operation: callers of callers of callers would take for ever, and all memory. */
const MAX_CHAINS = 400;

/** Every operation in a module, once for each call site of the wrapper that it stands in. */
export function operationsOf(ev: Evaluator, callSites: CallSites, module: Module): Operation[] {
  const { calls, memberWrites, components } = module.sites;
  const matches = [
    ...[...calls, ...memberWrites, ...components].flatMap((node) => matchesOf(ev, node, { module, frame: undefined })),
    ...exportedConfigurations(module, ev.project.host),
  ];
  const matched = matches.flatMap((match) => instances(ev, callSites, match, module));
  return [
    ...matched,
    ...handDecodes({ evaluator: ev, callSites }, module),
    ...secretFallbacks(ev, module),
    ...namedLoggers(ev, module, new Set(matched.map(({ node }) => node))),
  ];
}

function instances(ev: Evaluator, callSites: CallSites, match: Match, module: Module): Operation[] {
  const plain = operations(ev, match, { module, frame: undefined }, []);
  const budget = { chains: MAX_CHAINS };
  for (const wrapper of wrappersOf(plain)) {
    const outcome = { ruledOut: false };
    const framed = throughCallers(ev, callSites, budget, wrapper, plain, [], (frame, callers) => {
      const chosen = chosenBy(ev, match, { module, frame });
      outcome.ruledOut ||= chosen === undefined;
      return chosen === undefined ? [] : operations(ev, chosen, { module, frame }, callers);
    });
    if (framed.length > 0 || outcome.ruledOut) return framed;
  }
  return plain;
}

/**
 * The match with the receiver that the call's arguments make: `new SignJWT(claims).sign(key)`. None where they choose
 * another operation: `(session ? sessionStorage : localStorage).setItem(key, value)`.
 */
function chosenBy(ev: Evaluator, match: Match, context: Context): Match | undefined {
  if (match.node.kind === 'export-default') return match;
  const chosen = matchesOf(ev, match.node, context);
  if (chosen.length === 0) return match;
  const same = chosen.filter(({ model }) => model === match.model);
  return same.length > 1 ? match : same[0];
}

/**
 * Parameters that decide what an operation is, one of each function: the functions are wrappers around the operation.
 * Of `(key) => (claims) => sign(claims, key)` nobody may call the inner one where it can be seen.
 */
function wrappersOf(found: readonly Operation[]): readonly Param[] {
  const wrappers = new Map<Param['function'], Param>();
  for (const operation of found) {
    const fields = operation as unknown as Readonly<Record<string, Value>>;
    for (const name of OPERATION_FIELDS[operation.kind]) {
      const value = fields[name];
      if (value === undefined || SUBJECT_FIELDS[operation.kind]?.includes(name)) continue;
      for (const param of paramsIn(value)) if (!wrappers.has(param.function)) wrappers.set(param.function, param);
    }
  }
  return [...wrappers.values()];
}

/**
 * Asks once for each chain of calls that leads to the wrapper; `callers` are its sites from the wrapper outwards.
 * `within`: what was found before the wrapper's calls were looked at; `budget`: what may still be asked for the operation.
 */
function throughCallers(
  ev: Evaluator,
  callSites: CallSites,
  budget: { chains: number },
  wrapper: Param,
  within: readonly Operation[],
  inner: readonly CallSite[],
  ask: (frame: Frame, callers: readonly Caller[]) => Operation[],
): Operation[] {
  if (inner.length >= MAX_WRAPPERS) return [];
  return callSites.of(wrapper.function, wrapper.module).slice(0, MAX_CALLERS).flatMap((site) => {
    const chain = [...inner, site];
    if (inner.some((other) => other.node === site.node) || budget.chains <= 0) return [];
    budget.chains--;
    const found = linked(ask(frameOfChain(ev, chain), chain.map(callerOf)), within);
    for (const outer of wrappersOf(found)) {
      const further = throughCallers(ev, callSites, budget, outer, found, chain, ask);
      if (further.length > 0) return further;
    }
    return found;
  });
}

/** Gives each operation its `inner` one. Cookies in a header whose number a caller decides cannot be told apart. */
function linked(found: readonly Operation[], within: readonly Operation[]): Operation[] {
  if (found.length !== within.length) return [...found];
  return found.map((operation, index) => ({ ...operation, inner: within[index] }));
}

/** The innermost frame of a chain of calls; its arguments are evaluated in the frame of the next call outwards. */
function frameOfChain(ev: Evaluator, chain: readonly CallSite[]): Frame {
  let frame: Frame | undefined;
  for (const site of [...chain].reverse()) {
    frame = callFrame(ev, site.callee, site.node, { module: site.module, frame });
  }
  if (frame === undefined) throw new Error('a chain has at least one call');
  return frame;
}

function callerOf(site: CallSite): Caller {
  return { ...site, file: site.module.file, range: calleeRange(site.node), note: 'called here' };
}

function operations(ev: Evaluator, match: Match, context: Context, callers: readonly Caller[]): Operation[] {
  const { model, library, node, target } = match;
  const at: Place = context.module.place(rangeOf(match));
  const version = libraryVersion(library, context.module.file, ev.project.host);
  if (model.versions !== undefined && !holdsForAll(version, model.versions)) return [];
  const info = givenTo(ev, node, context);
  const field: FieldContext = { ev, match, info, context, at, version };
  if (model.given !== undefined && truthiness(sourceValue(model.given, field)) !== true) return [];
  const fields: Record<string, Value> = {};
  for (const [name, spec] of Object.entries<FieldModel>(model.fields)) fields[name] = fieldValue(spec, field);
  if (model.random !== undefined) fields['bits'] = drawnBits(model.random, fields['size'] ?? absent(at), field);
  const base: OperationBase = {
    kind: model.kind,
    library: library.name,
    at,
    node,
    module: context.module,
    callers,
    facts: model.facts ?? {},
    ineffective: ineffectiveOptions(model, field),
    sources: model.fields,
    ...(model.result === undefined ? {} : { result: checkResult(model.result, field) }),
    ...(version === undefined ? {} : { version }),
    ...(context.frame === undefined ? {} : { frame: context.frame }),
    ...(target.likely ? { likely: true as const } : {}),
  };
  if (model.entries !== undefined) return entriesOf(sourceValue(model.entries, field)).map((entry) => complete(base, { ...fields, ...entry }));
  if (model.cookieHeader === undefined) return [complete(base, fields)];
  const header = fieldValue({ from: model.cookieHeader }, field);
  // Attributes are text, not options: a message that says what to change asks for it.
  const written: OperationBase = { ...base, facts: { ...base.facts, text: true } };
  return cookiesOf(header).map((cookie) => complete(written, { ...fields, ...cookie }));
}

/** What underlines an operation: the last name of what is called, rendered or assigned, or what is exported. */
function rangeOf({ node, model }: Match): Range {
  if (node.kind === 'export-default' || model.on === 'export') return 'value' in node ? node.value.range : node.range;
  if (node.kind === 'jsx') return componentRange(node);
  if (node.kind !== 'assign') return calleeRange(node);
  return node.target.kind === 'member' ? node.target.propertyRange : node.range;
}

function givenTo(ev: Evaluator, node: Match['node'], context: Context): FieldContext['info'] {
  if (node.kind === 'assign' || node.kind === 'export-default') return undefined;
  return node.kind === 'jsx' ? { args: [elementArguments(ev, node, context)] } : callInfo(ev, node, context);
}

/** The members of an object, or of a list of pairs, as fields. */
function entriesOf(object: Value): Record<'key' | 'value', Value>[] {
  return alternatives(object).flatMap(({ value: one }) => {
    if (one.kind === 'object') return [...one.members].map(([key, value]) => ({ key: known(one.keys?.get(key) ?? one.at, key), value }));
    return one.kind === 'array' ? one.elements.flatMap(pairOf) : [];
  });
}

function pairOf(value: Value): Record<'key' | 'value', Value>[] {
  const [key, content] = value.kind === 'array' ? value.elements : [];
  return key === undefined || content === undefined ? [] : [{ key, value: content }];
}

/** A field that knowledge says nothing of is not known, rather than absent: a rule may ask for any field of the kind. */
function complete(base: OperationBase, fields: Readonly<Record<string, Value>>): Operation {
  const all: Record<string, Value> = {};
  for (const name of OPERATION_FIELDS[base.kind]) {
    all[name] = fields[name] ?? unknown(base.at, `${base.library} has no such option`);
  }
  return { ...base, ...all } as unknown as Operation;
}
