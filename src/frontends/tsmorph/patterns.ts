import { ts } from 'ts-morph';
import {
  arrayPattern, defaultPattern, objectPattern, opaque, parameter, patternProperty, restPattern,
} from '../../ir/build.js';
import type { ObjectPattern, Parameter, Pattern } from '../../ir/types.js';
import { bareExpression, expression } from './expressions.js';
import { decoratorsOf } from './functions.js';
import { memberKey } from './keys.js';
import { identifierOf, rangeOf } from './position.js';
import { annotation } from './types.js';

/** What a declaration binds. */
export function binding(name: ts.BindingName, file: ts.SourceFile): Pattern {
  if (ts.isIdentifier(name)) return identifierOf(name, file);
  if (ts.isArrayBindingPattern(name)) {
    const elements = name.elements.map((element) => (ts.isOmittedExpression(element) ? null : bound(element, file)));
    return arrayPattern(rangeOf(name, file), elements);
  }
  return objectPattern(rangeOf(name, file), name.elements.map((element) =>
    element.dotDotDotToken === undefined
      ? patternProperty(memberKey(element.propertyName ?? element.name, file), bound(element, file))
      : restPattern(binding(element.name, file), file.text)));
}

function bound(node: ts.BindingElement | ts.ParameterDeclaration, file: ts.SourceFile): Pattern {
  const target = binding(node.name, file);
  if (node.dotDotDotToken !== undefined) return restPattern(target, file.text);
  return withDefault(target, node.initializer, file);
}

function withDefault(target: Pattern, initializer: ts.Expression | undefined, file: ts.SourceFile): Pattern {
  return initializer === undefined
    ? target
    : defaultPattern(target, expression(initializer, file), initializer.end);
}

/** What an assignment writes: TypeScript reads a destructuring target as an object or array literal. */
export function assigned(node: ts.Expression, file: ts.SourceFile): Pattern {
  const target = bareExpression(node);
  if (ts.isObjectLiteralExpression(target)) return assignedObject(target, file);
  if (ts.isArrayLiteralExpression(target)) {
    const elements = target.elements.map((element) =>
      ts.isOmittedExpression(element) ? null : assignedElement(element, file));
    return arrayPattern(rangeOf(target, file), elements);
  }
  const value = expression(target, file);
  return value.kind === 'identifier' || value.kind === 'member' ? value : opaque(value.range);
}

function assignedElement(node: ts.Expression, file: ts.SourceFile): Pattern {
  if (ts.isSpreadElement(node)) return restPattern(assigned(node.expression, file), file.text);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return withDefault(assigned(node.left, file), node.right, file);
  }
  return assigned(node, file);
}

function assignedObject(node: ts.ObjectLiteralExpression, file: ts.SourceFile): ObjectPattern {
  return objectPattern(rangeOf(node, file), node.properties.flatMap((member) => {
    if (ts.isSpreadAssignment(member)) return restPattern(assigned(member.expression, file), file.text);
    if (ts.isPropertyAssignment(member)) {
      return patternProperty(memberKey(member.name, file), assignedElement(member.initializer, file));
    }
    if (!ts.isShorthandPropertyAssignment(member)) return [];
    const target = withDefault(identifierOf(member.name, file), member.objectAssignmentInitializer, file);
    return patternProperty(memberKey(member.name, file), target);
  }));
}

/** Parameters with their types and decorators; `constructor(private name: Type)` is a field as well. */
export function parameters(nodes: readonly ts.ParameterDeclaration[], file: ts.SourceFile): Parameter[] {
  return nodes.map((node) =>
    parameter(bound(node, file), {
      type: annotation(node.type),
      decorators: decoratorsOf(node, file),
      isField: node.modifiers?.some((modifier) => !ts.isDecorator(modifier)) ?? false,
    }));
}
