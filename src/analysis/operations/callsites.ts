import type { CallExpression, Expression, FunctionExpression, NewExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { isModuleExports, type Module } from '../evaluate/module.js';
import { lastName } from '../naming.js';
import { alternatives, type FunctionValue } from '../evaluate/values.js';

/** A call of a function of the project. */
export interface CallSite {
  readonly node: CallExpression | NewExpression;
  readonly module: Module;
  readonly callee: FunctionValue;
}

/** Barrels of barrels that lead from a function's module to its callers. */
const MAX_BARRELS = 4;

/** Who may call a function, and the names that it has there. */
interface Importers {
  readonly modules: readonly Module[];
  readonly names: readonly string[];
}

const made = new WeakMap<Evaluator, CallSites>();

/** The call sites of an evaluator's project; what has been found is kept with it. */
export function callSitesOf(ev: Evaluator): CallSites {
  let callSites = made.get(ev);
  if (callSites === undefined) {
    callSites = new CallSites(ev, (file, names) => ev.project.host.importersOf?.(file, names) ?? []);
    made.set(ev, callSites);
  }
  return callSites;
}

/** Finds who calls a function: in its own module, and in those that import it. */
export class CallSites {
  private readonly cache = new Map<FunctionExpression, readonly CallSite[]>();
  private readonly byName = new WeakMap<Module, ReadonlyMap<string, readonly (CallExpression | NewExpression)[]>>();
  private readonly importersCache = new Map<string, Importers>();

  constructor(
    private readonly ev: Evaluator,
    private readonly importersOf: (file: string, names: readonly string[]) => readonly string[],
  ) {}

  of(fn: FunctionExpression, module: Module): readonly CallSite[] {
    let sites = this.cache.get(fn);
    if (sites === undefined) {
      this.cache.set(fn, []);
      const names = namesOf(fn, module);
      const importers = names.length === 0 ? { modules: [], names } : this.importers(module, names);
      sites = [module, ...importers.modules].flatMap((caller) => this.inModule(fn, importers.names, caller));
      this.cache.set(fn, sites);
    }
    return sites;
  }

  private inModule(fn: FunctionExpression, names: readonly string[], caller: Module): CallSite[] {
    const calls = this.callsByName(caller);
    const wanted = new Set([...names, ...aliases(caller, names)]);
    const result: CallSite[] = [];
    for (const name of wanted) {
      for (const node of calls.get(name) ?? []) {
        const callee = this.calls(node, caller, fn);
        if (callee !== undefined) result.push({ node, module: caller, callee });
      }
    }
    return result.sort((a, b) => a.node.range[0] - b.node.range[0]);
  }

  private calls(node: CallSite['node'], module: Module, fn: FunctionExpression): FunctionValue | undefined {
    for (const { value } of alternatives(this.ev.callee(node, { module, frame: undefined }))) {
      if (node.kind === 'call' && value.kind === 'function' && value.function === fn) return value;
      if (node.kind === 'new' && value.kind === 'class') {
        const constructor = value.class.members.find((member) => member.kind === 'constructor')?.value;
        if (constructor === fn) return { kind: 'function', function: fn, module: value.module, at: value.at };
      }
    }
    return undefined;
  }

  private callsByName(module: Module): ReadonlyMap<string, readonly CallSite['node'][]> {
    let index = this.byName.get(module);
    if (index === undefined) {
      const map = new Map<string, CallSite['node'][]>();
      for (const node of module.sites.calls) {
        const name = calledName(node.callee);
        if (name === undefined) continue;
        const list = map.get(name);
        if (list === undefined) map.set(name, [node]);
        else list.push(node);
      }
      index = map;
      this.byName.set(module, index);
    }
    return index;
  }

  /** Modules that import a module, directly or through modules that re-export it, and mention one of the names. */
  private importers(module: Module, names: readonly string[]): Importers {
    const key = [module.file, ...names].join('\n');
    let found = this.importersCache.get(key);
    if (found === undefined) {
      const seen = new Set([module.file]);
      const result: Module[] = [];
      const known = new Set(names);
      let frontier = [module.file];
      for (let level = 0; level < MAX_BARRELS && frontier.length > 0; level++) {
        const next: string[] = [];
        for (const file of frontier.flatMap((one) => this.importersOf(one, [...known]))) {
          if (seen.has(file)) continue;
          seen.add(file);
          const importer = this.ev.project.module(file);
          if (importer === undefined) continue;
          result.push(importer);
          const further = renamed(importer, known);
          for (const name of further) known.add(name);
          if (further.length > 0 || reExports(importer)) next.push(file);
        }
        frontier = next;
      }
      found = { modules: result, names: [...known] };
      this.importersCache.set(key, found);
    }
    return found;
  }
}

/** The name of what is called; of `require('./routes')(app)` it is whatever the module exports as a whole. */
function calledName(callee: Expression): string | undefined {
  return callee.kind === 'call' && lastName(callee.callee) === 'require' ? 'default' : lastName(callee);
}

function reExports(module: Module): boolean {
  const { stars, named, whole } = module.exports;
  return stars.length > 0 || whole !== undefined || [...named.values()].some((one) => one.kind !== 'local');
}

/** Names under which a module exports further what it imports under one of `names`. */
function renamed(module: Module, names: ReadonlySet<string>): string[] {
  const local = new Set(aliases(module, [...names]));
  return [...module.exports.named].flatMap(([exported, one]) => {
    const isOne = one.kind === 'from' ? names.has(one.imported) : one.kind === 'local' && local.has(one.name);
    return isOne ? [exported] : [];
  });
}

/** Names under which others may name a function, or what is made of it: its own, its variable's, its property's, its class's. */
export function namesOf(fn: IrNode, module: Module): string[] {
  const names = new Set<string>();
  if (fn.kind === 'function' && fn.name !== undefined) names.add(fn.name);
  let parent = module.parentOf(fn);
  // const sign = memoize((payload) => …) keeps the function's name as seen by callers.
  if (parent?.kind === 'variable') {
    for (const { target, init } of parent.declarations) if (init === fn && target.kind === 'identifier') names.add(target.name);
  } else if (parent?.kind === 'property' || parent?.kind === 'method' || parent?.kind === 'field') {
    if (typeof parent.key === 'string') names.add(parent.key);
  } else if (parent?.kind === 'assign') {
    const name = lastName(parent.target);
    if (name !== undefined) names.add(name);
  } else if (parent?.kind === 'export-default') {
    names.add('default');
  } else if (parent?.kind === 'constructor') {
    parent = module.parentOf(parent);
    if (parent?.kind === 'class' && parent.name !== undefined) names.add(parent.name);
  }
  for (const name of [...names]) for (const other of givenTo(name, module)) names.add(other);
  for (const [exported, one] of module.exports.named) {
    if (one.kind === 'local' && names.has(one.name)) names.add(exported);
    if (one.kind === 'value' && one.value === fn) names.add(exported);
  }
  if (module.exports.whole === fn) names.add('default');
  return [...names];
}

/** Other names that the value of a module's own name is given: `{ issue: sign }`, `exports.issue = sign`. */
function givenTo(name: string, module: Module): string[] {
  return (module.scopes.module.bindings.get(name)?.references ?? []).flatMap((reference) => {
    const parent = module.parentOf(reference);
    if (parent?.kind === 'property' && parent.value === reference) return typeof parent.key === 'string' ? [parent.key] : [];
    if (parent?.kind === 'export-default') return ['default'];
    if (parent?.kind === 'variable') {
      return parent.declarations.flatMap(({ target, init }) => (init === reference && target.kind === 'identifier' ? [target.name] : []));
    }
    if (parent?.kind !== 'assign' || parent.value !== reference || parent.target.kind !== 'member') return [];
    return isModuleExports(parent.target) ? ['default'] : typeof parent.target.property === 'string' ? [parent.target.property] : [];
  });
}

/** Local names that a module gives to imports of these names; a default import can be of any. */
function aliases(module: Module, names: readonly string[]): string[] {
  const result: string[] = [];
  for (const binding of module.scopes.module.bindings.values()) {
    for (const declaration of binding.declarations) {
      if (declaration.kind === 'import') {
        const { imported } = declaration.specifier;
        if (names.includes(imported) || imported === 'default' || declaration.statement.require) result.push(binding.name);
      } else if (declaration.kind === 'variable') {
        const last = declaration.access.at(-1);
        const isRequire = declaration.declaration.init?.kind === 'call';
        if (last?.kind === 'property' ? typeof last.key === 'string' && names.includes(last.key) : isRequire) result.push(binding.name);
      }
    }
  }
  return result;
}
