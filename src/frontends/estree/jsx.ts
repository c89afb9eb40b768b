import type { TSESTree } from '@typescript-eslint/utils';
import { jsxAttribute, jsxElement, jsxString, spreadElement } from '../../ir/build.js';
import type { Expression, JsxAttribute, JsxElement, SpreadElement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { rangeOf } from './position.js';

/** An element, or a fragment as an element without a name. */
export function jsx(node: TSESTree.JSXElement | TSESTree.JSXFragment, text: string): JsxElement {
  const children = node.children.flatMap((child) => content(child, text) ?? []);
  if (node.type === 'JSXFragment') return jsxElement(rangeOf(node), undefined, [], children);
  const { name, attributes } = node.openingElement;
  return jsxElement(rangeOf(node), tagName(name), attributes.map((part) => attributeOf(part, text)), children);
}

function tagName(node: TSESTree.JSXTagNameExpression): string {
  switch (node.type) {
    case 'JSXNamespacedName':
      return `${node.namespace.name}:${node.name.name}`;
    case 'JSXMemberExpression':
      return `${tagName(node.object)}.${node.property.name}`;
    default:
      return node.name;
  }
}

function attributeOf(
  node: TSESTree.JSXAttribute | TSESTree.JSXSpreadAttribute,
  text: string,
): JsxAttribute | SpreadElement {
  if (node.type === 'JSXSpreadAttribute') return spreadElement(rangeOf(node), expression(node.argument, text));
  const { name, value } = node;
  return jsxAttribute(rangeOf(node), tagName(name), value === null ? undefined : content(value, text));
}

/** What stands in an attribute or between tags; text and empty braces are nothing. */
function content(node: TSESTree.JSXChild | TSESTree.Literal, text: string): Expression | undefined {
  switch (node.type) {
    case 'Literal':
      return jsxString(rangeOf(node), text);
    case 'JSXElement':
    case 'JSXFragment':
      return jsx(node, text);
    case 'JSXExpressionContainer':
    case 'JSXSpreadChild':
      return node.expression.type === 'JSXEmptyExpression' ? undefined : expression(node.expression, text);
    default:
      return undefined;
  }
}
