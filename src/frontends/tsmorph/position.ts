import { ts } from 'ts-morph';
import { identifier } from '../../ir/build.js';
import { skipTrivia } from '../../ir/text.js';
import type { Identifier, Range } from '../../ir/types.js';

const { SyntaxKind } = ts;

/** A node that can have modifiers and decorators. */
export interface Modified extends ts.Node {
  readonly modifiers?: ts.NodeArray<ts.ModifierLike> | undefined;
}

/** From the first character of a node, behind comments, to its end. */
export function rangeOf(node: ts.Node, file: ts.SourceFile): Range {
  return [node.getStart(file), node.end];
}

/** The range of a declaration behind `export` and `default`. */
export function declarationRange(node: Modified, file: ts.SourceFile): Range {
  const before = node.modifiers?.findLast(({ kind }) =>
    kind === SyntaxKind.ExportKeyword || kind === SyntaxKind.DefaultKeyword);
  return before === undefined ? rangeOf(node, file) : [skipTrivia(file.text, before.end), node.end];
}

/** The modifier of a kind (`async`, `static`, …), if the node has it. */
export function modifier(node: Modified, kind: ts.SyntaxKind): ts.ModifierLike | undefined {
  return node.modifiers?.find((candidate) => candidate.kind === kind);
}

/** Whether a node has a modifier of a kind. */
export function hasModifier(node: Modified, kind: ts.SyntaxKind): boolean {
  return modifier(node, kind) !== undefined;
}

/** An identifier as the IR has it. */
export function identifierOf(node: ts.Identifier, file: ts.SourceFile): Identifier {
  return identifier(rangeOf(node, file), node.text);
}
