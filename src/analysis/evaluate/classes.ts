import type { CallExpression, ClassExpression, ClassMember, FunctionExpression, Identifier, Pattern } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { callFrame } from './calls.js';
import type { Context, Evaluator } from './evaluate.js';
import { conditionOf, eitherValue } from './flow.js';
import { MAX_DEPTH, type Frame } from './frame.js';
import { memberOf, type MemberPlaces } from './members.js';
import type { Module } from './module.js';
import { assignedValue } from './rewrites.js';
import { thisWrites, withMemberWrites } from './this-writes.js';
import { typeValue } from './types.js';
import { absent, anyOf, unknown, type ClassValue, type InstanceValue, type Value } from './values.js';

/** Superclasses of superclasses. */
const MAX_INHERITANCE = 6;

/** The instance (or, in a static member, the class) that `this` is at a node that stands directly in a class member. */
export function instanceOf(node: IrNode, context: Context): Value | undefined {
  const { module, frame } = context;
  let child: IrNode | undefined = node;
  while (child !== undefined && !isClassMember(child)) {
    // A plain function has a `this` of its own.
    if (child.kind === 'function' && child.arrow === undefined && !isMemberFunction(child, module)) return undefined;
    child = module.parentOf(child);
  }
  if (child === undefined) return undefined;
  const owner = module.parentOf(child);
  if (owner?.kind !== 'class') return undefined;
  const value: ClassValue = { kind: 'class', class: owner, module, closure: undefined, at: module.place(owner.range) };
  if (child.static) return value;
  const construction = frame !== undefined && constructorOf(owner) === frame.function ? frame : undefined;
  return { kind: 'instance', class: value, at: value.at, ...(construction === undefined ? {} : { construction }) };
}

const MEMBER_KINDS = new Set(['method', 'get', 'set', 'constructor', 'field', 'static-block']);

function isClassMember(node: IrNode): node is ClassMember {
  return MEMBER_KINDS.has(node.kind);
}

function isMemberFunction(fn: FunctionExpression, module: Module): boolean {
  const parent = module.parentOf(fn);
  return parent !== undefined && isClassMember(parent);
}

function constructorOf(node: ClassExpression): FunctionExpression | undefined {
  const value = node.members.find((member) => member.kind === 'constructor')?.value;
  return value?.kind === 'function' ? value : undefined;
}

/** `instance.key`. */
export function instanceMember(ev: Evaluator, instance: InstanceValue, key: string, at: MemberPlaces, depth = 0): Value {
  const { class: owner, construction } = instance;
  const { module } = owner;
  const context: Context = { module, frame: construction ?? owner.closure };
  const own = ownMember(ev, instance, key, context, at);
  if (own !== undefined) return own;
  return inherited(ev, owner, (parent) => {
    if (parent.kind === 'class') {
      return instanceMember(ev, { kind: 'instance', class: parent, construction: superCall(ev, owner, parent, context), at: instance.at }, key, at, depth + 1);
    }
    if (parent.kind === 'external') return memberOf(ev, { ...parent, path: `${parent.path}#` }, key, at);
    return undefined;
  }, depth) ?? unknown(at.key, 'not a member of the class');
}

/** What a class itself makes of a member: its field's or constructor parameter's value, then what `this.key = …` assigns. */
function ownMember(ev: Evaluator, instance: InstanceValue, key: string, context: Context, at: MemberPlaces): Value | undefined {
  const owner = instance.class;
  const member = findMember(owner.class, key, false);
  let value = member === undefined ? fieldParameter(ev, owner, key, context) : memberValue(ev, member, instance, context, at);
  const others: Value[] = [];
  for (const { node, method } of thisWrites(owner.class, key)) {
    if (method !== 'constructor') {
      others.push(unknown(owner.module.place(node.range), 'assigned outside the constructor'));
      continue;
    }
    const condition = conditionOf(ev, node, context);
    const written = ev.evaluate(node.value, context);
    const before = value ?? absent(at.node);
    value = eitherValue(before, assignedValue(node.operator, before, written, condition, owner.module.place(node.range)), condition);
  }
  value = value && withMemberWrites(value, owner.class, key, owner.module);
  if (others.length === 0) return value;
  return value === undefined || value.kind === 'absent' ? anyOf(at.node, others) : anyOf(at.node, [value, ...others]);
}

/** The parent's construction: by `super(…)`, or, without a constructor of its own, by the same arguments. */
function superCall(ev: Evaluator, owner: ClassValue, parent: ClassValue, context: Context): Frame | undefined {
  const own = constructorOf(owner.class);
  const target = constructorOf(parent.class);
  if (target === undefined || context.frame === undefined) return undefined;
  if (own === undefined) return { ...context.frame, function: target, closure: parent.closure };
  if (context.frame.function !== own) return undefined;
  const call = owner.module.sites.calls.find((one): one is CallExpression =>
    one.kind === 'call' && one.callee.kind === 'super' && owner.module.functionsAround(one)[0] === own);
  if (call === undefined) return undefined;
  const frame = callFrame(ev, { kind: 'function', function: target, module: parent.module, closure: parent.closure, at: parent.at }, call, context);
  return frame.depth > MAX_DEPTH ? undefined : frame;
}

/** `Class.key`. */
export function classMember(ev: Evaluator, owner: ClassValue, key: string, at: MemberPlaces, depth = 0): Value {
  const member = findMember(owner.class, key, true);
  const context: Context = { module: owner.module, frame: owner.closure };
  if (member !== undefined) return memberValue(ev, member, owner, context, at);
  return inherited(ev, owner, (parent) => {
    if (parent.kind === 'class') return classMember(ev, parent, key, at, depth + 1);
    return parent.kind === 'external' ? memberOf(ev, parent, key, at) : undefined;
  }, depth) ?? unknown(at.key, 'not a static member of the class');
}

function inherited(ev: Evaluator, owner: ClassValue, find: (parent: Value) => Value | undefined, depth: number): Value | undefined {
  const { superClass } = owner.class;
  if (superClass === undefined || depth > MAX_INHERITANCE) return undefined;
  return find(ev.evaluate(superClass, { module: owner.module, frame: owner.closure }));
}

function findMember(node: ClassExpression, key: string, isStatic: boolean): ClassMember | undefined {
  return node.members.find((member) =>
    member.key === key && (member.static ?? false) === isStatic && member.kind !== 'set' && member.kind !== 'constructor');
}

function memberValue(ev: Evaluator, member: ClassMember, self: Value, context: Context, at: MemberPlaces): Value {
  const { module } = context;
  const place = module.place(member.range);
  if (member.kind === 'field') {
    // Declared only: decorators, a framework or a mapper may fill it.
    if (member.value === undefined) return (member.type && typeValue(ev, member.type, module, place)) ?? unknown(place, 'declared without a value');
    const value = ev.evaluate(member.value, context);
    return value.kind === 'function' ? { ...value, self } : value;
  }
  if (member.value?.kind !== 'function') return unknown(place, 'class member');
  const fn = { kind: 'function', function: member.value, module, closure: context.frame, self, at: module.place(member.value.head) } as const;
  return member.kind === 'get' ? ev.invoke(fn, [], context, at.key) : fn;
}

function parameterName(target: Pattern): Identifier | undefined {
  if (target.kind === 'identifier') return target;
  return target.kind === 'default-pattern' ? parameterName(target.target) : undefined;
}

/** A constructor parameter that declares a field: its argument, or what its type proves. */
function fieldParameter(ev: Evaluator, owner: ClassValue, key: string, context: Context): Value | undefined {
  const name = constructorOf(owner.class)?.params.flatMap((one) => (one.field ? parameterName(one.target) : [])).find((one) => one?.name === key);
  return name === undefined ? undefined : ev.evaluate(name, context);
}
