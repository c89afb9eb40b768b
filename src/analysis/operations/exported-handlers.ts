import type { FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { libraries } from '../../knowledge/index.js';
import type { Module } from '../evaluate/module.js';
import type { AnalysisHost } from '../host.js';
import { MAX_WRAPPING } from '../naming.js';

/** What a handler's parameters are, as paths from a package. */
export interface Handler {
  readonly packageName: string;
  readonly parameters: readonly string[];
  /** The same for handlers with one parameter more. */
  readonly errorParameters?: readonly string[];
}

/** What a framework passes to a function that it finds by the name under which its file exports it. */
export function exportedHandler(
  fn: FunctionExpression,
  module: Module,
  host: AnalysisHost,
): Handler | undefined {
  const file = module.file.replaceAll('\\', '/');
  for (const { packages, exportedHandlers = [] } of libraries) {
    const [packageName] = packages;
    const models = exportedHandlers.filter(({ files }) => files.test(file));
    if (packageName === undefined || models.length === 0 || !host.dependsOn(packageName, module.file)) continue;
    const names = exportedNames(fn, module);
    const model = models.find((one) => one.names.some((name) => names.includes(name)));
    if (model !== undefined) return { packageName, parameters: model.parameters };
  }
  return undefined;
}

/** The names under which a module exports a function: by itself, through a wrapper's call, or as a member of an object. */
function exportedNames(fn: FunctionExpression, module: Module): string[] {
  const name = localName(fn, module);
  if (name === undefined) return namesAround(fn, module);
  const references = module.scopes.module.bindings.get(name)?.references ?? [];
  return [...exportsOf(name, module), ...references.flatMap((reference) => namesAround(reference, module))];
}

/** The name that the module knows a function by, where it is declared under one. */
function localName(fn: FunctionExpression, module: Module): string | undefined {
  const parent = module.parentOf(fn);
  if (parent?.kind === 'function-declaration') return fn.name;
  const declared = parent?.kind === 'variable' ? parent.declarations.find(({ init }) => init === fn)?.target : undefined;
  return declared?.kind === 'identifier' ? declared.name : undefined;
}

function namesAround(start: IrNode, module: Module): string[] {
  let node = start;
  for (let level = 0; level < MAX_WRAPPING; level++) {
    const parent = module.parentOf(node);
    switch (parent?.kind) {
      case 'call':
        if (!parent.args.includes(node as never)) return [];
        node = parent;
        continue;
      case 'property':
      case 'object':
        node = parent;
        continue;
      case 'variable':
        return parent.declarations.flatMap(({ init, target }) =>
          (init === node && target.kind === 'identifier' ? exportsOf(target.name, module) : []));
      case 'export-default':
        return ['default'];
      default:
        return [...module.exports.named].flatMap(([name, one]) => (one.kind === 'value' && one.value === node ? [name] : []));
    }
  }
  return [];
}

function exportsOf(local: string, module: Module): string[] {
  return [...module.exports.named].flatMap(([name, one]) => {
    const isOne = one.kind === 'local' ? one.name === local : one.kind === 'value' && one.value.kind === 'identifier' && one.value.name === local;
    return isOne ? [name] : [];
  });
}
