import { isOtherPurposeName, isSessionPurposeName } from '../domain/names.js';
import type { Argument, CallExpression, Expression, FunctionExpression, NewExpression, Pattern } from '../ir/types.js';
import type { IrNode } from '../ir/walk.js';
import type { CallSite, CallSites } from './callsites.js';
import type { Context, Evaluator } from './evaluate.js';
import type { Place, TraceStep } from './finding.js';
import type { Frame } from './frame.js';
import { calleeRange, type Module } from './module.js';
import { functionName, passesOn, valueParent } from './purpose-climb.js';
import type { Binding } from './scopes.js';
import { step } from './trace.js';

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
}

/** Purposes that options tell and no name in the code does. */
export interface Destinations {
  /** Of what functions return, by the place of the function. */
  readonly functions: ReadonlyMap<string, string>;
  /** Of arguments of calls, by the place of the argument's value. */
  readonly calls: ReadonlyMap<IrNode, ReadonlyMap<string, string>>;
}

export function placeKey({ file, range }: Place): string {
  return `${file}:${range[0]}:${range[1]}`;
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

interface State {
  readonly module: Module;
  readonly steps: readonly TraceStep[];
  readonly repeated: boolean;
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
    return this.from(node, { module, steps: [], repeated: false, hops: 0, outwards: 0 });
  }

  /** Climbs from an expression to where its value gets a name. */
  private from(start: Expression, state: State): Purpose | undefined {
    if (state.hops > MAX_HOPS || this.seen.has(start)) return undefined;
    this.seen.add(start);
    const { module } = state;
    let node: Argument = start;
    let whole = start;
    for (;;) {
      const parent = valueParent(node, module, this.ev);
      if (parent === undefined) return this.named(node, whole, state);
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
      case 'field':
        return parent.value === node && typeof parent.key === 'string'
          ? this.called(parent.key, module.place('keyRange' in parent ? parent.keyRange : parent.range), whole, state)
          : undefined;
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
      return typeof target.property === 'string' ? this.called(target.property, module.place(target.propertyRange), whole, state) : undefined;
    }
    if (target.kind === 'default-pattern') return this.target(target.target, whole, state);
    if (target.kind !== 'identifier') return undefined;
    const at = module.place(target.range);
    if (isOtherPurposeName(target.name)) return undefined;
    const own = this.called(target.name, at, whole, state);
    const binding = module.bindingOf(target);
    if (own !== undefined || binding === undefined) return own;
    return this.references(binding, { ...state, steps: [step(at, `becomes \`${target.name}\``), ...state.steps], hops: state.hops + 1 });
  }

  private references({ references }: Binding, state: State): Purpose | undefined {
    for (const reference of references.slice(0, MAX_BRANCHES)) {
      const purpose = this.from(reference, state);
      if (purpose !== undefined) return purpose;
    }
    return undefined;
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
    if (destination !== undefined) return this.found(destination, state.module.place(node.range), whole, state);
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
    if (destination !== undefined) return this.found(destination, head, whole, state);
    const outer = passesOn(fn, module);
    if (outer !== undefined) return this.from(outer.node, { ...state, repeated: state.repeated || outer.repeats });
    const name = functionName(fn, module);
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

  private found(name: string, at: Place, whole: Expression, { module, steps, repeated }: State): Purpose {
    const { frame } = this.origin;
    const inWrapper = frame !== undefined && module === this.origin.module && module.functionsAround(whole).includes(frame.function);
    const last = step(at, `it is the \`${name}\``);
    return { name, at, steps: [last, ...steps], whole, context: { module, frame: inWrapper ? frame : undefined }, repeated };
  }
}
