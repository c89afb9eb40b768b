import type { TSESTree } from '@typescript-eslint/utils';
import {
  arrayExpression, assignExpression, awaitExpression, binaryExpression, booleanLiteral, callExpression,
  conditionalExpression, identifier, importExpression, keyword, memberExpression, metaProperty, newExpression,
  objectExpression, opaque, property, sequenceExpression, sourceLiteral, spreadElement, stringLiteral, taggedTemplate,
  templateLiteral, templateString, unaryExpression, updateExpression, yieldExpression,
} from '../../ir/build.js';
import type {
  Argument, Expression, Property, Range, SpreadElement, TemplateLiteral,
} from '../../ir/types.js';
import { arrowOf, classOf, functionOf, methodOf } from './functions.js';
import { jsx } from './jsx.js';
import { memberKey } from './keys.js';
import { pattern } from './patterns.js';
import { rangeOf } from './position.js';

/** An expression; what a parser has that this does not know is opaque. */
export function expression(node: TSESTree.Expression | TSESTree.PrivateIdentifier, text: string): Expression {
  const range = rangeOf(node);
  switch (node.type) {
    case 'Identifier':
      return identifier(range, node.name);
    case 'PrivateIdentifier':
      return identifier(range, `#${node.name}`);
    case 'Literal':
      return literal(node, range, text);
    case 'MemberExpression':
      return memberExpression(
        range, expression(node.object, text), memberKey(node.property, node.computed, text), node.optional,
      );
    case 'CallExpression':
      return callExpression(range, expression(node.callee, text), args(node.arguments, text), node.optional);
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return expression(node.expression, text);
    case 'ObjectExpression':
      return objectExpression(range, node.properties.map((member) => objectMember(member, text)));
    case 'ArrayExpression':
      return arrayExpression(range, node.elements.map((element) => element && argument(element, text)));
    case 'ArrowFunctionExpression':
      return arrowOf(node, text);
    case 'FunctionExpression':
      return functionOf(node, text);
    case 'ClassExpression':
      return classOf(node, text);
    case 'TemplateLiteral':
      return template(node, text);
    case 'TaggedTemplateExpression':
      return taggedTemplate(range, expression(node.tag, text), template(node.quasi, text));
    case 'AwaitExpression':
      return awaitExpression(range, expression(node.argument, text));
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binaryExpression(range, node.operator, expression(node.left, text), expression(node.right, text));
    case 'AssignmentExpression':
      return assignExpression(range, node.operator, pattern(node.left, text), expression(node.right, text));
    case 'ConditionalExpression':
      return conditionalExpression(
        range, expression(node.test, text), expression(node.consequent, text), expression(node.alternate, text),
      );
    case 'NewExpression':
      return newExpression(range, expression(node.callee, text), args(node.arguments, text));
    case 'UnaryExpression':
      return unaryExpression(range, node.operator, expression(node.argument, text));
    case 'UpdateExpression':
      return updateExpression(range, node.operator, expression(node.argument, text));
    case 'ThisExpression':
      return keyword('this', range);
    case 'Super':
      return keyword('super', range);
    case 'SequenceExpression':
      return sequenceExpression(range, node.expressions.map((part) => expression(part, text)));
    case 'YieldExpression':
      return yieldExpression(range, node.argument == null ? undefined : expression(node.argument, text));
    case 'ImportExpression':
      return importExpression(range, expression(node.source, text));
    case 'MetaProperty':
      return metaProperty(range, node.meta.name === 'new' ? 'new.target' : 'import.meta');
    case 'JSXElement':
    case 'JSXFragment':
      return jsx(node, text);
    default:
      return opaque(range);
  }
}

function literal(node: TSESTree.Literal, range: Range, text: string): Expression {
  if ('regex' in node) return sourceLiteral('regexp', range, text);
  if ('bigint' in node) return sourceLiteral('bigint', range, text);
  switch (typeof node.value) {
    case 'string':
      return stringLiteral(range, node.value);
    case 'number':
      return sourceLiteral('number', range, text);
    case 'boolean':
      return booleanLiteral(range, node.value);
    default:
      return keyword('null', range);
  }
}

function template(node: TSESTree.TemplateLiteral, text: string): TemplateLiteral {
  // A host may give `null` for a string that has no value; the types do not say so.
  const strings = node.quasis.map(({ value }) => templateString(value.raw, value.cooked ?? ''));
  return templateLiteral(rangeOf(node), strings, node.expressions.map((part) => expression(part, text)));
}

function argument(node: TSESTree.Expression | TSESTree.SpreadElement, text: string): Argument {
  return node.type === 'SpreadElement' ? spread(node, text) : expression(node, text);
}

function args(nodes: readonly (TSESTree.Expression | TSESTree.SpreadElement)[], text: string): Argument[] {
  return nodes.map((node) => argument(node, text));
}

function spread(node: TSESTree.SpreadElement, text: string): SpreadElement {
  return spreadElement(rangeOf(node), expression(node.argument, text));
}

function objectMember(node: TSESTree.ObjectLiteralElement, text: string): Property | SpreadElement {
  if (node.type === 'SpreadElement') return spread(node, text);
  const key = memberKey(node.key, node.computed, text);
  const end = rangeOf(node)[1];
  const { value, kind } = node;
  if (value.type === 'FunctionExpression' && (node.method || kind !== 'init')) {
    return property(key, end, methodOf(key, end, value, text), kind === 'init' ? undefined : kind);
  }
  return property(key, end, expression(value as TSESTree.Expression, text));
}
