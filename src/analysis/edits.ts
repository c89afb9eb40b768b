import type { ObjectExpression, Property } from '../ir/types.js';
import type { Duration } from '../knowledge/model.js';
import type { Analysis } from './analyse.js';
import { callInfo } from './evaluate/calls.js';
import { nodeAt, type Module } from './evaluate/module.js';
import { alternatives, type Value } from './evaluate/values.js';
import { isSamePlace, type Edit, type Place, type Repair } from './finding.js';
import { sourcesOf } from './operations/fields.js';
import type { OperationBase } from './operations/operations.js';
import { optionText, type OptionValue } from './option-text.js';
import { insertArgument, insertBefore, insertMember, removeItem } from './text-edits.js';

/**
 * Gives an option of an operation another value, or one at all.
 * @param field the operation's field that the option sets
 * @param culprit the field's bad value, where the finding stands
 * @param only the one to set, where options of several names set the field and not all take such a value
 * @returns nothing where no single place in the finding's file decides it, or the host offers no edits
 */
export function setOption(
  context: Analysis,
  operation: OperationBase,
  field: string,
  culprit: Value,
  value: OptionValue,
  only?: string,
): Repair | undefined {
  const source = sourceOf(context, culprit.at);
  if (source === undefined) return undefined;
  const option = optionAt(source.module, culprit.at);
  const single = operation.sources?.[field]?.single;
  for (const { arg, path, duration } of optionSources(operation, field)) {
    const name = path.at(-1);
    const written = optionText(single ? oneOf(value) : value, duration);
    if (name === undefined || written === undefined || (only !== undefined && name !== only)) continue;
    if (option?.name === name) {
      return { message: `Set \`${name}: ${written}\``, edits: [{ range: culprit.at.range, text: written }] };
    }
    const attribute = attributeText(source.module, culprit.at, name, written);
    if (attribute !== undefined) return { message: `Set \`${name}=${attribute}\``, edits: [{ range: culprit.at.range, text: attribute }] };
    const edits = option === undefined && arg !== undefined ? added(context, operation, { arg, path, written }, culprit.at, source) : undefined;
    if (edits !== undefined) return { message: `Add \`${name}: ${written}\``, edits };
  }
  return rewrittenStep(operation, field, culprit, value, source);
}

/** The only name of a list. */
function oneOf(value: OptionValue): OptionValue {
  return typeof value === 'object' && !('seconds' in value) && value.length === 1 ? (value[0] ?? value) : value;
}

/** Another argument for a builder's step (`setExpirationTime('7d')`) that is called where the value is written. */
function rewrittenStep({ sources = {} }: OperationBase, field: string, culprit: Value, value: OptionValue, { module }: SourceFile): Repair | undefined {
  const node = nodeAt(module, culprit.at);
  const call = node === undefined ? undefined : module.parentOf(node);
  if (call?.kind !== 'call' || call.callee.kind !== 'member' || call.args[0] !== node) return undefined;
  const { property } = call.callee;
  if (typeof property !== 'string') return undefined;
  const step = sourcesOf(sources[field]).find((source) => 'chain' in source && source.chain === property && source.path === undefined);
  const written = step === undefined ? undefined : optionText(value, step.duration);
  return written === undefined ? undefined : { message: `Set \`${property}(${written})\``, edits: [{ range: culprit.at.range, text: written }] };
}

/** Takes the option that sets a field out, so that the library's default counts, where that is not off. Parameters and result as in `setOption`. */
export function removeOption(context: Analysis, operation: OperationBase, field: string, culprit: Value): Repair | undefined {
  const source = sourceOf(context, culprit.at);
  const option = source === undefined ? undefined : optionAt(source.module, culprit.at);
  if (source === undefined || option === undefined || operation.facts.offByDefault) return undefined;
  if (!optionNames(operation, field).includes(option.name)) return undefined;
  const { object: { members, range: list }, property, name } = option;
  const edits = removeItem(source.text, members.map(({ range }) => range), members.indexOf(property), list);
  return edits === undefined ? undefined : { message: `Remove \`${name}\``, edits };
}

/** Takes an element out of the list in which it is written; the only one stays. */
export function removeElement(context: Analysis, culprit: Value): Repair | undefined {
  const source = sourceOf(context, culprit.at);
  const node = source === undefined ? undefined : nodeAt(source.module, culprit.at);
  const array = node === undefined ? undefined : source?.module.parentOf(node);
  if (source === undefined || node?.kind !== 'string' || array?.kind !== 'array' || array.elements.length < 2) return undefined;
  const elements = array.elements.filter((element) => element !== null);
  if (elements.length < array.elements.length) return undefined;
  const edits = removeItem(source.text, elements.map(({ range }) => range), elements.indexOf(node), array.range);
  return edits === undefined ? undefined : { message: `Remove '${node.value}' from the list`, edits };
}

/** Writes another number in the place of one that is an argument of a call, or an option in one. */
export function setNumber(context: Analysis, at: Place, value: number): Repair | undefined {
  const source = sourceOf(context, at);
  const node = source === undefined ? undefined : nodeAt(source.module, at);
  if (source === undefined || node?.kind !== 'number') return undefined;
  const option = optionAt(source.module, at);
  const call = source.module.parentOf(option?.object ?? node);
  if (call?.kind !== 'call' && call?.kind !== 'new') return undefined;
  return { message: `${option === undefined ? 'Ask for' : `Set \`${option.name}\` to`} ${value}`, edits: [{ range: at.range, text: String(value) }] };
}

/** A file whose text the host gives for edits. */
export interface SourceFile {
  readonly module: Module;
  readonly text: string;
}

export function sourceOf({ evaluator: { project } }: Analysis, { file }: Place): SourceFile | undefined {
  const text = project.host.text?.(file);
  const module = text === undefined ? undefined : project.module(file);
  return text === undefined || module === undefined ? undefined : { module, text };
}

interface OptionSource {
  /** Nothing for options of the call that made what the operation uses. */
  readonly arg: number | undefined;
  readonly path: readonly string[];
  readonly duration: Duration | undefined;
}

/** The members of arguments that a field is read from, in order of precedence; not those that say it in words of their own. */
function optionSources({ sources = {} }: OperationBase, field: string): OptionSource[] {
  return sourcesOf(sources[field]).flatMap((source) =>
    ('arg' in source || 'maker' in source) && !('chain' in source) && source.path !== undefined && source.only === undefined
      ? [{ arg: 'arg' in source ? source.arg : undefined, path: source.path.split('.'), duration: source.duration }]
      : []);
}

/** The names of the options that set a field, without those that they are members of; in order of precedence. */
export function optionNames({ sources = {} }: OperationBase, field: string): string[] {
  return sourcesOf(sources[field]).flatMap((source) => ('path' in source && !('chain' in source) ? source.path.split('.').slice(-1) : []));
}

/** Gives a text another beginning (`https://` for `http://`) where it is written. */
export function replaceStart(context: Analysis, { at }: Value, from: string, to: string): Repair | undefined {
  const source = sourceOf(context, at);
  // Behind the quote.
  const start = at.range[0] + 1;
  if (!source?.text.startsWith(from, start)) return undefined;
  return { message: `Use \`${to}\``, edits: [{ range: [start, start + from.length], text: to }] };
}

interface Addition {
  readonly arg: number;
  readonly path: readonly string[];
  /** The option's value as source text. */
  readonly written: string;
}

/** Adds an option that nobody gives: to the object that the operation gets, or as an object that it does not get yet. */
function added({ evaluator }: Analysis, operation: OperationBase, { arg, path, written }: Addition, at: Place, { module, text }: SourceFile): Edit[] | undefined {
  const { node } = operation;
  if (node.kind !== 'call' && node.kind !== 'new') return undefined;
  const { args, spread } = callInfo(evaluator, node, { module: operation.module, frame: operation.frame });
  const given = args[arg];
  const argument = `{ ${member(path, written)} }`;
  const handler = node.args[arg];
  // Options may be left out before a callback.
  if (given?.kind === 'function' && handler?.kind === 'function' && isSamePlace(at, operation.at)) return insertBefore(text, handler.range[0], argument);
  if (given !== undefined) {
    for (const { object, rest } of objectsOn(given, path)) {
      const literal = object.at.file === at.file ? nodeAt(module, object.at) : undefined;
      const isMeant = at.range[0] === object.at.range[0] || isSamePlace(at, operation.at);
      if (literal?.kind === 'object' && isMeant) return insertMember(text, literal, member(rest, written));
    }
    return undefined;
  }
  const isNext = !spread && node.args.length === arg && isSamePlace(at, operation.at);
  return isNext ? insertArgument(text, node.range, node.args.at(-1)?.range, argument) : undefined;
}

/** The innermost objects on a path of members, and what is left of the path there. */
function objectsOn(value: Value, path: readonly string[]): { object: Value; rest: readonly string[] }[] {
  return alternatives(value).flatMap(({ value: object }) => {
    const [key] = path;
    if (object.kind !== 'object' || key === undefined) return [];
    const inner = object.members.get(key);
    return inner === undefined || inner.kind === 'absent' ? [{ object, rest: path }] : objectsOn(inner, path.slice(1));
  });
}

/** `cookie: { secure: true }` of a path and the value at its end. */
function member(path: readonly string[], written: string): string {
  return path.reduceRight((inner, key, index) => (index === path.length - 1 ? `${key}: ${inner}` : `${key}: { ${inner} }`), written);
}

interface Option {
  readonly property: Property;
  readonly object: ObjectExpression;
  readonly name: string;
}

/** The property of an object literal whose value is written right there. */
function optionAt(module: Module, at: Place): Option | undefined {
  const node = nodeAt(module, at);
  const property = node === undefined ? undefined : module.parentOf(node);
  if (property?.kind !== 'property' || property.accessor !== undefined || typeof property.key !== 'string') return undefined;
  const object = module.parentOf(property);
  const isShorthand = property.keyRange[0] === at.range[0];
  return object?.kind === 'object' && !isShorthand ? { property, object, name: property.key } : undefined;
}

/** A value as an attribute of this name has it where another one is written out: a text in quotes, the rest in braces. */
function attributeText(module: Module, at: Place, name: string, written: string): string | undefined {
  const node = nodeAt(module, at);
  const attribute = node === undefined ? undefined : module.parentOf(node);
  if (attribute?.kind !== 'attribute' || attribute.name !== name || attribute.value !== node) return undefined;
  if (attribute.range[1] !== at.range[1]) return written;
  return /^'[^"\\]*'$/.test(written) ? `"${written.slice(1, -1)}"` : `{${written}}`;
}
