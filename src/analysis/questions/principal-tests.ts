import { someNode } from '../../ir/walk.js';
import type { Confidence } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { textsOf } from '../naming.js';
import { operationsOf } from '../operations/extract.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { expressionsInConditions } from './conditions.js';
import { registeredHandlers } from './handlers.js';
import { isRequestPrincipal } from './principals.js';

/**
 * What the application does behind a check that lets strangers pass: something asks who is there (`tested`); of the routes,
 * all of which could be seen, none does (`untested`, with their number); or not all could be seen (`unknown`).
 */
export type Behind = { readonly kind: 'tested' | 'unknown' } | { readonly kind: 'untested'; readonly routes: number };

/** Files of an application that are looked at; of a larger one nothing is known. */
const MAX_FILES = 150;

const cache = new WeakMap<Module, Behind>();

/** Looks at the application that a module is part of. */
export function behindOptionalChecks(context: RuleContext, module: Module): Behind {
  let found = cache.get(module);
  if (found === undefined) cache.set(module, (found = lookBehind(context, module)));
  return found;
}

/** How sure it is that nobody asks who is there behind a check of a module, and how to say so; `undefined` where somebody does. */
export function unasked(module: Module, context: RuleContext): { readonly behind: string; readonly confidence: Confidence } | undefined {
  const behind = behindOptionalChecks(context, module);
  if (behind.kind === 'tested') return undefined;
  return behind.kind === 'untested'
    ? { behind: `, and none of the ${String(behind.routes)} routes of the application asks who is there`, confidence: 'likely' }
    : { behind: ', and nothing was found that asks who is there', confidence: 'review' };
}

function lookBehind(context: RuleContext, module: Module): Behind {
  if (!context.wholeProject) return { kind: 'unknown' };
  const { evaluator, callSites } = context;
  const { modules, isComplete } = applicationOf(module, context);
  if ([...modules, ...evaluator.project.loaded].some(asksWhoIsThere)) return { kind: 'tested' };
  if (!isComplete) return { kind: 'unknown' };
  const routes = modules.flatMap((one) => operationsOf(evaluator, callSites, one))
    .filter((one): one is OperationOf<'route.register'> => one.kind === 'route.register' && !textsOf(one.method).includes('use'));
  const handled = new Set([...registeredHandlers(evaluator, routes).values()].map(({ route }) => route));
  return routes.length > 0 && routes.every((route) => handled.has(route)) ? { kind: 'untested', routes: routes.length } : { kind: 'unknown' };
}

/** What imports a module, directly or not, and what all of that imports; `isComplete` is false when some of it cannot be seen. */
function applicationOf(module: Module, { evaluator: { project } }: RuleContext): { modules: readonly Module[]; isComplete: boolean } {
  const above = new Set([module.file]);
  for (const file of above) {
    if (above.size < MAX_FILES) for (const importer of project.host.importersOf?.(file, ['default']) ?? []) above.add(importer);
  }
  const files = new Set(above);
  const modules: Module[] = [];
  let isComplete = true;
  for (const file of files) {
    const one = files.size > MAX_FILES ? undefined : project.module(file);
    if (one === undefined) {
      isComplete = false;
      continue;
    }
    modules.push(one);
    for (const specifier of specifiersOf(one)) {
      const resolution = project.host.resolve(specifier, file);
      if (resolution.kind === 'file') files.add(resolution.file);
      else if (specifier.startsWith('.') || resolution.kind === 'unknown') isComplete = false;
    }
  }
  return { modules, isComplete };
}

/** What a module imports, requires and hands on. */
function specifiersOf({ ir, sites }: Module): string[] {
  const imported = ir.body.flatMap((statement) => {
    if (statement.kind === 'import') return statement.typeOnly ? [] : [statement.source];
    return (statement.kind === 'export' || statement.kind === 'export-all') && statement.source !== undefined ? [statement.source] : [];
  });
  const required = sites.calls.flatMap(({ callee, args: [source] }) =>
    (callee.kind === 'identifier' && callee.name === 'require' && source?.kind === 'string' ? [source.value] : []));
  return [...imported, ...required];
}

/** In a condition, or by `?.`, which expects nobody. */
function asksWhoIsThere(module: Module): boolean {
  for (const node of expressionsInConditions(module)) if (isRequestPrincipal(node, module)) return true;
  return someNode(module.ir, (node) => node.kind === 'member' && node.optional === true && isRequestPrincipal(node.object, module));
}
