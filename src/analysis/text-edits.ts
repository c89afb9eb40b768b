import { lineEnd, skipTrivia } from '../ir/text.js';
import type { ObjectExpression, Range } from '../ir/types.js';
import type { Edit } from './finding.js';

/** Adds a member (`secure: true`) behind those that an object literal has, laid out as they are. */
export function insertMember(text: string, object: ObjectExpression, member: string): Edit[] {
  const [start, end] = object.range;
  const last = object.members.at(-1);
  if (last === undefined) {
    const isEmpty = text.slice(start + 1, end - 1).trim() === '';
    return isEmpty ? [{ range: object.range, text: `{ ${member} }` }] : [insertion(start + 1, ` ${member},`)];
  }
  return onItsOwnLine(text, object, last.range, member) ?? [insertion(last.range[1], `, ${member}`)];
}

/** Where the last member begins a line and nothing but a comment ends it, another line follows. */
function onItsOwnLine(text: string, object: ObjectExpression, [start, end]: Range, member: string): Edit[] | undefined {
  const indent = indentationAt(text, start);
  const comma = skipTrivia(text, end);
  const hasComma = text[comma] === ',';
  const after = hasComma ? comma + 1 : end;
  const at = lineEnd(text, after);
  const rest = text.slice(after, at).trim();
  if (indent === undefined || at >= object.range[1] || (rest !== '' && !rest.startsWith('//'))) return undefined;
  const line = `${text.startsWith('\r\n', at) ? '\r\n' : '\n'}${indent}${member}`;
  return hasComma ? [insertion(at, `${line},`)] : at === end ? [insertion(end, `,${line}`)] : [insertion(end, ','), insertion(at, line)];
}

/** Adds an argument behind those that a call has; nothing where comments or casts make its place unclear. */
export function insertArgument(text: string, call: Range, last: Range | undefined, argument: string): Edit[] | undefined {
  const close = call[1] - 1;
  if (text[close] !== ')') return undefined;
  if (last === undefined) return [insertion(close, argument)];
  const between = text.slice(last[1], close);
  if (between.includes('//') || between.includes('/*')) return undefined;
  const written = between.trimEnd();
  const at = last[1] + written.length;
  return [insertion(at, written.endsWith(',') ? ` ${argument}` : `, ${argument}`)];
}

/** Adds an argument before one that starts at `pos` behind another; nothing where something of its own stands before it. */
export function insertBefore(text: string, pos: number, argument: string): Edit[] | undefined {
  return text.slice(0, pos).trimEnd().endsWith(',') ? [insertion(pos, `${argument}, `)] : undefined;
}

/**
 * Takes one item out of a list between brackets, with the comma that belongs to it.
 * @param items ranges of all items, in order
 * @param list range of the list with its brackets
 */
export function removeItem(text: string, items: readonly Range[], index: number, list: Range): Edit[] | undefined {
  const item = items[index];
  if (item === undefined) return undefined;
  const next = skipTrivia(text, item[1]);
  const isLast = index === items.length - 1;
  const hasComma = text[next] === ',';
  // Anything else is part of the item: a closing parenthesis, an assertion.
  if (!hasComma && !(isLast && next === list[1] - 1)) return undefined;
  if (items.length === 1) return [{ range: [list[0] + 1, list[1] - 1], text: '' }];
  if (!isLast) return [{ range: [item[0], spaceEnd(text, next + 1)], text: '' }];
  const comma = text.slice(0, item[0]).trimEnd().length - 1;
  if (text[comma] !== ',') return undefined;
  return [{ range: hasComma ? [comma + 1, next + 1] : [comma, item[1]], text: '' }];
}

function insertion(at: number, text: string): Edit {
  return { range: [at, at], text };
}

/** The white space before `pos` in its line; nothing where something else stands there. */
function indentationAt(text: string, pos: number): string | undefined {
  return /(?<=[\n\r\u2028\u2029])[\t ]*$/.exec(text.slice(Math.max(0, pos - 200), pos))?.[0];
}

function spaceEnd(text: string, pos: number): number {
  const found = /\S/.exec(text.slice(pos));
  return found === null ? text.length : pos + found.index;
}
