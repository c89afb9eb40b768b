import type { FunctionExpression } from '../ir/types.js';
import type { IrNode } from '../ir/walk.js';
import type { Module } from './module.js';
import { alternatives, type Value } from './values.js';

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

/** Calls around a function that keep its name: `const login = asyncHandler(wrap(async (req, res) => …))`. */
const MAX_WRAPPING = 3;

/** What a function is called: its own name, else that of the variable, property or member that it is given to. */
export function functionName(fn: FunctionExpression, module: Module): string | undefined {
  if (fn.name !== undefined) return fn.name;
  let node: IrNode = fn;
  let parent = module.parentOf(node);
  for (let level = 0; level < MAX_WRAPPING && parent?.kind === 'call' && parent.callee !== node; level++) {
    node = parent;
    parent = module.parentOf(node);
  }
  switch (parent?.kind) {
    case 'variable': {
      const target = parent.declarations.find(({ init }) => init === node)?.target;
      return target?.kind === 'identifier' ? target.name : undefined;
    }
    case 'property':
    case 'method':
    case 'field':
      return typeof parent.key === 'string' ? parent.key : undefined;
    case 'assign': {
      const { target } = parent;
      if (target.kind === 'identifier') return target.name;
      return target.kind === 'member' && typeof target.property === 'string' ? target.property : undefined;
    }
    default:
      return undefined;
  }
}
