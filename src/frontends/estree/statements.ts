import type { TSESTree } from '@typescript-eslint/utils';
import {
  blockStatement, classStatement, expressionStatement, forEachLoop, forLoop, functionStatement, ifStatement,
  jumpStatement, labeledStatement, opaque, returnStatement, switchCase, switchStatement, throwStatement, tryStatement,
  variableDeclaration, variableStatement, whileLoop,
} from '../../ir/build.js';
import type { Expression, Pattern, Statement, VariableStatement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { classOf, functionOf } from './functions.js';
import { moduleStatement } from './modules.js';
import { pattern } from './patterns.js';
import { rangeOf } from './position.js';
import { annotation } from './types.js';

/** Statements in order: each of the parser's stands for none, one, or a declaration and its export. */
export function statements(nodes: readonly TSESTree.Statement[], text: string): Statement[] {
  const body: Statement[] = [];
  for (const node of nodes) body.push(...statement(node, text));
  return body;
}

/** A block's statements, or the one statement that stands in its place. */
function blockOf(node: TSESTree.Statement, text: string): Statement[] {
  return statements(node.type === 'BlockStatement' ? node.body : [node], text);
}

function optional(node: TSESTree.Expression | null, text: string): Expression | undefined {
  return node == null ? undefined : expression(node, text);
}

/** The statements that one of the parser's stands for: none, one, or a declaration and its export. */
function statement(node: TSESTree.Statement, text: string): readonly Statement[] {
  const range = rangeOf(node);
  switch (node.type) {
    case 'ExpressionStatement':
      return [expressionStatement(range, expression(node.expression, text))];
    case 'VariableDeclaration':
      return node.declare ? [] : [variables(node, text)];
    case 'FunctionDeclaration':
      return node.declare || node.body == null ? [] : [functionStatement(functionOf(node, text))];
    case 'ClassDeclaration':
      return node.declare ? [] : [classStatement(classOf(node, text))];
    case 'ReturnStatement':
      return [returnStatement(range, optional(node.argument, text))];
    case 'ThrowStatement':
      return [throwStatement(range, expression(node.argument, text))];
    case 'IfStatement': {
      const otherwise = node.alternate == null ? undefined : blockOf(node.alternate, text);
      return [ifStatement(range, expression(node.test, text), blockOf(node.consequent, text), otherwise)];
    }
    case 'SwitchStatement': {
      const cases = node.cases.map(({ test, consequent }) =>
        switchCase(optional(test, text), statements(consequent, text)));
      return [switchStatement(range, expression(node.discriminant, text), cases)];
    }
    case 'WhileStatement':
      return [whileLoop(range, 'while', expression(node.test, text), blockOf(node.body, text))];
    case 'DoWhileStatement':
      return [whileLoop(range, 'do', expression(node.test, text), blockOf(node.body, text))];
    case 'ForStatement': {
      const init = node.init?.type === 'VariableDeclaration' ? variables(node.init, text) : optional(node.init, text);
      return [forLoop(range, init, optional(node.test, text), optional(node.update, text), blockOf(node.body, text))];
    }
    case 'ForInStatement':
    case 'ForOfStatement': {
      const form = node.type === 'ForInStatement' ? 'for-in' : 'for-of';
      const isAwait = node.type === 'ForOfStatement' && node.await;
      const iterable = expression(node.right, text);
      return [forEachLoop(range, form, bound(node.left, text), iterable, blockOf(node.body, text), isAwait)];
    }
    case 'TryStatement':
      return [tryOf(node, text)];
    case 'BlockStatement':
      return [blockStatement(range, statements(node.body, text))];
    case 'LabeledStatement':
      return [labeledStatement(range, node.label.name, blockOf(node.body, text))];
    case 'BreakStatement':
      return [jumpStatement('break', range, node.label?.name)];
    case 'ContinueStatement':
      return [jumpStatement('continue', range, node.label?.name)];
    case 'EmptyStatement':
    case 'TSDeclareFunction':
      return [];
    default:
      return moduleStatement(node, text) ?? [opaque(range)];
  }
}

/** Declarations as `export` takes them. */
export function declaration(node: TSESTree.Statement, text: string): Statement | undefined {
  return statement(node, text)[0];
}

function variables(node: TSESTree.VariableDeclaration, text: string): VariableStatement {
  const mode = node.kind === 'let' || node.kind === 'var' ? node.kind : 'const';
  const declarations = node.declarations.map(({ id, init }) =>
    variableDeclaration(pattern(id, text), optional(init, text), annotation(id)));
  return variableStatement(rangeOf(node), mode, declarations);
}

function bound(node: TSESTree.Node, text: string): VariableStatement | Pattern {
  return node.type === 'VariableDeclaration' ? variables(node, text) : pattern(node, text);
}

function tryOf(node: TSESTree.TryStatement, text: string): Statement {
  const { block, handler, finalizer } = node;
  return tryStatement(
    rangeOf(node),
    statements(block.body, text),
    handler?.param == null ? undefined : pattern(handler.param, text),
    handler == null ? undefined : statements(handler.body.body, text),
    finalizer == null ? undefined : statements(finalizer.body, text),
  );
}
