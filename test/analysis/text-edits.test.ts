import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/analysis/finding.js';
import { insertArgument, insertMember, removeItem } from '../../src/analysis/text-edits.js';
import { parseTs } from '../../src/frontends/tsmorph/parse.js';
import type { CallExpression, ObjectExpression } from '../../src/ir/types.js';
import { descendants, type IrNode } from '../../src/ir/walk.js';
import { applied } from '../support/edits.js';

function first<Kind extends IrNode['kind']>(text: string, kind: Kind): Extract<IrNode, { kind: Kind }> {
  const parsed = parseTs('case.ts', text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  const found = descendants(parsed.ir).find((node) => node.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as Extract<IrNode, { kind: Kind }>;
}

function edited(text: string, edits: readonly Edit[] | undefined): string | undefined {
  return edits === undefined ? undefined : applied(text, edits);
}

describe('a member that is inserted', () => {
  it.each([
    ['into nothing', 'f({ })', 'f({ x: 1 })'],
    ['before a comment', 'f({ /* none */ })', 'f({ x: 1, /* none */ })'],
    ['behind the last one', 'f({ a: (1) })', 'f({ a: (1), x: 1 })'],
    ['behind a method', 'f({ a() {} })', 'f({ a() {}, x: 1 })'],
    ['before a last comma', 'f({ a, })', 'f({ a, x: 1, })'],
    ['on a line of its own', 'f({\n  a: 1,\n})', 'f({\n  a: 1,\n  x: 1,\n})'],
    ['on a line of its own that ends in CR and LF', 'f({\r\n\ta: 1\r\n})', 'f({\r\n\ta: 1,\r\n\tx: 1\r\n})'],
    ['behind a line comment', 'f({\n  a: 1 // one\n})', 'f({\n  a: 1, // one\n  x: 1\n})'],
    ['before a comment of several lines', 'f({\n  a: 1, /* one\n  two */\n})', 'f({\n  a: 1, x: 1, /* one\n  two */\n})'],
    ['where the bracket ends the line', 'f({\n  a: 1 })', 'f({\n  a: 1, x: 1 })'],
  ])('%s', (_, text, expected) => {
    const object: ObjectExpression = first(text, 'object');
    expect(edited(text, insertMember(text, object, 'x: 1'))).toBe(expected);
  });
});

describe('an argument that is inserted', () => {
  it.each([
    ['into nothing', 'f()', 'f(x)'],
    ['behind the last one', 'f(a, b)', 'f(a, b, x)'],
    ['behind a last comma', 'f(\n  a,\n)', 'f(\n  a, x\n)'],
    ['behind parentheses and casts', 'f((a as B)!)', 'f((a as B)!, x)'],
    ['never into a comment', 'f(a // the token\n)', undefined],
  ])('%s', (_, text, expected) => {
    const call: CallExpression = first(text, 'call');
    expect(edited(text, insertArgument(text, call.range, call.args.at(-1)?.range, 'x'))).toBe(expected);
  });
});

describe('an item that is removed', () => {
  it.each([
    ['the first', '[x, a]', '[a]'],
    ['one between', '[a, x, b]', '[a, b]'],
    ['the last', '[a, x]', '[a]'],
    ['the last with its comma', '[\n  a,\n  x,\n]', '[\n  a,\n]'],
    ['the only one', '[ x ]', '[]'],
    ['the first, with a comment behind', '[\n  x, // one\n  a,\n]', '[\n  // one\n  a,\n]'],
    ['none that stands in parentheses', '[(x), a]', undefined],
    ['none that is cast', '[a, x as B]', undefined],
    ['none behind a comment', '[a, /* one */ x]', undefined],
  ])('%s', (_, text, expected) => {
    const { elements, range } = first(text, 'array');
    const items = elements.filter((element) => element !== null);
    const index = items.findIndex((item) => item.kind === 'identifier' && item.name === 'x');
    expect(edited(text, removeItem(text, items.map((item) => item.range), index, range))).toBe(expected);
  });
});
