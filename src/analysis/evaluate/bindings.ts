import type { EnumStatement, Identifier, Pattern, Range } from '../../ir/types.js';
import { applyAccess } from './destructure.js';
import type { Context, Evaluator } from './evaluate.js';
import { linkedValue, requiredModule } from './exports.js';
import { frameOf, type Frame } from './frame.js';
import { memberOf } from './members.js';
import { applyMutations } from './mutations.js';
import { rewrittenValue } from './rewrites.js';
import type { Binding, Declaration } from './scopes.js';
import { applyStatements } from './statements.js';
import { typeValue } from './types.js';
import { absent, anyOf, unknown, type ObjectValue, type Value } from './values.js';

/** The value of a name; `use` is the reference that asks, where the order of statements matters. */
export function evaluateBinding(ev: Evaluator, binding: Binding, context: Context, use: Identifier | undefined): Value {
  const declaration = binding.declarations.find((one) => one.kind !== 'type');
  if (declaration === undefined) return unknown(context.module.place([0, 0]), `${binding.name} is a type`);
  // Outside functions there is one value for all calls.
  const home: Context = binding.scope === context.module.scopes.module ? { module: context.module, frame: undefined } : context;
  const at = context.module.place(use?.range ?? nameRange(binding, declaration));
  const initial = (): Value => declared(ev, declaration, home);
  const compute = (): Value => {
    if (binding.writes.length > 0) return applyMutations(ev, binding, rewrittenValue(ev, binding, declaration, initial, home, use), home, use);
    return applyStatements(ev, binding, applyMutations(ev, binding, initial(), home, use), home, use);
  };
  return use === undefined ? ev.once(binding, home, at, compute) : compute();
}

function declared(ev: Evaluator, declaration: Declaration, context: Context): Value {
  const { module } = context;
  switch (declaration.kind) {
    case 'import': {
      const { statement, specifier } = declaration;
      const at = module.place(specifier.range);
      const linked = ev.project.importOf(statement, specifier, module);
      return statement.require ? requiredModule(ev, linked, at) : linkedValue(ev, linked, at);
    }
    case 'variable': {
      const { init, type } = declaration.declaration;
      const at = module.place(declaration.target.range);
      if (init === undefined) return (type && typeValue(ev, type, module, at)) ?? absent(at);
      const value = ev.evaluate(init, context);
      const result = applyAccess(ev, value, declaration.access, context);
      if (result.kind === 'unknown' && type !== undefined && declaration.access.length === 0) {
        return typeValue(ev, type, module, at) ?? result;
      }
      return result;
    }
    case 'loop':
      return loopValue(ev, declaration, context);
    case 'function':
      return { kind: 'function', function: declaration.function, module, closure: context.frame, at: module.place(declaration.function.head) };
    case 'class':
      return { kind: 'class', class: declaration.class, module, closure: context.frame, at: module.place(declaration.class.range) };
    case 'enum':
      return enumValue(ev, declaration.statement, context);
    case 'enum-member': {
      const at = module.place(declaration.statement.range);
      return memberOf(ev, enumValue(ev, declaration.statement, context, declaration.name), declaration.name, { node: at, key: at });
    }
    case 'namespace':
      return namespaceValue(ev, declaration, context);
    case 'param':
      return parameterValue(ev, declaration, context);
    case 'catch':
      return unknown(module.place([0, 0]), 'a caught error');
    case 'type':
      return unknown(module.place(declaration.statement.range), 'a type');
  }
}

function loopValue(ev: Evaluator, declaration: Extract<Declaration, { kind: 'loop' }>, context: Context): Value {
  const { loop, access } = declaration;
  const at = context.module.place(loop.iterable?.range ?? loop.range);
  if (loop.form !== 'for-of' || loop.iterable === undefined) return unknown(at, 'a key of an object');
  const iterable = ev.evaluate(loop.iterable, context);
  if (iterable.kind !== 'array' || iterable.open) return unknown(at, 'an element of an unknown list');
  return applyAccess(ev, anyOf(at, iterable.elements), access, context);
}

/** An enum's members, or those before and with `last`. */
function enumValue(ev: Evaluator, statement: EnumStatement, context: Context, last?: string): ObjectValue {
  const members = new Map<string, Value>();
  let next: number | undefined = 0;
  for (const { name, init, range } of statement.members) {
    const at = context.module.place(range);
    const value: Value = init !== undefined
      ? ev.evaluate(init, context)
      : next === undefined ? unknown(at, 'enum member') : { kind: 'known', value: next, at };
    members.set(name, value);
    next = value.kind === 'known' && typeof value.value === 'number' ? value.value + 1 : undefined;
    if (name === last) break;
  }
  return { kind: 'object', members, at: context.module.place(statement.range) };
}

function namespaceValue(ev: Evaluator, declaration: Extract<Declaration, { kind: 'namespace' }>, context: Context): Value {
  const { statement } = declaration;
  const scope = context.module.scopes.namespaces.get(statement);
  const members = new Map<string, Value>();
  for (const one of statement.body) {
    if (one.kind !== 'export' || one.source !== undefined) continue;
    for (const { local, exported } of one.specifiers) {
      const binding = scope?.bindings.get(local);
      if (binding !== undefined) members.set(exported, evaluateBinding(ev, binding, context, undefined));
    }
  }
  return { kind: 'object', members, at: context.module.place(statement.range) };
}

/** Types of a library's options, settings and claims: they prove no receiver, and what they hold is the caller's to say. */
const PLAIN_DATA = /(?:Options|Payload|Attributes|ConfigType)#$/;

function parameterValue(ev: Evaluator, declaration: Extract<Declaration, { kind: 'param' }>, context: Context): Value {
  const { function: fn, index, access, parameter } = declaration;
  const { module } = context;
  const at = module.place(parameter.target.range);
  const frame = frameOf(fn, context.frame);
  const given = frame === undefined ? undefined : argumentValue(declaration, frame);
  if (given !== undefined && given.kind !== 'unknown' && given.kind !== 'param') return applyAccess(ev, given, access, context);
  const typed = parameter.type && typeValue(ev, parameter.type, module, at);
  const placed = (typed !== undefined && isPlainData(typed) ? undefined : typed) ?? ev.parameterOracle(fn, index, module, ev);
  if (placed !== undefined) return applyAccess(ev, placed, access, context);
  if (given !== undefined) return applyAccess(ev, given, access, context);
  return applyAccess(ev, { kind: 'param', function: fn, module, index, path: [], name: parameterName(parameter.target), at }, access, context);
}

function isPlainData(type: Value): boolean {
  return type.kind === 'external' && PLAIN_DATA.test(type.path);
}

function argumentValue(declaration: Extract<Declaration, { kind: 'param' }>, frame: Frame): Value {
  const { index, parameter } = declaration;
  if (parameter.target.kind === 'rest-pattern') return { kind: 'array', elements: frame.rest(index), at: frame.callee, ...(frame.spreadFrom === undefined ? {} : { open: true }) };
  if (frame.spreadFrom !== undefined && index >= frame.spreadFrom) return unknown(frame.callee, 'behind a spread argument');
  const value = frame.argument(index);
  return value ?? absent(frame.callee);
}

function parameterName(target: Pattern): string {
  if (target.kind === 'identifier') return target.name;
  return target.kind === 'default-pattern' ? parameterName(target.target) : 'options';
}

function nameRange(binding: Binding, declaration: Declaration): Range {
  return declaration.kind === 'variable' ? declaration.target.range : (binding.references[0]?.range ?? [0, 0]);
}
