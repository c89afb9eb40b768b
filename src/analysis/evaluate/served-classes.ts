import type { ClassExpression, ObjectExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from './module.js';
import type { Value } from './values.js';

/** The innermost class that a node stands in. */
export function classAround(node: IrNode, module: Module): ClassExpression | undefined {
  let around: IrNode | undefined = node;
  while (around !== undefined && around.kind !== 'class') around = module.parentOf(around);
  return around;
}

/** A class, or a provider that names it (`{ provide: TOKEN, useClass: Tokens }`). */
export function isOrHas(value: Value, owner: ClassExpression): boolean {
  if (value.kind === 'object') return [...value.members.values()].some((one) => one.kind === 'class' && one.class === owner);
  return value.kind === 'class' && value.class === owner;
}

/** The objects in whose list `key` a node stands, itself or by the name of a constant. */
export function objectsListing(node: IrNode, key: string, module: Module): ObjectExpression[] {
  const around = module.parentOf(node);
  if (around?.kind === 'array' || around?.kind === 'spread') return objectsListing(around, key, module);
  if (around?.kind === 'property') {
    const object = around.key === key ? module.parentOf(around) : undefined;
    return object?.kind === 'object' ? [object] : [];
  }
  const target = around?.kind === 'variable' ? around.declarations.find(({ init }) => init === node)?.target : undefined;
  const binding = target?.kind === 'identifier' ? module.scopes.module.bindings.get(target.name) : undefined;
  return binding?.references.flatMap((one) => objectsListing(one, key, module)) ?? [];
}
