import { ts } from 'ts-morph';
import {
  arrayExpression, assignExpression, awaitExpression, binaryExpression, booleanLiteral, callExpression, computedKey,
  conditionalExpression, identifier, importExpression, keyword, memberExpression, metaProperty, namedKey,
  newExpression, objectExpression, opaque, property, sequenceExpression, sourceLiteral, spreadElement, stringLiteral,
  taggedTemplate, templateLiteral, templateString, unaryExpression, updateExpression, yieldExpression,
} from '../../ir/build.js';
import type {
  Argument, Expression, Property, SpreadElement, TemplateLiteral, UnaryExpression,
} from '../../ir/types.js';
import { arrowOf, classOf, functionOf, methodOf } from './functions.js';
import { jsx } from './jsx.js';
import { memberKey } from './keys.js';
import { assigned } from './patterns.js';
import { rangeOf } from './position.js';

const { SyntaxKind: Kind } = ts;

type Lower = (node: never, file: ts.SourceFile) => Expression;
type Wrapper = ts.Expression & { readonly expression: ts.Expression };

/** Parentheses and what only asserts. */
const WRAPPERS: ReadonlySet<ts.SyntaxKind> = new Set([
  Kind.ParenthesizedExpression, Kind.AsExpression, Kind.SatisfiesExpression, Kind.NonNullExpression,
  Kind.TypeAssertionExpression, Kind.ExpressionWithTypeArguments,
]);

/** An expression without parentheses and assertions around it. */
export function bareExpression(node: ts.Expression): ts.Expression {
  let bare = node;
  while (WRAPPERS.has(bare.kind)) bare = (bare as Wrapper).expression;
  return bare;
}

/** An expression; what this does not know is opaque. */
export function expression(node: ts.Expression, file: ts.SourceFile): Expression {
  const bare = bareExpression(node);
  const lower = LOWERINGS[bare.kind];
  return lower === undefined ? opaque(rangeOf(bare, file)) : lower(bare as never, file);
}

/** By kind: a `switch` would look up a property of TypeScript's enum for each case in turn. */
const LOWERINGS: Partial<Record<ts.SyntaxKind, Lower>> = {
  [Kind.Identifier]: name,
  [Kind.PrivateIdentifier]: name,
  [Kind.StringLiteral]: (node: ts.StringLiteral, file) => stringLiteral(rangeOf(node, file), node.text),
  [Kind.NumericLiteral]: (node: ts.Node, file) => sourceLiteral('number', rangeOf(node, file), file.text),
  [Kind.BigIntLiteral]: (node: ts.Node, file) => sourceLiteral('bigint', rangeOf(node, file), file.text),
  [Kind.RegularExpressionLiteral]: (node: ts.Node, file) => sourceLiteral('regexp', rangeOf(node, file), file.text),
  [Kind.TrueKeyword]: (node: ts.Node, file) => booleanLiteral(rangeOf(node, file), true),
  [Kind.FalseKeyword]: (node: ts.Node, file) => booleanLiteral(rangeOf(node, file), false),
  [Kind.NullKeyword]: (node: ts.Node, file) => keyword('null', rangeOf(node, file)),
  [Kind.ThisKeyword]: (node: ts.Node, file) => keyword('this', rangeOf(node, file)),
  [Kind.SuperKeyword]: (node: ts.Node, file) => keyword('super', rangeOf(node, file)),
  [Kind.NoSubstitutionTemplateLiteral]: template,
  [Kind.TemplateExpression]: template,
  [Kind.TaggedTemplateExpression]: (node: ts.TaggedTemplateExpression, file) =>
    taggedTemplate(rangeOf(node, file), expression(node.tag, file), template(node.template, file)),
  [Kind.PropertyAccessExpression]: (node: ts.PropertyAccessExpression, file) => {
    const key = namedKey(rangeOf(node.name, file), node.name.text);
    return memberExpression(rangeOf(node, file), expression(node.expression, file), key, isOptional(node));
  },
  [Kind.ElementAccessExpression]: (node: ts.ElementAccessExpression, file) => {
    const key = computedKey(expression(node.argumentExpression, file));
    return memberExpression(rangeOf(node, file), expression(node.expression, file), key, isOptional(node));
  },
  [Kind.CallExpression]: call,
  [Kind.NewExpression]: (node: ts.NewExpression, file) =>
    newExpression(rangeOf(node, file), expression(node.expression, file), args(node.arguments, file)),
  [Kind.ObjectLiteralExpression]: (node: ts.ObjectLiteralExpression, file) =>
    objectExpression(rangeOf(node, file), node.properties.map((member) => objectMember(member, file))),
  [Kind.ArrayLiteralExpression]: (node: ts.ArrayLiteralExpression, file) =>
    arrayExpression(rangeOf(node, file), node.elements.map((element) =>
      ts.isOmittedExpression(element) ? null : argument(element, file))),
  [Kind.ArrowFunction]: arrowOf,
  [Kind.FunctionExpression]: (node: ts.FunctionExpression, file) =>
    functionOf(node, node.body, node.getStart(file), file),
  [Kind.ClassExpression]: classOf,
  [Kind.AwaitExpression]: (node: ts.AwaitExpression, file) =>
    awaitExpression(rangeOf(node, file), expression(node.expression, file)),
  [Kind.YieldExpression]: (node: ts.YieldExpression, file) =>
    yieldExpression(rangeOf(node, file), node.expression === undefined ? undefined : expression(node.expression, file)),
  [Kind.BinaryExpression]: binary,
  [Kind.ConditionalExpression]: (node: ts.ConditionalExpression, file) =>
    conditionalExpression(
      rangeOf(node, file), expression(node.condition, file), expression(node.whenTrue, file),
      expression(node.whenFalse, file),
    ),
  [Kind.PrefixUnaryExpression]: prefixed,
  [Kind.PostfixUnaryExpression]: prefixed,
  [Kind.TypeOfExpression]: (node: ts.TypeOfExpression, file) => unary('typeof', node, node.expression, file),
  [Kind.VoidExpression]: (node: ts.VoidExpression, file) => unary('void', node, node.expression, file),
  [Kind.DeleteExpression]: (node: ts.DeleteExpression, file) => unary('delete', node, node.expression, file),
  [Kind.MetaProperty]: (node: ts.MetaProperty, file) =>
    metaProperty(rangeOf(node, file), node.keywordToken === Kind.NewKeyword ? 'new.target' : 'import.meta'),
  [Kind.JsxElement]: jsx,
  [Kind.JsxSelfClosingElement]: jsx,
  [Kind.JsxFragment]: jsx,
};

function name(node: ts.Identifier | ts.PrivateIdentifier, file: ts.SourceFile): Expression {
  return identifier(rangeOf(node, file), node.text);
}

function isOptional(node: { readonly questionDotToken?: ts.Node | undefined }): boolean {
  return node.questionDotToken !== undefined;
}

function template(node: ts.TemplateLiteral, file: ts.SourceFile): TemplateLiteral {
  const range = rangeOf(node, file);
  if (ts.isNoSubstitutionTemplateLiteral(node)) return templateLiteral(range, [cooked(node)], []);
  const strings = [cooked(node.head), ...node.templateSpans.map(({ literal }) => cooked(literal))];
  return templateLiteral(range, strings, node.templateSpans.map((span) => expression(span.expression, file)));
}

function cooked(node: ts.TemplateLiteralLikeNode): string {
  return templateString(node.rawText ?? '', node.text);
}

function call(node: ts.CallExpression, file: ts.SourceFile): Expression {
  const range = rangeOf(node, file);
  const [source] = node.arguments;
  if (node.expression.kind === Kind.ImportKeyword && source !== undefined) {
    return importExpression(range, expression(source, file));
  }
  return callExpression(range, expression(node.expression, file), args(node.arguments, file), isOptional(node));
}

function argument(node: ts.Expression, file: ts.SourceFile): Argument {
  return ts.isSpreadElement(node) ? spread(node, file) : expression(node, file);
}

function args(nodes: readonly ts.Expression[] = [], file: ts.SourceFile): Argument[] {
  return nodes.map((node) => argument(node, file));
}

function spread(node: ts.SpreadElement | ts.SpreadAssignment, file: ts.SourceFile): SpreadElement {
  return spreadElement(rangeOf(node, file), expression(node.expression, file));
}

function objectMember(node: ts.ObjectLiteralElementLike, file: ts.SourceFile): Property | SpreadElement {
  if (ts.isSpreadAssignment(node)) return spread(node, file);
  const key = memberKey(node.name, file);
  if (ts.isPropertyAssignment(node)) return property(key, node.end, expression(node.initializer, file));
  if (ts.isShorthandPropertyAssignment(node)) return property(key, node.end, name(node.name, file));
  const value = node.body === undefined ? opaque(key.range) : methodOf(key, node, node.body, file);
  return property(key, node.end, value, ts.isGetAccessor(node) ? 'get' : ts.isSetAccessor(node) ? 'set' : undefined);
}

function binary(node: ts.BinaryExpression, file: ts.SourceFile): Expression {
  const range = rangeOf(node, file);
  const { kind } = node.operatorToken;
  const right = expression(node.right, file);
  if (kind === Kind.CommaToken) return sequenceExpression(range, [expression(node.left, file), right]);
  const operator = ts.tokenToString(kind) ?? '';
  return kind >= Kind.FirstAssignment && kind <= Kind.LastAssignment
    ? assignExpression(range, operator, assigned(node.left, file), right)
    : binaryExpression(range, operator, expression(node.left, file), right);
}

function prefixed(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, file: ts.SourceFile): Expression {
  const { operator } = node;
  if (operator === Kind.PlusPlusToken || operator === Kind.MinusMinusToken) {
    const sign = operator === Kind.PlusPlusToken ? '++' : '--';
    return updateExpression(rangeOf(node, file), sign, expression(node.operand, file));
  }
  return unary(ts.tokenToString(operator) as UnaryExpression['operator'], node, node.operand, file);
}

function unary(
  operator: UnaryExpression['operator'],
  node: ts.Expression,
  operand: ts.Expression,
  file: ts.SourceFile,
): Expression {
  return unaryExpression(rangeOf(node, file), operator, expression(operand, file));
}
