import type { FunctionExpression, Identifier, MemberExpression } from '../ir/types.js';
import type { IrNode } from '../ir/walk.js';
import type { Module } from './evaluate/module.js';
import { alternatives, type Value } from './evaluate/values.js';

/**
 * What the code calls a value where it is used, most specific first: the variables that it goes through, up to and with
 * the first member name (`const t = data.accessToken` → `t`, `accessToken`; not `data`).
 */
export function namesOf(value: Value): string[] {
  const names: string[] = [];
  for (let hop = value.via; hop !== undefined; hop = hop.next) {
    if (hop.name !== undefined) names.push(hop.name);
    if (hop.member) return names;
  }
  const own = ownName(value);
  if (own !== undefined) names.push(own);
  return names;
}

function ownName(value: Value): string | undefined {
  switch (value.kind) {
    case 'param':
      return value.path.at(-1) ?? value.name;
    case 'external':
      return /(?:^|\.)([\w$]+)$/.exec(value.path)?.[1];
    case 'derived':
      return /^\.([\w$]+)$/.exec(value.operator)?.[1];
    case 'env':
      return value.name;
    default:
      return undefined;
  }
}

/** The strings that a value may be. */
export function textsOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  return alternatives(value).flatMap(({ value: one }) =>
    one.kind === 'known' && typeof one.value === 'string' ? [one.value] : []);
}

/** Calls around a function that leave it what it is: `const login = asyncHandler(wrap(async (req, res) => …))`. */
export const MAX_WRAPPING = 3;

/** What a function is called: its own name, else that of the variable, property or member that it is given to. */
export function functionName(fn: FunctionExpression, module: Module): string | undefined {
  let node: IrNode = fn;
  let parent = module.parentOf(node);
  for (let level = 0; level < MAX_WRAPPING && parent?.kind === 'call' && parent.callee !== node; level++) {
    node = parent;
    parent = module.parentOf(node);
  }
  return fn.name ?? holderName(node, module);
}

/** The name of the variable, property or member that a node itself, not something made of it, is given to. */
export function holderName(node: IrNode, module: Module): string | undefined {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'variable':
      return lastName(parent.declarations.find(({ init }) => init === node)?.target);
    case 'property':
    case 'method':
    case 'field':
    case 'get':
      return typeof parent.key === 'string' ? parent.key : undefined;
    case 'assign':
      return lastName(parent.target);
    default:
      return undefined;
  }
}

/** The name of a member: `setItem` of `store.setItem` and of `store['setItem']`; `undefined` of a computed one. */
export function propertyName({ property }: MemberExpression): string | undefined {
  if (typeof property === 'string') return property;
  return property.kind === 'string' ? property.value : undefined;
}

/** The name that something has where it comes from: the exported name of an import (a default one has none), the key of what is destructured; else its own. */
export function sourceName(node: Identifier, module: Module): string {
  const declaration = module.bindingOf(node)?.declarations[0];
  if (declaration?.kind === 'import') {
    const { imported } = declaration.specifier;
    return imported === 'default' || imported === '*' ? node.name : imported;
  }
  const access = declaration?.kind === 'variable' || declaration?.kind === 'param' ? declaration.access : [];
  const taken = access.findLast(({ kind }) => kind !== 'default');
  return taken?.kind === 'property' && typeof taken.key === 'string' ? taken.key : node.name;
}

/** `lastName`, of a name by `sourceName`. */
export function lastSourceName(node: IrNode, module: Module): string | undefined {
  return node.kind === 'identifier' ? sourceName(node, module) : lastName(node);
}

/** The last name of a dotted name: `verify` of `jwt.verify`; `undefined` of what has no name or a computed one. */
export function lastName(node: IrNode | undefined): string | undefined {
  if (node?.kind === 'identifier') return node.name;
  return node?.kind === 'member' && typeof node.property === 'string' ? node.property : undefined;
}
