import type {
  AssignExpression, CallExpression, ExportDefaultStatement, Expression, Identifier, JsxElement, MemberExpression, NewExpression,
} from '../../ir/types.js';
import { ASSIGNED_MEMBERS, ASSIGNED_TO, modelsFor, operationsNamed } from '../../knowledge/index.js';
import type { AnyOperationModel, LibraryModel } from '../../knowledge/model.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import type { OperationKind } from '../../domain/operations.js';
import { componentName, componentValue } from './elements.js';
import { memberOf } from '../evaluate/members.js';
import { mayLogCredential } from './log-calls.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';
import { propertyName, sourceName } from '../naming.js';

/** A place in the code where an operation of a library happens. */
export interface Match {
  readonly model: AnyOperationModel;
  readonly library: LibraryModel;
  readonly node: Site | ExportDefaultStatement;
  /** What is called, constructed, assigned, rendered or exported. */
  readonly target: External;
}

type Site = CallExpression | NewExpression | AssignExpression | JsxElement;

/** The operations that a call, construction, assignment to a member or element performs. */
export function matchesOf(ev: Evaluator, node: Site, context: Context): Match[] {
  if (!mayMatch(ev, node, context)) return [];
  if (node.kind === 'jsx') return matchesOn(ev, 'element', componentValue(ev, node, context), node, context);
  return performed(ev, node, context.module).flatMap(({ on, written }) => matchesOn(ev, on, ev.evaluate(written, context), node, context));
}

function matchesOn(ev: Evaluator, on: Performed['on'], target: Value, node: Site, context: Context): Match[] {
  const result: Match[] = [];
  const targets = alternatives(target).map(({ value }) => variable(value)).filter((value) => value.kind === 'external');
  for (const value of targets) {
    // A builder that is filled in under a condition is one or the other.
    const one: External = targets.length > 1 ? { ...value, likely: true } : value;
    for (const { library, model } of modelsFor(value.package, value.path, on)) {
      if (applies(ev, model, node, context)) result.push({ model, library, node, target: one });
    }
  }
  return result;
}

/** `process.env.NAME = …` writes the environment. */
function variable(value: Value): Value {
  return value.kind === 'env' ? { kind: 'external', package: 'global', path: `process.env.${value.name}`, at: value.at } : value;
}

/** What an operation would be of, and how. */
interface Performed {
  readonly on: NonNullable<AnyOperationModel['on']>;
  readonly written: Expression;
}

/** `super(…)` constructs the class that is extended; `app.register(plugin, …)` also registers the plugin. */
function performed(ev: Evaluator, node: Exclude<Site, JsxElement>, module: Module): Performed[] {
  if (node.kind === 'assign') return [{ on: 'assign', written: node.target as Expression }];
  if (node.callee.kind === 'super') {
    const extended = extendedClass(node, module);
    return extended === undefined ? [] : [{ on: 'new', written: extended }];
  }
  const [plugin] = node.args;
  const registers = node.callee.kind === 'member' && propertyName(node.callee) === 'register' &&
    plugin !== undefined && plugin.kind !== 'spread' && isNear(ev, plugin, module);
  return [{ on: node.kind, written: node.callee }, ...(registers ? [{ on: 'register' as const, written: plugin }] : [])];
}

function extendedClass(node: CallExpression | NewExpression, module: Module): Expression | undefined {
  let around = module.parentOf(node);
  while (around !== undefined && around.kind !== 'class') around = module.parentOf(around);
  return around?.superClass;
}

/** A look at the text alone: most calls are of nothing that any library knows, and evaluating them would parse half a project. */
function mayMatch(ev: Evaluator, node: Site, context: Context): boolean {
  if (node.kind === 'assign') return node.target.kind === 'member' && mayBeAssigned(ev, node.target, context.module);
  if (node.kind === 'jsx') return operationsNamed(componentName(node, context.module)).some(({ on }) => on === 'element');
  const { callee } = node;
  switch (callee.kind) {
    case 'identifier':
      return isNear(ev, callee, context.module) ||
        operationsNamed(sourceName(callee, context.module)).some(({ kind }) => !EVERYWHERE.has(kind));
    case 'member': {
      const name = propertyName(callee);
      if (name === undefined) return false;
      const models = operationsNamed(name).filter((model) => applies(ev, model, node, context));
      // Every router has `get` and `use`, and so has every map: those count where the router can be seen.
      if (models.every(({ kind }) => EVERYWHERE.has(kind))) return models.some((model) => mayPerform(ev, model, node, context.module));
      return models.some(({ kind }) => kind !== 'route.register' && !EVERYWHERE.has(kind)) || isNear(ev, callee, context.module);
    }
    case 'call':
      return isNear(ev, callee, context.module);
    case 'super': {
      const extended = extendedClass(node, context.module);
      return extended !== undefined && isNear(ev, extended, context.module);
    }
    default:
      return false;
  }
}

/** Kinds whose methods (`log`, `error`, `update`, `get`, `callback`) are called on anything: what they are called on has to be made in sight. */
const EVERYWHERE: ReadonlySet<OperationKind> = new Set<OperationKind>(['log.write', 'digest.compute', 'tls.configure', 'database.connect', 'oauth.callback']);

function mayPerform(ev: Evaluator, { kind }: AnyOperationModel, node: CallExpression | NewExpression, module: Module): boolean {
  const root = rootOf(node.callee);
  if (root === undefined || !isNear(ev, root, module)) return false;
  const declared = module.bindingOf(root)?.declarations[0]?.kind;
  if (declared !== undefined && declared !== 'import' && declared !== 'variable') return false;
  return kind !== 'log.write' || (node.kind === 'call' && mayLogCredential(node, module));
}

function mayBeAssigned(ev: Evaluator, { object, property }: MemberExpression, module: Module): boolean {
  if (typeof property === 'string' && ASSIGNED_MEMBERS.has(property)) return isNear(ev, object, module);
  if (object.kind === 'member') return isAssignedTo(object) || (object.object.kind === 'member' && isAssignedTo(object.object));
  if (object.kind !== 'identifier') return false;
  if (ASSIGNED_TO.has(sourceName(object, module))) return true;
  const declaration = module.bindingOf(object)?.declarations[0];
  // `@Session() current`: the decorator says what it is.
  return declaration?.kind === 'variable' || (declaration?.kind === 'param' && declaration.parameter.decorators !== undefined);
}

function isAssignedTo({ property }: MemberExpression): boolean {
  return typeof property === 'string' && ASSIGNED_TO.has(property);
}

/** Whether an expression starts in this module, a package, or a file that is under analysis anyway. */
function isNear(ev: Evaluator, node: Expression, module: Module): boolean {
  const root = rootOf(node);
  const declaration = root === undefined ? undefined : module.bindingOf(root)?.declarations[0];
  if (declaration?.kind !== 'import') return true;
  const resolution = ev.project.host.resolve(declaration.statement.source, module.file);
  return resolution.kind !== 'file' || ev.project.isCandidate(resolution.file);
}

function rootOf(node: Expression): Identifier | undefined {
  switch (node.kind) {
    case 'identifier':
      return node;
    case 'member':
      return rootOf(node.object);
    case 'call':
    case 'new':
      return rootOf(node.callee);
    default:
      return undefined;
  }
}

function applies(ev: Evaluator, model: AnyOperationModel, node: Site, context: Context): boolean {
  if (model.dependsOn !== undefined && !ev.project.host.dependsOn(model.dependsOn, context.module.file)) return false;
  if (node.kind === 'assign' || node.kind === 'jsx') return true;
  if (model.minArgs !== undefined && node.args.length < model.minArgs) return false;
  if (model.maxArgs !== undefined && node.args.length > model.maxArgs) return false;
  if (model.into !== undefined && !isInto(ev, model.into, node, context)) return false;
  return (model.when ?? []).every(({ arg, is }) => {
    const given = node.args[arg];
    return given !== undefined && given.kind !== 'spread' && isNear(ev, given, context.module) && isOneOf(ev.evaluate(given, context), is);
  });
}

function isInto(ev: Evaluator, { arg, path, is, of }: NonNullable<AnyOperationModel['into']>, node: CallExpression | NewExpression, context: Context): boolean {
  const given = node.args[arg];
  if (given === undefined || given.kind === 'spread' || !isNear(ev, given, context.module)) return false;
  const at = context.module.place(given.range);
  const whole = ev.evaluate(given, context);
  const target = path === undefined ? whole : memberOf(ev, whole, path, { node: at, key: at });
  return alternatives(target).some(({ value }) =>
    value.kind === 'external' && is.includes(value.path) && (of === undefined || value.package === of));
}

function isOneOf(value: Value, texts: readonly string[]): boolean {
  return value.kind === 'known' && typeof value.value === 'string' && texts.includes(value.value.toLowerCase());
}
