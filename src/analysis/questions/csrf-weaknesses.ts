import { openWildcard, type Wildcards } from '../../domain/origin-wildcards.js';
import { descendants } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, type FunctionValue, type Known, type Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import type { Verdict } from '../judge.js';

/** Origins that are let in and that the application's owner does not choose. */
export interface OpenOrigin {
  /** The pattern in a list, or what says of every origin that it is let in. */
  readonly by: Value;
  /** The name below which anybody can have an origin; absent, where any origin is let in. */
  readonly below?: string;
}

/** What a list of origins, or the answer about one, lets in too much of. */
export function openOrigin(value: Value, wildcards: Wildcards | undefined): OpenOrigin | undefined {
  if (value.kind === 'known' && value.value === true) return { by: value };
  const list = value.kind === 'array' ? value.elements.flatMap((element) => alternatives(element).map((one) => one.value)) : [value];
  for (const by of list) {
    const open = by.kind === 'known' && wildcards !== undefined ? openWildcard(String(by.value), wildcards) : undefined;
    if (open !== undefined) return 'any' in open ? { by } : { by, below: open.below };
  }
  return undefined;
}

/** Whether requests that other sites cause are let in by their `Sec-Fetch-Site`. */
export function letsCrossSiteIn(value: Value): Verdict {
  if (value.kind === 'array') return value.elements.some((element) => letsCrossSiteIn(element));
  return value.kind === 'known' && (value.value === true || value.value === 'cross-site');
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** The methods in a list that change something (RFC 9110 section 9.2.1). */
export function unsafeMethods(value: Value): Known[] {
  if (value.kind !== 'array') return [];
  return value.elements.filter((element) => element.kind === 'known')
    .filter(({ value: name }) => typeof name === 'string' && /^[A-Z]+$/i.test(name) && !SAFE.has(name.toUpperCase()));
}

/**
 * Whether a secret stands in a cookie that others can set: without a signature, and without the prefix that keeps sibling
 * hosts from writing it (RFC 6265bis, `__Host-`).
 */
export function isPlantable(value: Value): Verdict {
  if (value.kind === 'known') return value.value === true;
  if (value.kind !== 'object') return undefined;
  const signed = value.members.get('signed');
  const key = value.members.get('key');
  if (value.open && (signed === undefined || key === undefined)) return undefined;
  if (signed !== undefined && signed.kind !== 'absent' && !(signed.kind === 'known' && signed.value === false)) return undefined;
  return key === undefined || (key.kind === 'known' && !String(key.value).startsWith('__Host-'));
}

/** Where a function reads the query of the request that it is given first. */
export function queryIn({ function: fn, module }: FunctionValue): Place | undefined {
  for (const node of descendants(fn)) {
    if (node.kind === 'identifier' && isQueryParameter(module, node, fn)) return module.place(node.range);
    if (node.kind !== 'member' || node.property !== 'query' || node.object.kind !== 'identifier') continue;
    const declaration = module.bindingOf(node.object)?.declarations[0];
    if (declaration?.kind === 'param' && declaration.function === fn && declaration.index === 0) return module.place(node.range);
  }
  return undefined;
}

/** `({ query }) => query._csrf`. */
function isQueryParameter(module: Module, node: Parameters<Module['bindingOf']>[0], fn: FunctionValue['function']): boolean {
  const declaration = module.bindingOf(node)?.declarations[0];
  if (declaration?.kind !== 'param' || declaration.function !== fn || declaration.index !== 0) return false;
  const [first] = declaration.access;
  return first?.kind === 'property' && first.key === 'query';
}
