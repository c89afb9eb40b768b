import { ts } from 'ts-morph';
import {
  blockStatement, expressionStatement, forEachLoop, forLoop, ifStatement, jumpStatement, labeledStatement, opaque,
  returnStatement, switchCase, switchStatement, throwStatement, tryStatement, variableDeclaration, variableStatement,
  whileLoop,
} from '../../ir/build.js';
import type { Expression, Pattern, Range, Statement, VariableStatement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { declare, MODULE_LOWERINGS } from './modules.js';
import { assigned, binding } from './patterns.js';
import { rangeOf } from './position.js';
import { annotation } from './types.js';

const { SyntaxKind: Kind } = ts;

export type LowerStatement = (node: never, file: ts.SourceFile) => readonly Statement[];

/** Statements in order: each of the parser's stands for none, one, or a declaration and its export. */
export function statements(nodes: readonly ts.Statement[], file: ts.SourceFile): Statement[] {
  const body: Statement[] = [];
  for (const node of nodes) body.push(...statement(node, file));
  return body;
}

/** A block's statements, or the one statement that stands in its place. */
function blockOf(node: ts.Statement, file: ts.SourceFile): Statement[] {
  return statements(ts.isBlock(node) ? node.statements : [node], file);
}

function optional(node: ts.Expression | undefined, file: ts.SourceFile): Expression | undefined {
  return node === undefined ? undefined : expression(node, file);
}

/** The statements that one of TypeScript's stands for: none, one, or a declaration and its export. */
function statement(node: ts.Statement, file: ts.SourceFile): readonly Statement[] {
  const lower = LOWERINGS[node.kind] ?? MODULE_LOWERINGS[node.kind];
  return lower === undefined ? [opaque(rangeOf(node, file))] : lower(node as never, file);
}

const LOWERINGS: Partial<Record<ts.SyntaxKind, LowerStatement>> = {
  [Kind.ExpressionStatement]: (node: ts.ExpressionStatement, file) =>
    [expressionStatement(rangeOf(node, file), expression(node.expression, file))],
  [Kind.VariableStatement]: (node: ts.VariableStatement, file) =>
    declare(node, file, undefined, (range) => variables(node.declarationList, range, file)),
  [Kind.ReturnStatement]: (node: ts.ReturnStatement, file) =>
    [returnStatement(rangeOf(node, file), optional(node.expression, file))],
  [Kind.ThrowStatement]: (node: ts.ThrowStatement, file) =>
    [throwStatement(rangeOf(node, file), expression(node.expression, file))],
  [Kind.IfStatement]: (node: ts.IfStatement, file) => {
    const otherwise = node.elseStatement === undefined ? undefined : blockOf(node.elseStatement, file);
    const test = expression(node.expression, file);
    return [ifStatement(rangeOf(node, file), test, blockOf(node.thenStatement, file), otherwise)];
  },
  [Kind.SwitchStatement]: (node: ts.SwitchStatement, file) => {
    const cases = node.caseBlock.clauses.map((clause) => {
      const test = ts.isCaseClause(clause) ? clause.expression : undefined;
      return switchCase(optional(test, file), statements(clause.statements, file));
    });
    return [switchStatement(rangeOf(node, file), expression(node.expression, file), cases)];
  },
  [Kind.WhileStatement]: (node: ts.WhileStatement, file) =>
    [whileLoop(rangeOf(node, file), 'while', expression(node.expression, file), blockOf(node.statement, file))],
  [Kind.DoStatement]: (node: ts.DoStatement, file) =>
    [whileLoop(rangeOf(node, file), 'do', expression(node.expression, file), blockOf(node.statement, file))],
  [Kind.ForStatement]: (node: ts.ForStatement, file) => {
    const { initializer } = node;
    const init = initializer !== undefined && ts.isVariableDeclarationList(initializer)
      ? variables(initializer, rangeOf(initializer, file), file)
      : optional(initializer, file);
    const test = optional(node.condition, file);
    return [forLoop(rangeOf(node, file), init, test, optional(node.incrementor, file), blockOf(node.statement, file))];
  },
  [Kind.ForInStatement]: (node: ts.ForInStatement, file) => [forEach(node, 'for-in', false, file)],
  [Kind.ForOfStatement]: (node: ts.ForOfStatement, file) =>
    [forEach(node, 'for-of', node.awaitModifier !== undefined, file)],
  [Kind.TryStatement]: (node: ts.TryStatement, file) => [tryOf(node, file)],
  [Kind.Block]: (node: ts.Block, file) => [blockStatement(rangeOf(node, file), statements(node.statements, file))],
  [Kind.LabeledStatement]: (node: ts.LabeledStatement, file) =>
    [labeledStatement(rangeOf(node, file), node.label.text, blockOf(node.statement, file))],
  [Kind.BreakStatement]: (node: ts.BreakStatement, file) =>
    [jumpStatement('break', rangeOf(node, file), node.label?.text)],
  [Kind.ContinueStatement]: (node: ts.ContinueStatement, file) =>
    [jumpStatement('continue', rangeOf(node, file), node.label?.text)],
  [Kind.EmptyStatement]: () => [],
};

function variables(list: ts.VariableDeclarationList, range: Range, file: ts.SourceFile): VariableStatement {
  const scope = list.flags & ts.NodeFlags.BlockScoped;
  const mode = scope === ts.NodeFlags.None ? 'var' : scope === ts.NodeFlags.Let ? 'let' : 'const';
  const declarations = list.declarations.map((node) =>
    variableDeclaration(binding(node.name, file), optional(node.initializer, file), annotation(node.type)));
  return variableStatement(range, mode, declarations);
}

function forEach(
  node: ts.ForInOrOfStatement,
  form: 'for-in' | 'for-of',
  isAwait: boolean,
  file: ts.SourceFile,
): Statement {
  const { initializer } = node;
  const left: VariableStatement | Pattern = ts.isVariableDeclarationList(initializer)
    ? variables(initializer, rangeOf(initializer, file), file)
    : assigned(initializer, file);
  const iterable = expression(node.expression, file);
  return forEachLoop(rangeOf(node, file), form, left, iterable, blockOf(node.statement, file), isAwait);
}

function tryOf(node: ts.TryStatement, file: ts.SourceFile): Statement {
  const { tryBlock, catchClause, finallyBlock } = node;
  const param = catchClause?.variableDeclaration;
  return tryStatement(
    rangeOf(node, file),
    statements(tryBlock.statements, file),
    param === undefined ? undefined : binding(param.name, file),
    catchClause === undefined ? undefined : statements(catchClause.block.statements, file),
    finallyBlock === undefined ? undefined : statements(finallyBlock.statements, file),
  );
}
