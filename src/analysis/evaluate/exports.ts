import { evaluateBinding } from './bindings.js';
import type { Context, Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import { memberOf } from './members.js';
import type { Module } from './module.js';
import type { Linked } from './project.js';
import { unknown, type Value } from './values.js';

/** The value that an import, or a name that is exported further, leads to. */
export function linkedValue(ev: Evaluator, linked: Linked, at: Place): Value {
  switch (linked.kind) {
    case 'value':
      return linked.value;
    case 'whole':
      return { kind: 'module', module: linked.module, at };
    case 'export':
      return exportedValue(ev, linked.module, linked.name, at);
  }
}

/** The value of a name that a module of the project exports. */
export function exportedValue(ev: Evaluator, module: Module, name: string, at: Place): Value {
  const definition = ev.project.definition(module, name);
  if (definition !== undefined && definition.kind !== 'export') return linkedValue(ev, definition, at);
  if (definition?.module.exports.named.has(definition.name)) return definedValue(ev, definition.module, definition.name, at);
  const { named } = definition?.module.exports ?? module.exports;
  const whole = wholeValue(ev, definition?.module ?? module);
  if (whole !== undefined) return name === 'default' ? whole : memberOf(ev, whole, name, { node: at, key: at });
  // A default import of a CommonJS module that assigns to `exports` names the module.
  if (name === 'default' && named.size > 0 && [...named.values()].every((one) => one.kind === 'value')) {
    return { kind: 'module', module, at };
  }
  return unknown(at, `${name} is not exported by the module`);
}

/** What `require` gives: what the module exports as a whole, or its names. */
export function requiredModule(ev: Evaluator, linked: Linked, at: Place): Value {
  if (linked.kind !== 'whole') return linkedValue(ev, linked, at);
  const whole = linked.module.exports.named.size === 0 ? wholeValue(ev, linked.module) : undefined;
  return whole ?? { kind: 'module', module: linked.module, at };
}

/** The value of `module.exports = …` or `export = …`. */
export function wholeValue(ev: Evaluator, module: Module): Value | undefined {
  const { whole } = module.exports;
  return whole === undefined ? undefined : ev.evaluate(whole, { module, frame: undefined });
}

function definedValue(ev: Evaluator, module: Module, name: string, at: Place): Value {
  const context: Context = { module, frame: undefined };
  const found = module.exports.named.get(name);
  if (found === undefined || found.kind === 'from') return unknown(at, 'exports that lead in a circle');
  if (found.kind === 'value') return ev.evaluate(found.value, context);
  const binding = module.scopes.module.bindings.get(found.name);
  return binding === undefined ? unknown(at, `${found.name} is not declared`) : evaluateBinding(ev, binding, context, undefined);
}

/** A module's exports as an object, for what lists them: a spread, a rest pattern. */
export function namespaceObject(ev: Evaluator, module: Module, at: Place): Value {
  const { names, isComplete } = ev.project.namesOf(module);
  const whole = wholeValue(ev, module);
  if (whole !== undefined && names.length === 0) return whole;
  const members = new Map(names.map((name) => [name, exportedValue(ev, module, name, at)]));
  const open = [...(isComplete ? [] : [unknown(at, 'the module exports more')]), ...(whole === undefined ? [] : [whole])];
  return { kind: 'object', members, at, ...(open.length === 0 ? {} : { open }) };
}
