import type { ObjectExpression, Property } from '../ir/types.js';
import { descendants } from '../ir/walk.js';
import type { Analysis } from './analyse.js';
import { sourceOf } from './edits.js';
import { nodeAt, type Module } from './evaluate/module.js';
import type { Edit, Place, Repair } from './finding.js';
import type { OperationBase } from './operations/operations.js';
import { insertMember, removeItem } from './text-edits.js';

/** Writes another number in the place of one, in a constant too, which other code may read: for a human to choose. */
export function writeNumber(context: Analysis, at: Place, value: number): Repair | undefined {
  const source = sourceOf(context, at);
  if (source === undefined || nodeAt(source.module, at)?.kind !== 'number') return undefined;
  return { message: `Write ${value}`, edits: [{ range: at.range, text: String(value) }] };
}

/** Whether a place is within the call of an operation, where no other code reads what stands there. */
export function isWithin({ at, node }: OperationBase, { file, range: [start, end] }: Place): boolean {
  return file === at.file && 'range' in node && node.range[0] <= start && end <= node.range[1];
}

/**
 * Puts a text around an expression that stands in an operation's call: `Boolean(` and `)`. A shorthand member gets its name.
 * @returns nothing where the expression stands elsewhere: other code may read it
 */
export function wrap(context: Analysis, operation: OperationBase, at: Place, before: string, after: string): Repair | undefined {
  const source = isWithin(operation, at) ? sourceOf(context, at) : undefined;
  if (source === undefined || nodeAt(source.module, at) === undefined) return undefined;
  const text = `${before}${source.text.slice(...at.range)}${after}`;
  return { message: `Write \`${text}\``, edits: [{ range: at.range, text: `${shorthandName(source.module, at)}${text}` }] };
}

function shorthandName(module: Module, at: Place): string {
  const node = nodeAt(module, at);
  const property = node === undefined ? undefined : module.parentOf(node);
  if (property?.kind !== 'property' || property.accessor !== undefined || property.keyRange[0] !== at.range[0]) return '';
  return typeof property.key === 'string' ? `${property.key}: ` : '';
}

/** Takes a member out of the object literal in which its name stands at a place. */
export function removeMember(context: Analysis, key: Place): Repair | undefined {
  const source = sourceOf(context, key);
  const member = source === undefined ? undefined : memberNamedAt(source.module, key);
  const edits = source === undefined || member === undefined ? undefined : removal(source.text, member);
  return edits === undefined || member === undefined ? undefined : { message: `Remove \`${member.name}\``, edits };
}

/**
 * Gives a member of an object literal, whose name stands at a place, another name, or moves it to where an option counts.
 * @param from its path in the options: `jsonWebTokenOptions.audience`
 * @param to the path of the option that has an effect, which nobody gives
 * @param asList whether that option takes a list of what the member is
 */
export function moveMember(context: Analysis, key: Place, from: string, to: string, asList: boolean): Repair | undefined {
  const source = sourceOf(context, key);
  const member = source === undefined ? undefined : memberNamedAt(source.module, key);
  if (source === undefined || member === undefined) return undefined;
  const { property, object } = member;
  const value = source.text.slice(...property.value.range);
  const name = to.split('.').at(-1) ?? to;
  const written = `${name}: ${asList ? `[${value}]` : value}`;
  const message = from.split('.').length === to.split('.').length ? `Name it \`${name}\`` : `Move it to \`${to}\``;
  const depth = to.split('.').length - from.split('.').length;
  if (depth === 0) return { message, edits: [{ range: property.range, text: written }] };
  const target = depth > 0 ? innerObject(object, to.split('.').at(-2) ?? '') : outerObject(source.module, object);
  if (target === 'none') return { message, edits: [{ range: property.range, text: `${to.split('.').at(-2) ?? ''}: { ${written} }` }] };
  const removed = removal(source.text, member);
  return target === undefined || removed === undefined ? undefined : { message, edits: [...removed, ...insertMember(source.text, target, written)] };
}

interface Member {
  readonly property: Property;
  readonly object: ObjectExpression;
  readonly name: string;
}

function memberNamedAt(module: Module, { range: [start, end] }: Place): Member | undefined {
  const property = descendants(module.ir).find((node) =>
    node.kind === 'property' && node.accessor === undefined && node.keyRange[0] === start && node.keyRange[1] === end);
  const object = property === undefined ? undefined : module.parentOf(property);
  if (property?.kind !== 'property' || typeof property.key !== 'string' || object?.kind !== 'object') return undefined;
  return { property, object, name: property.key };
}

function removal(text: string, { property, object: { members, range } }: Member): Edit[] | undefined {
  return removeItem(text, members.map((member) => member.range), members.indexOf(property), range);
}

/** The object that a member is; `none` where there is no such member. */
function innerObject({ members }: ObjectExpression, name: string): ObjectExpression | 'none' | undefined {
  if (members.some(({ kind }) => kind === 'spread')) return undefined;
  const member = members.find((one) => one.kind === 'property' && one.key === name);
  if (member === undefined) return 'none';
  return member.kind === 'property' && member.value.kind === 'object' ? member.value : undefined;
}

/** The object whose member an object is, where it is written. */
function outerObject(module: Module, object: ObjectExpression): ObjectExpression | undefined {
  const property = module.parentOf(object);
  const outer = property?.kind === 'property' ? module.parentOf(property) : undefined;
  return outer?.kind === 'object' ? outer : undefined;
}
