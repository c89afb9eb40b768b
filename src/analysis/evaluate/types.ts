import type { TypeReference } from '../../ir/types.js';
import type { Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import type { Module } from './module.js';
import type { Declaration } from './scopes.js';
import type { External, Value } from './values.js';

/** Interfaces that extend interfaces that extend … */
const MAX_EXTENDS = 5;

/** Types whose value is their first type argument. */
const TRANSPARENT = new Set(['Promise', 'Readonly', 'Partial', 'Required', 'Awaited']);

/**
 * What an annotation proves of a value: an instance of a library's class or interface, or of a class of the project.
 * `undefined` when it proves nothing.
 */
export function typeValue(ev: Evaluator, type: TypeReference, module: Module, at: Place, depth = 0): Value | undefined {
  if (depth > MAX_EXTENDS) return undefined;
  if (type.from !== undefined) {
    const linked = ev.project.link(type.from, '*', module, at);
    return linked.kind === 'value' && linked.value.kind === 'external' ? instanceType(linked.value, type.name, at) : undefined;
  }
  const [root = '', ...path] = type.name.split('.');
  const binding = module.scopes.module.bindings.get(root);
  if (binding === undefined) {
    const [inner] = type.args ?? [];
    return TRANSPARENT.has(root) && inner ? typeValue(ev, inner, module, at, depth + 1) : undefined;
  }
  const declaration = binding.declarations[0];
  return declaration === undefined ? undefined : declaredType(ev, declaration, path, module, at, depth);
}

function declaredType(
  ev: Evaluator,
  declaration: Declaration,
  path: readonly string[],
  module: Module,
  at: Place,
  depth: number,
): Value | undefined {
  switch (declaration.kind) {
    case 'import': {
      const linked = ev.project.importOf(declaration.statement, declaration.specifier, module);
      if (linked.kind === 'value') {
        return linked.value.kind === 'external' ? instanceType(linked.value, path.join('.'), at) : undefined;
      }
      const definition = linked.kind === 'export' ? ev.project.definition(linked.module, linked.name) : undefined;
      if (definition?.kind === 'value') return definition.value.kind === 'external' ? instanceType(definition.value, '', at) : undefined;
      if (definition?.kind !== 'export' || path.length > 0) return undefined;
      const found = definition.module.exports.named.get(definition.name);
      const name = found?.kind === 'local' ? found.name : undefined;
      return name === undefined ? undefined : typeValue(ev, { name }, definition.module, at, depth + 1);
    }
    case 'class':
      return {
        kind: 'instance',
        class: { kind: 'class', class: declaration.class, module, at: module.place(declaration.class.range) },
        at,
      };
    case 'type': {
      for (const parent of declaration.statement.extends ?? []) {
        const value = typeValue(ev, parent, module, at, depth + 1);
        if (value !== undefined) return value;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function instanceType(type: External, path: string, at: Place): External {
  const full = [type.path, path].filter((part) => part !== '').join('.');
  return { kind: 'external', package: type.package, path: `${full}#`, at };
}
