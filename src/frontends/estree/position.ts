import type { TSESTree } from '@typescript-eslint/utils';
import { identifier } from '../../ir/build.js';
import { skipTrivia } from '../../ir/text.js';
import type { Identifier, Range } from '../../ir/types.js';

/** Parsers give `range`, or `start` and `end`, or both. */
interface Positioned {
  readonly range?: readonly [number, number];
  readonly start?: number;
  readonly end?: number;
}

/** The range of a node, a token or a comment, as a value of our own: hosts may change or compute theirs. */
export function rangeOf(node: TSESTree.Node | TSESTree.Token): Range {
  const { range, start = 0, end = start } = node as Positioned;
  return range === undefined ? [start, end] : [range[0], range[1]];
}

/** An identifier without the `?`, `!` and type annotation that parsers count as part of a binding. */
export function bindingIdentifier(node: TSESTree.Identifier): Identifier {
  const [start, end] = rangeOf(node);
  const bare = node.typeAnnotation === undefined && !node.optional;
  return identifier([start, bare ? end : start + node.name.length], node.name);
}

/** The range of a destructuring pattern without its type annotation. */
export function patternRange(node: TSESTree.ArrayPattern | TSESTree.ObjectPattern, text: string): Range {
  const [start, end] = rangeOf(node);
  if (node.typeAnnotation === undefined && !node.optional) return [start, end];
  const parts = node.type === 'ArrayPattern' ? node.elements : node.properties;
  const last = parts.findLast((part) => part !== null);
  let at = skipTrivia(text, last == null ? start + 1 : rangeOf(last)[1]);
  while (text[at] === ',') at = skipTrivia(text, at + 1);
  return [start, at + 1];
}
