import type { CallExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { HANDLING } from '../../knowledge/handing.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { lastName, MAX_WRAPPING } from '../naming.js';

/** Barrels that lead from a handler's module to the one that registers it. */
const MAX_BARRELS = 2;
/** Modules that are searched for one function; further ones say the same. */
const MAX_MODULES = 30;

/** Modules that import a module, directly or through a barrel, and mention one of the names. */
export function importers(module: Module, names: readonly string[], ev: Evaluator): readonly Module[] {
  const { host } = ev.project;
  const seen = new Set([module.file]);
  const files: string[] = [];
  let frontier = [module.file];
  for (let level = 0; level <= MAX_BARRELS && frontier.length > 0; level++) {
    const found = [...new Set(frontier.flatMap((file) => host.importersOf?.(file, ['default']) ?? []))].filter((file) => !seen.has(file));
    for (const file of found) seen.add(file);
    files.push(...found.filter((file) => names.includes('default') || host.mentions?.(file, names) !== false));
    frontier = found.filter((file) => /[\\/]index\.[cm]?[jt]sx?$/.test(file));
  }
  const registering = files.filter((file) => host.mentions?.(file, HANDING_TEXTS) !== false);
  return registering.slice(0, MAX_MODULES).flatMap((file) => ev.project.module(file) ?? []);
}

const HANDING_TEXTS = [...HANDLING].map((name) => `.${name}(`);

const handing = new WeakMap<Module, ReadonlyMap<string, readonly CallExpression[]>>();

/** Calls that may register something under one of the names, in the order of the source. */
export function handingCalls(module: Module, names: readonly string[]): readonly CallExpression[] {
  let index = handing.get(module);
  if (index === undefined) {
    index = indexed(module);
    handing.set(module, index);
  }
  return [...new Set(names.flatMap((name) => index.get(name) ?? []))].sort((a, b) => a.range[0] - b.range[0]);
}

function indexed(module: Module): ReadonlyMap<string, readonly CallExpression[]> {
  const map = new Map<string, CallExpression[]>();
  for (const call of module.sites.calls) {
    if (call.kind !== 'call' || call.callee.kind !== 'member' || !HANDLING.has(lastName(call.callee) ?? '')) continue;
    for (const name of new Set(call.args.flatMap((argument) => mentioned(argument, module, 0)))) {
      const list = map.get(name);
      if (list === undefined) map.set(name, [call]);
      else list.push(call);
    }
  }
  return map;
}

/** Names under which an argument may hand on functions; `default` stands for whatever an import names as it likes. */
function mentioned(node: IrNode, module: Module, depth: number): readonly string[] {
  if (depth > MAX_WRAPPING) return [];
  const inside = (one: IrNode | null): readonly string[] => (one === null ? [] : mentioned(one, module, depth + 1));
  switch (node.kind) {
    case 'identifier':
      return importedNames(node.name, module);
    case 'member':
      return [lastName(node) ?? '', ...inside(node.object)];
    case 'call':
      return [...inside(node.callee), ...node.args.flatMap(inside)];
    case 'array':
      return node.elements.flatMap(inside);
    case 'object':
      return node.members.flatMap((property) => (property.kind === 'property' ? inside(property.value) : []));
    case 'spread':
      return inside(node.value);
    default:
      return [];
  }
}

function importedNames(name: string, module: Module): readonly string[] {
  const declaration = module.scopes.module.bindings.get(name)?.declarations[0];
  if (declaration?.kind === 'import') return [name, declaration.statement.require ? 'default' : declaration.specifier.imported];
  if (declaration?.kind !== 'variable' || declaration.declaration.init?.kind !== 'call') return [name];
  const last = declaration.access.at(-1);
  return [name, last?.kind === 'property' && typeof last.key === 'string' ? last.key : 'default'];
}
