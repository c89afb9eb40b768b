import { isOtherPurposeName, isSessionPurposeName, isSessionStoreName } from '../../domain/names.js';
import type { Argument, CallExpression, Expression, FunctionExpression, NewExpression, Pattern } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { CallSite, CallSites } from '../operations/callsites.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import { placeKey, type Place, type TraceStep } from '../finding.js';
import type { Frame } from '../evaluate/frame.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import { holderName, lastName } from '../naming.js';
import { fieldReads } from '../operations/value-flow.js';
import { grows, joins, namesThing, passesOn, picks, valueParent } from './purpose-climb.js';
import { step } from '../trace.js';

/** What a value is for, by the first name on its way that says so. */
export interface Purpose {
  readonly name: string;
  /** Where the name stands. */
  readonly at: Place;
  /** From the name back towards the generating expression. */
  readonly steps: readonly TraceStep[];
  /** The largest expression that is the value where it gets the name, and where to evaluate it. */
  readonly whole: Expression;
  readonly context: Context;
  /** The generating expression runs many times for one value: in a loop, or in the callback of a `map`. */
  readonly repeated: boolean;
  /** What it is given to says what it is for; else the name alone does. */
  readonly isDestination: boolean;
}

/** Purposes that options tell and no name in the code does. */
export interface Destinations {
  /** Of what functions return, by the place of the function. */
  readonly functions: ReadonlyMap<string, string>;
  /** Of arguments of calls, by the place of the argument's value. */
  readonly calls: ReadonlyMap<IrNode, ReadonlyMap<string, string>>;
}

/** What is climbed from: an expression, the wrapper's frame it is looked at in, and that frame's calls outwards. */
export interface Origin {
  readonly node: Expression;
  readonly module: Module;
  readonly frame?: Frame | undefined;
  readonly callers: readonly CallSite[];
}

/** Names, returns and references on one way; beyond it the purpose is not known. */
const MAX_HOPS = 6;
/** References of one variable and calls of one function that are followed. */
const MAX_BRANCHES = 20;

/**
 * What the value of a generating expression is for: climbs from it through what only converts, joins, hashes or picks
 * to the first variable, property, field, parameter, function or option whose name tells of a session id, token, secret
 * or code. `undefined` where nothing says so, or where a name says that it is for something else.
 */
export function purposeOf(origin: Origin, ev: Evaluator, callSites: CallSites, destinations: Destinations): Purpose | undefined {
  return new Climb(origin, ev, callSites, destinations).purpose();
}

/** Members that make a session or token what it is, and whose names say nothing alone. */
const KEPT_WITH_SESSIONS = new Set(['hash', 'secret', 'key', 'value']);

interface State {
  readonly module: Module;
  readonly steps: readonly TraceStep[];
  readonly repeated: boolean;
  /** The value is one of the parts of something that exists, such as a character; that alone is no secret. */
  readonly picked: boolean;
  readonly hops: number;
  /** Calls outwards of the origin's wrapper that have been followed. */
  readonly outwards: number;
}

class Climb {
  private readonly seen = new Set<IrNode>();

  constructor(
    private readonly origin: Origin,
    private readonly ev: Evaluator,
    private readonly callSites: CallSites,
    private readonly destinations: Destinations,
  ) {}

  purpose(): Purpose | undefined {
    const { node, module } = this.origin;
    const state: State = { module, steps: [], repeated: false, picked: false, hops: 0, outwards: 0 };
    return this.from(node, state) ?? this.filled(node, state);
  }

  /** A typed array that a call fills in place (`getRandomValues(bytes)`) is the value, wherever it is used. */
  private filled(node: Expression, state: State): Purpose | undefined {
    const array = node.kind === 'call' ? node.args[0] : undefined;
    const binding = array?.kind === 'identifier' ? state.module.bindingOf(array) : undefined;
    if (array?.kind !== 'identifier' || binding === undefined) return undefined;
    const value = this.ev.evaluate(array, { module: state.module, frame: undefined });
    if (value.kind !== 'external' || !/^\w+Array#$/.test(value.path)) return undefined;
    return this.references(binding.references, this.onwards(state.module.place(array.range), array.name, state));
  }

  /** Climbs from an expression to where its value gets a name. */
  private from(start: Expression, state: State): Purpose | undefined {
    if (state.hops > MAX_HOPS || this.seen.has(start)) return undefined;
    this.seen.add(start);
    const { module } = state;
    let node: Argument = start;
    let whole = start;
    let { picked } = state;
    for (;;) {
      const parent = valueParent(node, module, this.ev);
      if (parent === undefined) return this.named(node, whole, { ...state, picked });
      if (picks(parent, node)) picked = true;
      else if (joins(parent)) picked = false;
      node = parent;
      if (parent.kind !== 'spread') whole = parent;
    }
  }

  /** What a value that only its surroundings can name is: of a variable, a property, an argument, a result. */
  private named(node: Argument, whole: Expression, state: State): Purpose | undefined {
    const { module } = state;
    const parent = module.parentOf(node);
    switch (parent?.kind) {
      case 'variable': {
        const target = parent.declarations.find(({ init }) => init === node)?.target;
        return target === undefined ? undefined : this.target(target, whole, state);
      }
      case 'default-pattern':
        return parent.default === node ? this.target(parent.target, whole, state) : undefined;
      case 'assign':
        if (parent.value !== node) return undefined;
        return this.target(parent.target, whole, parent.operator === '+=' ? { ...state, repeated: true } : state);
      case 'property':
      case 'field': {
        if (parent.value !== node || typeof parent.key !== 'string') return undefined;
        const at = module.place('keyRange' in parent ? parent.keyRange : parent.range);
        if (parent.kind === 'field') return this.called(parent.key, at, whole, state) ?? this.field(parent, parent.key, at, state);
        return this.called(parent.key, at, whole, state) ?? this.kept(parent, parent.key, at, whole, state);
      }
      case 'call':
      case 'new':
        return this.argument(node, parent, whole, state);
      case 'return':
        return this.result(module.functionsAround(parent)[0], whole, state);
      case 'function':
        return parent.body === node ? this.result(parent, whole, state) : undefined;
      default:
        return undefined;
    }
  }

  private target(target: Pattern, whole: Expression, state: State): Purpose | undefined {
    const { module } = state;
    if (target.kind === 'member') {
      if (typeof target.property !== 'string') return undefined;
      const place = module.place(target.propertyRange);
      return this.called(target.property, place, whole, state) ??
        (target.object.kind === 'this' ? this.field(target, target.property, place, state) : undefined);
    }
    if (target.kind === 'default-pattern') return this.target(target.target, whole, state);
    if (target.kind !== 'identifier') return undefined;
    const at = module.place(target.range);
    if (isOtherPurposeName(target.name)) return undefined;
    const binding = module.bindingOf(target);
    if (binding !== undefined && namesThing(binding, module)) return undefined;
    const own = this.called(target.name, at, whole, binding !== undefined && grows(binding, module) ? { ...state, repeated: true } : state);
    if (own !== undefined || binding === undefined) return own;
    return this.references(binding.references, this.onwards(at, target.name, state));
  }

  private onwards(at: Place, name: string, state: State): State {
    return { ...state, steps: [step(at, `becomes \`${name}\``), ...state.steps], hops: state.hops + 1 };
  }

  /** A field of a class is for what the class makes of it: `this.code`. */
  private field(node: IrNode, name: string, at: Place, state: State): Purpose | undefined {
    if (isOtherPurposeName(name)) return undefined;
    return this.references(fieldReads(node, name, state.module), this.onwards(at, name, state));
  }

  private references(references: readonly Expression[], state: State): Purpose | undefined {
    for (const reference of references.slice(0, MAX_BRANCHES)) {
      const purpose = this.from(reference, state);
      if (purpose !== undefined) return purpose;
    }
    return undefined;
  }

  /** The `hash` or `secret` of what is handed to a store of sessions or tokens: `sessions.create({ user, hash })`. */
  private kept(property: IrNode, key: string, at: Place, whole: Expression, state: State): Purpose | undefined {
    const object = state.module.parentOf(property);
    const call = object && state.module.parentOf(object);
    if (call?.kind !== 'call' || call.callee.kind !== 'member' || !KEPT_WITH_SESSIONS.has(key)) return undefined;
    const store = lastName(call.callee.object);
    return store !== undefined && isSessionStoreName(store) ? this.found(`${store}'s ${key}`, at, whole, state) : undefined;
  }

  /** A value that is pushed onto a list is for what the list is for; one that is passed, for what the parameter is. */
  private argument(node: Argument, call: CallExpression | NewExpression, whole: Expression, state: State): Purpose | undefined {
    const index = call.args.indexOf(node);
    if (index === -1) return undefined;
    const { callee } = call;
    if (callee.kind === 'member' && callee.property === 'push' && callee.object.kind === 'identifier') {
      return this.target(callee.object, whole, { ...state, repeated: true });
    }
    const context = { module: state.module, frame: undefined };
    const destination = this.destinations.calls.get(call)?.get(placeKey(this.ev.evaluate(whole, context).at));
    if (destination !== undefined) return this.found(destination, state.module.place(node.range), whole, state, true);
    const value = this.ev.evaluate(callee, context);
    const parameter = value.kind === 'function' ? value.function.params[index]?.target : undefined;
    if (value.kind !== 'function' || parameter === undefined) return undefined;
    const passed = [step(state.module.place(calleeRange(call)), 'is passed on here'), ...state.steps];
    return this.target(parameter, whole, { ...state, module: value.module, steps: passed, hops: state.hops + 1 });
  }

  private result(fn: FunctionExpression | undefined, whole: Expression, state: State): Purpose | undefined {
    if (fn === undefined) return undefined;
    const { module } = state;
    const head = module.place(fn.head);
    const destination = this.destinations.functions.get(placeKey(head));
    if (destination !== undefined) return this.found(destination, head, whole, state, true);
    const outer = passesOn(fn, module);
    if (outer !== undefined) return this.from(outer.node, { ...state, repeated: state.repeated || outer.repeats });
    const name = fn.name ?? holderName(fn, module);
    if (name !== undefined) {
      if (isOtherPurposeName(name)) return undefined;
      if (isSessionPurposeName(name)) return this.found(name, head, whole, state);
    }
    return this.calls(fn, { ...state, steps: [step(head, 'is what this function returns'), ...state.steps] });
  }

  /** Of the wrapper that the origin is looked at in, only the call that it is looked at for. */
  private calls(fn: FunctionExpression, state: State): Purpose | undefined {
    const sites = this.callSites.of(fn, state.module);
    const caller = this.origin.callers[state.outwards];
    const only = sites.filter(({ node }) => node === caller?.node);
    const next = { hops: state.hops + 1, outwards: state.outwards + only.length };
    for (const { node, module } of (only.length > 0 ? only : sites).slice(0, MAX_BRANCHES)) {
      const steps = [step(module.place(calleeRange(node)), 'is asked for here'), ...state.steps];
      const purpose = this.from(node, { ...state, ...next, module, steps });
      if (purpose !== undefined) return purpose;
    }
    return undefined;
  }

  private called(name: string, at: Place, whole: Expression, state: State): Purpose | undefined {
    return isSessionPurposeName(name) ? this.found(name, at, whole, state) : undefined;
  }

  private found(name: string, at: Place, whole: Expression, { module, steps, repeated, picked }: State, isDestination = false): Purpose | undefined {
    if (picked && !repeated) return undefined;
    const { frame } = this.origin;
    const inWrapper = frame !== undefined && module === this.origin.module && module.functionsAround(whole).includes(frame.function);
    const last = step(at, `it is the \`${name}\``);
    return { name, at, steps: [last, ...steps], whole, context: { module, frame: inWrapper ? frame : undefined }, repeated, isDestination };
  }
}
