import type { CallExpression, Expression, FunctionExpression, Identifier, MemberExpression, NewExpression } from '../../ir/types.js';
import { evaluateBinding } from './bindings.js';
import { callValue, constructValue, invokeFunction } from './calls.js';
import { instanceOf } from './classes.js';
import { linkedValue, wholeValue } from './exports.js';
import { autoImported } from '../../knowledge/index.js';
import type { Place } from '../finding.js';
import { frameOf, type Frame } from './frame.js';
import { arrayValue, objectValue, templateValue } from './literals.js';
import { isOptionalChain, readMember } from './members.js';
import { Memo } from './memo.js';
import { calleeRange, isModuleExports, type Module } from './module.js';
import { binaryValue, conditionalValue, logicalValue, unaryValue } from './operators.js';
import { external, type Project } from './project.js';
import { Registrations } from './registrations.js';
import { isRequire, requiredValue } from './requires.js';
import { absent, known, mapAlternatives, through, unknown, type Value } from './values.js';

/** Where an expression is evaluated: in which module, and in which call of the functions around it. */
export interface Context {
  readonly module: Module;
  readonly frame: Frame | undefined;
}

/** Expressions that are their own value: nothing to remember. */
const LITERALS: ReadonlySet<Expression['kind']> = new Set(['string', 'boolean', 'number', 'bigint', 'null', 'regexp', 'function', 'class']);

/** What a framework's position, shape or type says of a parameter; given by the knowledge of libraries. */
export type ParameterOracle = (fn: FunctionExpression, index: number, module: Module, evaluator: Evaluator) => Value | undefined;

/**
 * Computes values of expressions across files. Never throws; what is not known is `unknown` with a reason, and a
 * parameter without a call is `param`.
 */
export class Evaluator {
  readonly registrations = new Registrations(this);
  private readonly memo = new Memo();

  constructor(
    readonly project: Project,
    readonly parameterOracle: ParameterOracle,
  ) {}

  evaluate(node: Expression, context: Context): Value {
    const at = context.module.place(node.range);
    return LITERALS.has(node.kind)
      ? this.compute(node, context, at)
      : this.memo.once(node, context.frame, at, () => this.compute(node, context, at));
  }

  /** Takes note that the expression in hand makes this call. */
  enter(frame: Frame): void {
    this.memo.enter(frame);
  }

  /** The value of what is no expression, such as a name that another module imports; circles are cut. */
  once(key: object, context: Context, at: Place, compute: () => Value): Value {
    return this.memo.once(key, context.frame, at, compute);
  }

  private compute(node: Expression, context: Context, at: Place): Value {
    switch (node.kind) {
      case 'string':
      case 'boolean':
        return known(at, node.value);
      case 'number':
        return known(at, Number(node.text.replaceAll('_', '')));
      case 'bigint':
        return known(at, BigInt(node.text.replaceAll('_', '').slice(0, -1)));
      case 'null':
        return known(at, null);
      case 'regexp':
        return { kind: 'regexp', text: node.text, at };
      case 'template':
        return templateValue(this, node, context, at);
      case 'identifier':
        return this.identifier(node, context, at);
      case 'this':
        return this.thisValue(node, context, at);
      case 'super':
      case 'tagged':
      case 'update':
      case 'yield':
      case 'jsx':
      case 'opaque':
        return unknown(at, `${node.kind} expression`);
      case 'meta':
        return external(at, 'global', node.name);
      case 'member':
        return this.member(node, context);
      case 'call':
        return this.call(node, context);
      case 'new':
        return constructValue(this, node, context);
      case 'import-call': {
        const source = this.evaluate(node.source, context);
        if (source.kind !== 'known' || typeof source.value !== 'string') return unknown(at, 'imports a computed module');
        return linkedValue(this, this.project.link(source.value, '*', context.module, at), at);
      }
      case 'object':
        return objectValue(this, node, context, at);
      case 'array':
        return arrayValue(this, node, context, at);
      case 'function':
        return { kind: 'function', function: node, module: context.module, closure: context.frame, at: context.module.place(node.head) };
      case 'class':
        return { kind: 'class', class: node, module: context.module, closure: context.frame, at };
      case 'unary':
        return unaryValue(node, this.evaluate(node.operand, context), at);
      case 'binary':
        return binaryValue(node.operator, this.evaluate(node.left, context), this.evaluate(node.right, context), at);
      case 'logical':
        return logicalValue(node.operator, this.evaluate(node.left, context), () => this.evaluate(node.right, context), at);
      case 'assign':
        return node.operator === '=' ? this.evaluate(node.value, context) : unknown(at, 'computed by an assignment');
      case 'conditional':
        return conditionalValue(
          this.evaluate(node.test, context),
          () => this.evaluate(node.then, context),
          () => this.evaluate(node.else, context),
          at,
        );
      case 'sequence': {
        const last = node.expressions.at(-1);
        return last === undefined ? unknown(at, 'empty sequence') : this.evaluate(last, context);
      }
      case 'await':
        return this.evaluate(node.value, context);
    }
  }

  /** A member's name; `undefined` when it is computed and not known. */
  key(key: string | Expression, context: Context): string | undefined {
    if (typeof key === 'string') return key;
    const value = this.evaluate(key, context);
    return value.kind === 'known' && (typeof value.value === 'string' || typeof value.value === 'number')
      ? String(value.value)
      : undefined;
  }

  private member(node: MemberExpression, context: Context): Value {
    const places = { node: context.module.place(node.range), key: context.module.place(node.propertyRange) };
    if (isModuleExports(node) && context.module.bindingOf(node.object as Identifier) === undefined) {
      return { kind: 'module', module: context.module, at: places.node };
    }
    const object = this.evaluate(node.object, context);
    const key = this.key(node.property, context);
    if (!isOptionalChain(node)) return readMember(this, object, key, places);
    return mapAlternatives(object, (one) => (one.kind === 'absent' ? one : readMember(this, one, key, places)));
  }

  call(node: CallExpression, context: Context): Value {
    if (isRequire(node, context.module)) return requiredValue(this, node, context);
    return callValue(this, this.callee(node, context), node, context);
  }

  /** What a call or construction calls. */
  callee(node: CallExpression | NewExpression, context: Context): Value {
    return mapAlternatives(this.evaluate(node.callee, context), (callee) =>
      (callee.kind === 'module' ? (wholeValue(this, callee.module) ?? callee) : callee));
  }

  calleePlace(node: CallExpression | NewExpression, module: Module): Place {
    return module.place(calleeRange(node));
  }

  private identifier(node: Identifier, context: Context, at: Place): Value {
    const binding = context.module.bindingOf(node);
    if (binding !== undefined) {
      const value = evaluateBinding(this, binding, context, node);
      return through(value, { place: at, note: `\`${node.name}\` is used here`, name: node.name });
    }
    switch (node.name) {
      case 'undefined':
        return { ...absent(at), explicit: true };
      case 'NaN':
      case 'Infinity':
        return known(at, Number(node.name));
      case 'window':
      case 'globalThis':
      case 'self':
      case 'global':
        return external(at, 'global', '');
      case 'exports':
        return { kind: 'module', module: context.module, at };
      case '__dirname':
        return known(at, '.');
      default:
        return external(at, this.globalPackage(node.name, context.module), node.name);
    }
  }

  /** Whose export an undeclared name is: a framework's whose build imports it by itself, or the platform's. */
  private globalPackage(name: string, { file }: Module): string {
    const { host } = this.project;
    return autoImported(name, file.replaceAll('\\', '/'), (packageName) => host.dependsOn(packageName, file)) ?? 'global';
  }

  private thisValue(node: Expression, context: Context, at: Place): Value {
    const { module } = context;
    const fn = module.functionsAround(node).find((around) => around.arrow === undefined);
    if (fn === undefined) {
      // A field's initial value or an arrow function in one.
      const instance = instanceOf(node, context);
      return instance ?? unknown(at, '`this` of the module');
    }
    const self = frameOf(fn, context.frame)?.self;
    if (self !== undefined) return self;
    return instanceOf(fn, context) ?? this.objectAround(fn, context) ?? unknown(at, '`this` of a plain function');
  }

  private objectAround(fn: FunctionExpression, context: Context): Value | undefined {
    const property = context.module.parentOf(fn);
    const object = property?.kind === 'property' ? context.module.parentOf(property) : undefined;
    return object?.kind === 'object' ? this.evaluate(object, context) : undefined;
  }

  /** Calls a function of the project with values that are already known; see `calls.ts` for calls in the source. */
  invoke(fn: Extract<Value, { kind: 'function' }>, args: readonly Value[], context: Context, callee: Place): Value {
    return invokeFunction(this, fn, {
      argument: (index) => args[index],
      rest: (index) => args.slice(index),
      callee,
      depth: (context.frame?.depth ?? 0) + 1,
    });
  }
}
