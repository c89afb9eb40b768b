import type { CallExpression, ClassExpression, Expression, NewExpression, Range, Statement } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { lastName, propertyName } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { Project } from '../evaluate/project.js';
import { isRequire } from '../evaluate/requires.js';
import type { Env, Value } from '../evaluate/values.js';
import { isEquality } from './conditions.js';

/** Whether a module stops when an environment variable is not set, or has no acceptable value. */
function checksVariable(ev: Evaluator, module: Module, variable: Env): boolean {
  return module.sites.ifs.some((node) => (stops(node.then) || stops(node.else ?? [])) && mentions(ev, { module, frame: undefined }, node.test, variable)) ||
    module.sites.calls.some((call) => asserts(call) && mentions(ev, { module, frame: undefined }, call.args[0] as Expression, variable) || describes(call, variable.name)) ||
    module.sites.classes.some((owner) => describesMember(owner, variable.name)) ||
    checksList(module, variable.name);
}

/**
 * Whether any module that can be seen checks a variable: the modules in use, and those that have its name in their text
 * of all files (where the name is one of a secret), of the files that are imported, and of those that import the
 * variable's module.
 */
export function isCheckedSomewhere(ev: Evaluator, variable: Env): boolean {
  const { project } = ev;
  const loaded = [...project.loaded];
  if (loaded.some((module) => checksVariable(ev, module, variable))) return true;
  const seen = new Set(loaded.map(({ file }) => file));
  const { host } = project;
  const files = [
    ...(host.filesWith?.(variable.name) ?? []),
    ...loaded.flatMap((module) => importedFiles(project, module)),
    ...(host.importersOf?.(variable.at.file, [variable.name]) ?? []),
  ];
  return files.some((file) => {
    if (seen.has(file)) return false;
    seen.add(file);
    if (host.mentions?.(file, [variable.name]) === false) return false;
    const module = project.module(file);
    return module !== undefined && checksVariable(ev, module, variable);
  });
}

function importedFiles({ host }: Project, module: Module): string[] {
  const sources = module.ir.body.flatMap((statement) => ('source' in statement ? [statement.source] : []));
  for (const call of module.sites.calls) {
    const [source] = call.args;
    if (call.kind === 'call' && isRequire(call, module) && source?.kind === 'string') sources.push(source.value);
  }
  return sources.flatMap((source) => {
    const resolution = host.resolve(source, module.file);
    return resolution.kind === 'file' ? [resolution.file] : [];
  });
}

/**
 * Whether a module stops when only the fallback of a variable would be left: it looks at the variable itself, or
 * compares what came out. `if (!secret) throw` after `env || 'dev'` checks nothing.
 */
export function checksFallback(ev: Evaluator, module: Module, variable: Env): boolean {
  return module.sites.ifs.some((node) =>
    (stops(node.then) || stops(node.else ?? [])) &&
    (readsVariable(node.test, variable.name) ||
      mentions(ev, { module, frame: undefined }, node.test, variable, isComparison(node.test) ? isReadOf : isBareReadOf)));
}

/** Whether a condition in a module depends on a variable. */
export function isAskedFor(ev: Evaluator, module: Module, variable: Env): boolean {
  return someNode(module.ir, (node) => (node.kind === 'if' || node.kind === 'conditional') && mentions(ev, { module, frame: undefined }, node.test, variable));
}

/** Whether what stands at a place is the right side of an `||` or `??`. */
export function isFallback(module: Module, range: Range): boolean {
  return module.sites.fallbacks.some((node) => node.kind === 'logical' && node.right.range[0] === range[0]);
}

/** Whether a branch throws or ends the process, at its own level or further in. */
function stops(body: readonly Statement[]): boolean {
  return body.some((statement) => someNode(statement, isEnd));
}

function isEnd(node: IrNode): boolean {
  return node.kind === 'throw' || (node.kind === 'call' && ENDING.has(lastName(node.callee) ?? ''));
}

const ENDING = new Set(['exit', 'abort', 'fatal', 'die', 'bail', 'panic', 'fail']);
const ASSERTING = new Set(['assert', 'ok', 'invariant', 'notEqual', 'notStrictEqual', 'requireEnv', 'ensure']);

function asserts(call: CallExpression | NewExpression): boolean {
  const [first] = call.args;
  return first !== undefined && first.kind !== 'spread' && ASSERTING.has(lastName(call.callee) ?? '');
}

const SCHEMAS = new Set(['object', 'strictObject', 'cleanEnv', 'createEnv', 'keys', 'parseEnv']);

/** A schema that names the variable: `z.object({ NAME: … })`, `cleanEnv(process.env, { NAME: … })`. */
function describes(call: CallExpression | NewExpression, name: string): boolean {
  return SCHEMAS.has(lastName(call.callee) ?? '') &&
    call.args.some((arg) => someNode(arg, (node) => node.kind === 'property' && node.key === name && !isOptional(node.value)));
}

/** A class of class-validator's that names the variable: `@IsString() NAME: string`. */
function describesMember({ members }: ClassExpression, name: string): boolean {
  return members.some(({ key, decorators = [] }) => key === name && decorators.length > 0 &&
    !decorators.some((decorator) => someNode(decorator, (node) => node.kind === 'identifier' && node.name === 'IsOptional')));
}

const OPTIONAL = new Set(['optional', 'nullish', 'default', 'catch']);

function isOptional(schema: Expression): boolean {
  return someNode(schema, (node) => node.kind === 'member' && typeof node.property === 'string' && OPTIONAL.has(node.property));
}

/** A list of names of which each is looked up: `for (const name of REQUIRED) if (!process.env[name]) throw …`. */
function checksList(module: Module, name: string): boolean {
  return someNode(module.ir, (node) => node.kind === 'array' && node.elements.some((one) => one?.kind === 'string' && one.value === name)) &&
    someNode(module.ir, (node) => node.kind === 'member' && typeof node.property !== 'string' && isEnvironment(node.object)) &&
    someNode(module.ir, isEnd);
}

function isEnvironment(node: Expression): boolean {
  return (node.kind === 'member' && node.property === 'env') || (node.kind === 'identifier' && node.name === 'env');
}

/** Whether an expression reads the variable, in any way of writing it. */
function readsVariable(node: Expression, name: string): boolean {
  return someNode(node, (part) => part.kind === 'member' && propertyName(part) === name);
}

/** Whether an expression reads the variable, or something whose value comes from it. */
export function mentions(ev: Evaluator, context: Context, node: Expression, variable: Env, isRead = isReadOf): boolean {
  if (readsVariable(node, variable.name)) return true;
  return someNode(node, (part) => {
    if (part.kind !== 'identifier' && part.kind !== 'member') return false;
    const value = ev.evaluate(part, context);
    if (isReadFrom(part, value, context.module)) return false;
    for (const one of partsOf(value)) if (isRead(one, variable)) return true;
    return false;
  });
}

/** Whether only a member of an object is read, which says nothing of the others: `config.issuer` of `config`. */
function isReadFrom(node: Expression, value: Value, module: Module): boolean {
  const parent = module.parentOf(node);
  return parent?.kind === 'member' && parent.object === node && typeof parent.property === 'string' &&
    value.kind === 'object' && value.members.has(parent.property);
}

/** The variable, or in a function that is given its name (`process.env[name]`) the same reading. */
function isReadOf(value: Value, variable: Env): boolean {
  if (value.kind === 'env') return value.name === variable.name;
  return value.kind === 'external' && value.path.endsWith('env[]') && value.at.file === variable.at.file && value.at.range[0] === variable.at.range[0];
}

/** The variable before anything stands in for it. */
function isBareReadOf(value: Value, variable: Env): boolean {
  return value.kind === 'env' && value.name === variable.name && value.fallback === undefined;
}

function isComparison(node: Expression): boolean {
  return someNode(node, (part) =>
    (part.kind === 'binary' && isEquality(part.operator) && [part.left, part.right].some((side) => side.kind === 'string')) ||
    (part.kind === 'call' && lastName(part.callee) === 'includes'));
}
