import type { Argument, CallExpression, Expression, FunctionExpression, NewExpression, ReturnStatement } from '../../ir/types.js';
import { descendants } from '../../ir/walk.js';
import { FLUENT, platformObjectsFrom } from '../../knowledge/index.js';
import { builtinMethod } from './builtin-methods.js';
import { builtinCall } from './builtins.js';
import type { Context, Evaluator } from './evaluate.js';
import type { Place } from '../finding.js';
import { conditionOf, endCondition, type Condition } from './flow.js';
import { MAX_DEPTH, type Frame } from './frame.js';
import { isOptionalChain } from './members.js';
import { statementsOf } from './module.js';
import { exits } from './order.js';
import {
  absent, mapAlternatives, through, union, unknown, type CallInfo, type ClassValue, type External, type FunctionValue, type Value,
} from './values.js';

/** Functions with more ways out than this are not followed. */
const MAX_RETURNS = 10;

/** The value of a call whose callee's value is known. */
export function callValue(ev: Evaluator, callee: Value, node: CallExpression, context: Context): Value {
  return mapAlternatives(callee, (one) => callOne(ev, one, node, context));
}

function callOne(ev: Evaluator, callee: Value, node: CallExpression, context: Context): Value {
  const at = context.module.place(node.range);
  switch (callee.kind) {
    case 'function':
      return invokeFunction(ev, callee, callFrame(ev, callee, node, context));
    case 'external': {
      const info = callInfo(ev, node, context);
      return builtinCall(ev, callee, info, at) ?? {
        kind: 'external',
        ...resultOf(ev, callee, context),
        call: info,
        receiver: callee,
        at,
        ...(callee.likely ? { likely: true } : {}),
      };
    }
    case 'derived': {
      const [receiver] = callee.operands;
      if (receiver?.kind === 'function') return callThrough(ev, callee.operator, receiver, node, context);
      if (receiver !== undefined && callee.operator.startsWith('.') && node.callee.kind === 'member') {
        return builtinMethod(ev, callee.operator.slice(1), receiver, callInfo(ev, node, context), at);
      }
      return unknown(at, 'result of an unknown function');
    }
    case 'absent':
      return isOptionalChain(node) ? callee : unknown(at, 'a call of undefined');
    default:
      return unknown(at, 'result of an unknown function');
  }
}

/** What a call gives back: what a platform says of it, or the result of a function of the package. */
function resultOf(ev: Evaluator, callee: External, { module }: Context): Pick<External, 'package' | 'path'> {
  const path = resultPath(callee);
  const found = platformObjectsFrom(callee.package, path).find(({ dependsOn }) => ev.project.host.dependsOn(dependsOn, module.file));
  return found === undefined ? { package: callee.package, path } : { package: found.of, path: found.is };
}

/** The result of a call; a fluent instance's methods return the instance. */
function resultPath({ package: packageName, path }: External): string {
  const instance = path.slice(0, Math.max(path.lastIndexOf('.'), 0));
  return FLUENT.has(`${packageName}:${instance}`) ? instance : `${path}()`;
}

/** `fn.call(self, …)`, `fn.bind(self)`, `fn.apply(self, list)`. */
function callThrough(ev: Evaluator, operator: string, fn: FunctionValue, node: CallExpression, context: Context): Value {
  const at = context.module.place(node.range);
  const [self, list] = node.args;
  const bound = self === undefined || self.kind === 'spread' ? fn : { ...fn, self: ev.evaluate(self, context) };
  if (operator === '.bind') return node.args.length <= 1 ? bound : unknown(at, 'a function with bound arguments');
  if (operator === '.call') return invokeFunction(ev, bound, argumentFrame(ev, node.args.slice(1), node, context));
  const spread: Argument[] = list === undefined || list.kind === 'spread' ? [] : [{ kind: 'spread', range: list.range, value: list }];
  return invokeFunction(ev, bound, argumentFrame(ev, spread, node, context));
}

/** What an external value keeps of the call that made it; spread lists are laid out as long as they are known. */
export function callInfo(ev: Evaluator, node: CallExpression | NewExpression, context: Context): CallInfo {
  const args: Value[] = [];
  let spread = false;
  for (const arg of node.args) {
    if (arg.kind === 'spread') {
      const list = ev.evaluate(arg.value, context);
      if (list.kind === 'array' && !list.open) args.push(...list.elements);
      else {
        spread = true;
        break;
      }
    } else {
      args.push(ev.evaluate(arg, context));
    }
  }
  return { node, module: context.module, frame: context.frame, args, ...(spread ? { spread: true } : {}) };
}

type Arguments = Pick<Frame, 'argument' | 'rest' | 'callee' | 'depth' | 'spreadFrom'>;

/** A call's arguments, each evaluated when first asked for; spread lists whose elements are known are laid out. */
function argumentFrame(ev: Evaluator, args: readonly Argument[], node: CallExpression | NewExpression, context: Context): Arguments {
  const list = args.flatMap((arg): (Argument | Value)[] => {
    if (arg.kind !== 'spread') return [arg];
    const spread = ev.evaluate(arg.value, context);
    return spread.kind === 'array' && !spread.open ? [...spread.elements] : [arg];
  });
  const spread = list.findIndex((arg) => arg.kind === 'spread');
  const argument = (index: number): Value | undefined => {
    const arg = list[index];
    if (arg === undefined || arg.kind === 'spread') return undefined;
    if (!('range' in arg)) return arg;
    const place = context.module.place(arg.range);
    const value = ev.evaluate(arg, context);
    // A literal argument is its own place.
    const isOwn = value.at.file === place.file && value.at.range[0] === place.range[0];
    return isOwn ? value : through(value, { place, note: 'is passed here' });
  };
  return {
    argument,
    rest: (from) => list.slice(from).map((_, offset) => argument(from + offset) ?? unknown(context.module.place(node.range), 'spread')),
    callee: ev.calleePlace(node, context.module),
    depth: (context.frame?.depth ?? 0) + 1,
    ...(spread === -1 ? {} : { spreadFrom: spread }),
  };
}

/** The frame of a call in the source. */
export function callFrame(ev: Evaluator, fn: FunctionValue, node: CallExpression | NewExpression, context: Context): Frame {
  return { ...argumentFrame(ev, node.args, node, context), function: fn.function, self: fn.self, closure: fn.closure };
}

/** What a function of the project returns for a call. */
export function invokeFunction(ev: Evaluator, fn: FunctionValue, call: Arguments): Value {
  const { function: node, module } = fn;
  if (call.depth > MAX_DEPTH) return unknown(call.callee, 'calls too deep to follow');
  if (node.generator) return unknown(call.callee, 'a generator');
  const frame: Frame = { ...call, function: node, self: fn.self, closure: fn.closure };
  ev.enter(frame);
  const context: Context = { module, frame };
  const body = statementsOf(node);
  if (body === undefined) return ev.evaluate(node.body as Expression, context);
  const returns = returnsOf(node);
  if (returns.length > MAX_RETURNS) return unknown(call.callee, 'a function with many ways out');
  const ways = returns.flatMap((way) => {
    const { value } = way;
    const { when, never } = returns.length === 1 && exits(body) ? ALWAYS : conditionOf(ev, way, context);
    return never ? [] : [{ value: value === undefined ? absent(call.callee) : ev.evaluate(value, context), when }];
  });
  const end = exits(body) ? undefined : endCondition(ev, body, context);
  if (end !== undefined && !end.never) ways.push({ value: absent(call.callee), when: end.when });
  return union(module.place(node.head), ways);
}

const ALWAYS: Condition = { conditional: false };

const returnsCache = new WeakMap<FunctionExpression, readonly ReturnStatement[]>();

/** A function's return statements, without those of functions in it. */
function returnsOf(fn: FunctionExpression): readonly ReturnStatement[] {
  let found = returnsCache.get(fn);
  if (found === undefined) {
    found = descendants(fn, ({ kind }) => kind !== 'function' && kind !== 'class').filter((node) => node.kind === 'return');
    returnsCache.set(fn, found);
  }
  return found;
}

/** The value of `new X(…)`. */
export function constructValue(ev: Evaluator, node: NewExpression, context: Context): Value {
  const at = context.module.place(node.range);
  return mapAlternatives(ev.callee(node, context), (callee) => {
    if (callee.kind === 'class') {
      const constructor = constructorIn(ev, callee);
      const args = argumentFrame(ev, node.args, node, context);
      if (args.depth > MAX_DEPTH) return unknown(at, 'constructions too deep to follow');
      return { kind: 'instance', class: callee, at, ...(constructor === undefined ? {} : { construction: { ...args, ...constructor } }) };
    }
    if (callee.kind === 'external') {
      const info = callInfo(ev, node, context);
      if (callee.package === 'global' && callee.path === 'Date') return dateOf(info.args, at);
      return { kind: 'external', package: callee.package, path: `${callee.path}#`, call: info, receiver: callee, at };
    }
    return unknown(at, 'an instance of an unknown class');
  });
}

/** The constructor of a class, or the one that it inherits. */
function constructorIn(ev: Evaluator, owner: ClassValue, depth = 0): Pick<Frame, 'function' | 'closure'> | undefined {
  const own = owner.class.members.find((member) => member.kind === 'constructor')?.value;
  if (own?.kind === 'function') return { function: own, closure: owner.closure };
  const { superClass } = owner.class;
  if (superClass === undefined || depth > MAX_DEPTH) return undefined;
  const parent = ev.evaluate(superClass, { module: owner.module, frame: owner.closure });
  return parent.kind === 'class' ? constructorIn(ev, parent, depth + 1) : undefined;
}

/** `new Date()` is now; `new Date(time)` that time; other dates are fixed points that no rule asks for. */
function dateOf(args: readonly Value[], at: Place): Value {
  const [time] = args;
  if (time === undefined) return { kind: 'time', unit: 'ms', offset: 0, date: true, at };
  if (time.kind === 'time' && time.unit === 'ms') return { ...time, date: true, at };
  return { kind: 'derived', operator: 'new Date', operands: [time], at };
}
