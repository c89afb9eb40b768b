import { ts } from 'ts-morph';
import { jsxAttribute, jsxElement, jsxString, spreadElement } from '../../ir/build.js';
import type { Expression, JsxAttribute, JsxElement, SpreadElement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { rangeOf } from './position.js';

/** An element, or a fragment as an element without a name. */
export function jsx(node: ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment, file: ts.SourceFile): JsxElement {
  const range = rangeOf(node, file);
  const children = ts.isJsxSelfClosingElement(node)
    ? []
    : node.children.flatMap((child) => content(child, file) ?? []);
  if (ts.isJsxFragment(node)) return jsxElement(range, undefined, [], children);
  const { tagName: tag, attributes } = ts.isJsxElement(node) ? node.openingElement : node;
  return jsxElement(range, tagName(tag), attributes.properties.map((part) => attributeOf(part, file)), children);
}

function tagName(node: ts.JsxTagNameExpression | ts.JsxAttributeName): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isJsxNamespacedName(node)) return `${node.namespace.text}:${node.name.text}`;
  return ts.isPropertyAccessExpression(node) ? `${tagName(node.expression)}.${node.name.text}` : 'this';
}

function attributeOf(node: ts.JsxAttributeLike, file: ts.SourceFile): JsxAttribute | SpreadElement {
  const range = rangeOf(node, file);
  if (ts.isJsxSpreadAttribute(node)) return spreadElement(range, expression(node.expression, file));
  const { initializer } = node;
  return jsxAttribute(range, tagName(node.name), initializer === undefined ? undefined : content(initializer, file));
}

/** What stands in an attribute or between tags; text and empty braces are nothing. */
function content(node: ts.JsxChild | ts.JsxAttributeValue, file: ts.SourceFile): Expression | undefined {
  if (ts.isStringLiteral(node)) return jsxString(rangeOf(node, file), file.text);
  if (ts.isJsxText(node)) return undefined;
  if (!ts.isJsxExpression(node)) return jsx(node, file);
  return node.expression === undefined ? undefined : expression(node.expression, file);
}
