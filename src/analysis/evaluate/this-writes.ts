import type { AssignExpression, CallExpression, ClassExpression, ClassMember, MemberExpression } from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Module } from './module.js';
import { lastName } from '../naming.js';
import { mapAlternatives, unknown, type Value } from './values.js';

/** What a field holds after something else in the class has written into it, which may happen before any use or never. */
export function withMemberWrites(value: Value, owner: ClassExpression, key: string, module: Module): Value {
  const writes = memberWrites(owner, key);
  return mapAlternatives(value, (one) => writes.reduce<Value>((before, { node, member }) => {
    const written = unknown(module.place(node.range), 'written elsewhere in the class');
    if (before.kind === 'array') return { ...before, open: true };
    if (before.kind !== 'object') return before;
    if (member === undefined) return { ...before, open: [...(before.open ?? []), written] };
    return { ...before, members: new Map(before.members).set(member, written) };
  }, one));
}

export interface ThisWrite {
  readonly node: AssignExpression;
  readonly method: ClassMember['kind'];
}

interface MemberWrite {
  readonly node: AssignExpression | CallExpression;
  /** Absent where it is computed or where several are written. */
  readonly member?: string;
}

/** Writes into what `this.key` holds: `this.key.a = …`, `this.key[name] = …`, `this.key.push(…)`, `Object.assign(this.key, …)`. */
function memberWrites(owner: ClassExpression, key: string): readonly MemberWrite[] {
  const found: MemberWrite[] = [];
  const isField = (node: IrNode | undefined): boolean => node?.kind === 'member' && node.object.kind === 'this' && node.property === key;
  const visit = (node: IrNode): void => {
    if (node.kind === 'class') return;
    if (node.kind === 'assign' && node.target.kind === 'member') {
      const [target, ...outer] = membersTo(node.target);
      if (isField(target)) found.push({ node, ...(typeof outer[0]?.property === 'string' ? { member: outer[0].property } : {}) });
    }
    if (node.kind === 'call' && node.callee.kind === 'member' && (isField(node.args[0]) || isField(node.callee.object))) {
      if (CHANGING_METHODS.has(lastName(node.callee) ?? '')) found.push({ node });
    }
    forEachChild(node, visit);
  };
  for (const { value } of owner.members) if (value !== undefined) visit(value);
  return found;
}

const CHANGING_METHODS = new Set(['assign', 'defineProperty', 'push', 'unshift', 'splice']);

/** `this.a`, `this.a.b`, … that lead to a member of a member; none for `this.a` itself. */
function membersTo(target: MemberExpression): MemberExpression[] {
  const path = [target];
  for (let { object } = target; object.kind === 'member'; { object } = object) path.unshift(object);
  return path.length > 1 ? path : [];
}

const writesCache = new WeakMap<ClassExpression, ReadonlyMap<string, readonly ThisWrite[]>>();

/** Assignments to `this.key` within a class. */
export function thisWrites(owner: ClassExpression, key: string): readonly ThisWrite[] {
  let writes = writesCache.get(owner);
  if (writes === undefined) {
    const found = new Map<string, ThisWrite[]>();
    for (const member of owner.members) {
      const visit = (node: IrNode): void => {
        if (node.kind === 'class') return;
        if (node.kind === 'assign' && node.target.kind === 'member' && node.target.object.kind === 'this') {
          const { property } = node.target;
          if (typeof property === 'string') {
            found.set(property, [...(found.get(property) ?? []), { node, method: member.kind }]);
          }
        }
        forEachChild(node, visit);
      };
      if (member.value !== undefined) visit(member.value);
    }
    writes = found;
    writesCache.set(owner, writes);
  }
  return writes.get(key) ?? [];
}
